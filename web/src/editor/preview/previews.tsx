import { Segmented } from 'antd';
import { lazy, memo, Suspense, useDeferredValue, useState } from 'react';
import { problemText } from '../../page/problem-text';
import { useEditorTexts } from '../../texts/editor';
import { useTexts } from '../../texts/texts';
import { useDefinition } from '../draft/use-draft';
import { memberOf } from '../model/members';
import type { ListName } from '../model/forms';
import { ChatPreview } from './chat-preview';
import { SheetPreview } from './sheet-preview';
import { usePreview } from './use-preview';

// The schema form is a library of its own weight; the table does not wait for it.
const WebPreview = lazy(() => import('./web-preview'));

const FACES = ['web', 'chat', 'sheet'] as const;

interface Props {
  list: ListName;
  memberKey: string | undefined;
  /** One face at a time, for narrow pages. */
  tabs: boolean;
}

/** Web form, chat and worksheet as the form stands now, beside each other or one at a time. */
export const Previews = memo(function Previews({ list, memberKey, tabs }: Props) {
  const texts = useEditorTexts();
  const page = useTexts();
  const definition = useDefinition();
  const [unitKind, setUnitKind] = useState('');
  const [face, setFace] = useState<(typeof FACES)[number]>('web');
  const { preview, problem } = usePreview(definition, unitKind);
  const shown = useDeferredValue(preview);
  const isContent = list !== 'groups' && list !== 'measures' && list !== 'checks';
  const chosen = isContent ? memberKey : undefined;
  const member = chosen === undefined ? undefined : memberOf(definition, list, chosen);
  const name = ((member?.['label'] ?? member?.['title']) as { vi?: string } | undefined)?.vi;
  const draw = (one: (typeof FACES)[number]) => {
    if (!shown) return null;
    if (one === 'chat')
      return <ChatPreview chat={shown.chat} asked={shown.asked} chosen={name?.replace(/\{N.*?\}/g, '')} />;
    if (one === 'sheet') return <SheetPreview sheet={shown.sheet} chosen={chosen} />;
    return (
      <Suspense fallback={<p className="quiet">{page.page.loading}</p>}>
        <WebPreview key={chosen} preview={shown} chosen={chosen} kind={definition.kind} />
      </Suspense>
    );
  };
  return (
    <section className="previews" aria-label={texts.preview.title}>
      <div className="previews-head">
        <h2>{texts.preview.title}</h2>
        <label className="formula-line">
          {texts.preview.unitKind}
          <select value={unitKind} onChange={(event) => setUnitKind(event.target.value)}>
            <option value="">{texts.preview.anyUnit}</option>
            {Object.entries(texts.preview.unitKinds).map(([kind, text]) => (
              <option key={kind} value={kind}>
                {text}
              </option>
            ))}
          </select>
        </label>
        {tabs && (
          <Segmented
            value={face}
            onChange={setFace}
            options={FACES.map((one) => ({ value: one, label: texts.preview[one] }))}
          />
        )}
      </div>
      {problem !== undefined && (
        <p className="ask" role="status">
          {texts.preview.failed} {problemText(problem, page)}
        </p>
      )}
      <div className={tabs ? 'faces one' : 'faces'}>
        {FACES.filter((one) => !tabs || one === face).map((one) => (
          <section key={one} className="face" aria-label={texts.preview[one]}>
            {!tabs && <h3>{texts.preview[one]}</h3>}
            <div className="face-inside" tabIndex={0} role="group" aria-label={texts.preview[one]}>
              {draw(one)}
            </div>
          </section>
        ))}
      </div>
    </section>
  );
});
