import { useState } from 'react';
import { showDay } from '../texts/days';
import { useFillTexts } from '../texts/fill';
import { type Cell, messageOf, type ValueCell } from './engine';
import type { CellView } from './row-views';
import { shownText } from './shown-answer';
import { kept } from './typed-answer';
import { UnclearAnswer } from './unclear-answer';
import type { CellProps } from './cell-field';
import { useFill, useWriting } from './use-report';

/** Whether there is anything to say about a cell. */
export const isSpokenOf = ({ cell, refusal, unclear, findings }: CellView): boolean =>
  refusal !== undefined ||
  unclear !== undefined ||
  findings.length > 0 ||
  (cell?.state === 'value' ? cell.note !== undefined : cell?.reason !== undefined);

/** What is wrong with a cell, what is asked about it, and what was said about it. */
export function AboutCell({ row, measure, view, id }: Omit<CellProps, 'label' | 'last'>) {
  const texts = useFillTexts();
  const { store, open } = useFill();
  const write = useWriting();
  const { cell, refusal, unclear, findings } = view;
  const column = write.text(measure.label);
  const take = (given: Cell) => store.answer({ kind: 'cell', row: row.key, measure: measure.key }, given);
  const asksWhy = open && cell?.state === 'value' && findings.some(({ hard }) => !hard);
  return (
    <div id={`${id}-about`} className="about-cell" aria-live="polite">
      {refusal && <p className="fault">{refusal}</p>}
      {unclear && (
        <UnclearAnswer
          column={column}
          of={unclear}
          show={(option) => shownText(option, row, write)}
          choose={(option) => take(kept(option, cell))}
        />
      )}
      <Findings of={findings} />
      {asksWhy && <Explain cell={cell} name={`${texts.explain}: ${write.text(row.label)}, ${column}`} take={take} />}
      {cell?.state === 'value' && cell.note && <p>{texts.noteOf(column, cell.note)}</p>}
      {cell && cell.state !== 'value' && cell.reason && (
        <p>
          {column}: {texts.shown[cell.state]}.{' '}
          {texts.notAvailable(cell.reason, cell.state === 'not-available' ? showDay(cell.expectedOn ?? '') : '')}
        </p>
      )}
    </div>
  );
}

/** What the form's checks found, in the words in which the server would say it. */
export function Findings({ of }: { of: CellView['findings'] }) {
  const { around } = useFill();
  return of.map(({ issue, hard }) => {
    const { key, params } = messageOf(issue, around.locale);
    const said = around.say(key, params);
    return (
      <p key={said} className={hard ? 'fault' : 'odd'}>
        {said}
      </p>
    );
  });
}

function Explain({ cell, name, take }: { cell: ValueCell; name: string; take: (cell: Cell) => void }) {
  const texts = useFillTexts();
  const [note, setNote] = useState('');
  const keep = () => note.trim() !== '' && take({ ...cell, note: note.trim() });
  return (
    <p className="explain">
      <textarea
        rows={1}
        aria-label={name}
        placeholder={texts.explain}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={keep}
      />
      <button type="button" onClick={keep}>
        {texts.keepNote}
      </button>
    </p>
  );
}
