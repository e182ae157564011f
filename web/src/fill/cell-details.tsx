import { type FormEvent, useId, useState } from 'react';
import { useFillTexts } from '../texts/fill';
import { type Cell, type Measure, remarkOf, type Standing } from './engine';

const STATES = ['value', 'not-applicable', 'not-available', 'empty'] as const;
const STANDINGS: Standing[] = ['estimate', 'preliminary', 'official'];

interface Details {
  state: (typeof STATES)[number];
  reason: string;
  expectedOn: string;
  standing: Standing;
  note: string;
}

/** Everything about one answer besides its value: its state and why, how final it is, and what explains it. */
export function CellDetails(given: {
  cell: Cell | undefined;
  measure: Measure;
  name: string;
  take: (cell: Cell | null) => void;
  close: () => void;
}) {
  const texts = useFillTexts();
  const { cell, measure, name, take, close } = given;
  const id = useId();
  const [now, setNow] = useState(() => detailsOf(cell, measure));
  const [wrong, setWrong] = useState('');
  const change = (part: Partial<Details>) => setNow({ ...now, ...part });
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (now.state === 'not-available' && now.reason.trim() === '') return setWrong(texts.reasonNeeded);
    if (now.state === 'value' && cell?.state !== 'value' && now.note.trim() !== '') return setWrong(texts.valueNeeded);
    // A value is typed into its cell: without one there is nothing to keep.
    if (now.state !== 'value' || cell?.state === 'value') take(cellOf(now, cell, measure));
    close();
  };
  return (
    <form className="cell-details" onSubmit={apply} onKeyDown={(event) => event.key === 'Escape' && close()} noValidate>
      <fieldset>
        <legend>{name}</legend>
        <p className="states">
          {STATES.map((state) => (
            <label key={state}>
              <input
                type="radio"
                name={id}
                autoFocus={state === now.state}
                checked={now.state === state}
                onChange={() => change({ state })}
              />
              {texts.states[state]}
            </label>
          ))}
        </p>
        {(now.state === 'not-available' || now.state === 'not-applicable') && (
          <label className="field">
            {texts.reason}
            <textarea rows={2} value={now.reason} onChange={(event) => change({ reason: event.target.value })} />
          </label>
        )}
        {now.state === 'not-available' && (
          <label className="field">
            {texts.expectedOn}
            <input
              type="date"
              value={now.expectedOn}
              onChange={(event) => change({ expectedOn: event.target.value })}
            />
          </label>
        )}
        {now.state === 'value' && measure.sort === 'outcome' && (
          <label className="field">
            {texts.standing}
            <select value={now.standing} onChange={(event) => change({ standing: event.target.value as Standing })}>
              {STANDINGS.map((standing) => (
                <option key={standing} value={standing}>
                  {texts.standings[standing]}
                </option>
              ))}
            </select>
          </label>
        )}
        {now.state === 'value' && (
          <label className="field">
            {texts.note}
            <textarea rows={2} value={now.note} onChange={(event) => change({ note: event.target.value })} />
          </label>
        )}
        {wrong && (
          <p role="alert" className="fault">
            {wrong}
          </p>
        )}
        <p className="buttons">
          <button type="submit" className="main">
            {texts.apply}
          </button>
          <button type="button" onClick={close}>
            {texts.cancel}
          </button>
        </p>
      </fieldset>
    </form>
  );
}

function detailsOf(cell: Cell | undefined, measure: Measure): Details {
  const value = cell?.state === 'value' ? cell : undefined;
  return {
    state: cell && cell.state !== 'worked-out' ? cell.state : 'value',
    reason: value ? '' : (remarkOf(cell) ?? ''),
    expectedOn: cell?.state === 'not-available' ? (cell.expectedOn ?? '') : '',
    standing: value?.standing ?? measure.standing ?? 'estimate',
    note: value?.note ?? '',
  };
}

function cellOf({ state, expectedOn, ...now }: Details, cell: Cell | undefined, measure: Measure): Cell | null {
  const [reason, note] = [now.reason.trim(), now.note.trim()];
  if (state === 'not-applicable') return { state, ...(reason ? { reason } : {}) };
  if (state === 'not-available') return { state, reason, ...(expectedOn ? { expectedOn } : {}) };
  if (state === 'empty' || cell?.state !== 'value') return null;
  const standing = measure.sort === 'outcome' && now.standing !== measure.standing ? { standing: now.standing } : {};
  return { state, value: cell.value, ...standing, ...(note ? { note } : {}) };
}
