import { useFillTexts } from '../texts/fill';
import { type Cell, isNumeric, type Measure, type Row, yesNoOf } from './engine';
import { FileAnswer } from './file-answer';
import type { Place } from './places';
import type { LastFigure } from './report';
import type { CellView } from './row-views';
import { shownAnswer } from './shown-answer';
import { kept, readCell } from './typed-answer';
import { useTypedField } from './typed-field';
import { useFill, useWriting } from './use-report';

export interface CellProps {
  row: Row;
  measure: Measure;
  view: CellView;
  last?: LastFigure;
  /** The id of the field; what is said about it has the same with `-about`. */
  id: string;
  label: string;
}

/** The field of one cell, by the type of its row: typed as people write, or chosen. */
export function CellField({ row, measure, view, last, id, label }: CellProps) {
  const { store } = useFill();
  const place: Place = { kind: 'cell', row: row.key, measure: measure.key };
  const value = view.cell?.state === 'value' ? view.cell.value : undefined;
  const take = (given: Cell | null) => store.answer(place, given);
  const common = {
    id,
    'aria-label': label,
    'aria-describedby': `${id}-last ${id}-about`,
    'aria-invalid': view.saving === 'refused' || view.unclear !== undefined || undefined,
  };
  if (row.type === 'file') return <FileAnswer cell={view.cell} label={label} id={id} take={take} />;
  const options = optionsOf(row, useYesNo(row));
  if (options) {
    const choose = (key: string) => {
      const chosen = row.type === 'boolean' ? key === 'true' : key;
      take(key === '' ? null : kept(chosen, view.cell));
    };
    return <ChoiceField common={common} value={String(value ?? '')} options={options} choose={choose} />;
  }
  return <TypedCell common={common} {...{ row, measure, view, last, place }} />;
}

function useYesNo(row: Row) {
  const { around } = useFill();
  return yesNoOf(row, (word) => around.say(`forms.word.${word}`));
}

function optionsOf(row: Row, { yes, no }: { yes: string; no: string }) {
  if (row.type === 'boolean') {
    return [
      { key: 'true', label: { vi: yes } },
      { key: 'false', label: { vi: no } },
    ];
  }
  return row.type === 'choice' && row.choices?.length ? row.choices : undefined;
}

interface Common {
  id: string;
  'aria-label': string;
  'aria-describedby': string;
  'aria-invalid': true | undefined;
}

function ChoiceField(given: {
  common: Common;
  value: string;
  options: { key: string; label: { vi: string; en?: string } }[];
  choose: (key: string) => void;
}) {
  const texts = useFillTexts();
  const write = useWriting();
  const { common, value, options, choose } = given;
  return (
    <select {...common} value={value} onChange={(event) => choose(event.target.value)}>
      <option value="">{texts.choose}</option>
      {options.map((option) => (
        <option key={option.key} value={option.key}>
          {write.text(option.label)}
        </option>
      ))}
    </select>
  );
}

interface TypedProps extends Omit<CellProps, 'id' | 'label'> {
  common: Common;
  place: Place;
}

function TypedCell({ common, row, measure, view, last, place }: TypedProps) {
  const texts = useFillTexts();
  const { store, around } = useFill();
  const write = useWriting();
  const field = useTypedField<Cell>({
    shown: shownAnswer(view.cell, row, { write, say: around.say, texts }),
    isUnread: view.unclear !== undefined,
    read: (text) => {
      const found = readCell(text, { row, measure, last: last?.value, before: view.cell }, around);
      const isBare = 'given' in found && found.given?.state === 'not-available' && found.given.reason === '';
      return isBare ? { wrong: texts.reasonToo } : found;
    },
    typing: (given) =>
      store.type(given === undefined ? undefined : { row: row.key, measure: measure.key, cell: given }),
    leave: (found) => ('given' in found ? store.answer(place, found.given) : store.leaveUnread(place, found)),
    undo: () => store.leaveUnread(place, undefined),
  });
  const numeric = isNumeric(row);
  return (
    <input
      {...common}
      {...field}
      className={numeric ? 'figure' : undefined}
      data-measure={measure.key}
      autoComplete="off"
    />
  );
}
