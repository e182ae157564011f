import { showDay } from '../texts/days';
import { useFillTexts } from '../texts/fill';
import { type Cell, messageOf, remarkOf } from './engine';
import { Explain } from './explain';
import { Explained } from './explained';
import type { CellView, Finding } from './row-views';
import { type Said, Sentences } from './said';
import { shownText } from './shown-answer';
import { type Around, kept } from './typed-answer';
import { UnclearAnswer } from './unclear-answer';
import type { CellProps } from './cell-field';
import { useFill, useWriting } from './use-report';

/** Whether there is anything to say about a cell. */
export const isSpokenOf = ({ cell, refusal, unclear, findings }: CellView): boolean =>
  refusal !== undefined || unclear !== undefined || findings.length > 0 || remarkOf(cell) !== undefined;

/** What is wrong with a cell, what is asked about it, and what was said about it. */
export function AboutCell({ row, measure, view, id }: Omit<CellProps, 'label' | 'last'>) {
  const texts = useFillTexts();
  const { store, open } = useFill();
  const write = useWriting();
  const { cell, refusal, unclear, findings } = view;
  const column = write.text(measure.label);
  const take = (given: Cell | null) => store.answer({ kind: 'cell', row: row.key, measure: measure.key }, given);
  const asksWhy = findings.some(({ hard }) => !hard);
  const isWorkedOut = row.computed !== undefined || measure.computed !== undefined;
  const name = `${write.text(row.label)}, ${column}`;
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
      {asksWhy && open && cell?.state === 'value' && (
        <Explain name={`${texts.explain}: ${name}`} keep={(note) => take({ ...cell, note })} />
      )}
      {isWorkedOut && (
        <Explained
          name={name}
          note={cell?.state === 'worked-out' ? cell.note : undefined}
          asked={asksWhy}
          keep={(note) => take(note === null ? null : { state: 'worked-out', note })}
        />
      )}
      {cell?.state === 'value' && cell.note && <p>{texts.noteOf(column, cell.note)}</p>}
      {cell && cell.state !== 'value' && cell.state !== 'worked-out' && cell.reason && (
        <p>
          {column}: {texts.shown[cell.state]}.{' '}
          {texts.notAvailable(cell.reason, cell.state === 'not-available' ? showDay(cell.expectedOn ?? '') : '')}
        </p>
      )}
    </div>
  );
}

/** What the form's checks found, in the words in which the server would say it. */
export function saidOf({ issue, hard }: Finding, { say, locale }: Pick<Around, 'say' | 'locale'>): Said {
  const { key, params } = messageOf(issue, locale);
  return { text: say(key, params), hard };
}

export function Findings({ of }: { of: CellView['findings'] }) {
  const { around } = useFill();
  return <Sentences of={of.map((one) => saidOf(one, around))} />;
}
