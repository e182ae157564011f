import { Modal } from 'antd';
import { useFillTexts } from '../texts/fill';
import type { Cell } from './engine';
import { shownAnswer } from './shown-answer';
import { useFill, useReport, useWriting } from './use-report';

/** Two people answered one cell: both answers, and whose the saved one is. Nothing is overwritten before somebody chooses. */
export function Conflicts() {
  const texts = useFillTexts();
  const { store, locale } = useFill();
  const write = useWriting();
  const { conflicts, report } = useReport();
  const [first] = conflicts;
  if (!first) return null;
  const { place } = first;
  const tables = report.forms.flatMap(({ definition }) => (definition.kind === 'indicators' ? [definition] : []));
  const row = tables.flatMap((form) => form.rows).find((one) => place.kind === 'cell' && one.key === place.row);
  const measure = tables
    .flatMap((form) => form.measures)
    .find((one) => place.kind === 'cell' && one.key === place.measure);
  if (!row || !measure) return null;
  const when = first.at
    ? new Date(first.at).toLocaleTimeString(locale === 'vi' ? 'vi-VN' : 'en-GB', { timeStyle: 'short' })
    : '';
  const answer = (cell: typeof first.mine) =>
    shownAnswer(cell as Cell | null, row, write, texts) || texts.conflict.none;
  return (
    <Modal open title={texts.conflict.title} closable={false} maskClosable={false} footer={null}>
      <p>{texts.answer(write.text(row.label), write.text(measure.label))}</p>
      <dl>
        <dt>{texts.conflict.theirs}</dt>
        <dd>{answer(first.theirs)}</dd>
        <dd className="quiet">{texts.conflict.by(first.by ?? texts.conflict.somebody, when)}</dd>
        <dt>{texts.conflict.mine}</dt>
        <dd>{answer(first.mine)}</dd>
      </dl>
      <p className="buttons">
        <button type="button" onClick={() => store.settle(first, true)}>
          {texts.conflict.keepMine}
        </button>
        <button type="button" onClick={() => store.settle(first, false)}>
          {texts.conflict.keepTheirs}
        </button>
      </p>
    </Modal>
  );
}
