import { useState } from 'react';
import { useFillTexts } from '../texts/fill';
import type { Cell, Measure, Row } from './engine';
import type { CellView } from './row-views';
import { useFill, useWriting } from './use-report';

const STANDINGS = ['estimate', 'preliminary', 'official'] as const;
const STATES = ['empty', 'value', 'not-applicable', 'not-available'] as const;

interface Props {
  row: Row;
  measure: Measure;
  view: CellView;
  columns: number;
  close: () => void;
}

/** What a figure alone does not say: that there is none, why, when it comes, how sure it is, a word about it. */
export function CellMore({ row, measure, view, columns, close }: Props) {
  const texts = useFillTexts();
  const { store } = useFill();
  const write = useWriting();
  const { cell } = view;
  const take = (next: Cell | null) => store.answer({ kind: 'cell', row: row.key, measure: measure.key }, next);
  // A figure is typed in its cell; until it is, a state is only chosen here.
  const [chosen, setChosen] = useState<(typeof STATES)[number]>(cell?.state ?? 'empty');
  const [reason, setReason] = useState(cell && cell.state !== 'value' ? (cell.reason ?? '') : '');
  const [expectedOn, setExpectedOn] = useState(cell?.state === 'not-available' ? (cell.expectedOn ?? '') : '');
  const [note, setNote] = useState(cell?.state === 'value' ? (cell.note ?? '') : '');
  const name = `${row.key} ${measure.key}`;

  const choose = (state: (typeof STATES)[number]) => {
    setChosen(state);
    if (state === 'empty') take(null);
    if (state === 'not-applicable') take({ state, ...(reason.trim() ? { reason: reason.trim() } : {}) });
    if (state === 'not-available' && reason.trim())
      take({ state, reason: reason.trim(), ...(expectedOn ? { expectedOn } : {}) });
  };
  return (
    <tr className="cell-more-row">
      <td colSpan={columns}>
        <fieldset>
          <legend>{texts.answer(write.text(row.label), write.text(measure.label))}</legend>
          <div className="choices" role="radiogroup" aria-label={texts.state}>
            {STATES.map((state) => (
              <label key={state}>
                <input type="radio" name={name} checked={chosen === state} onChange={() => choose(state)} />
                {texts.states[state]}
              </label>
            ))}
          </div>
          {(chosen === 'not-available' || chosen === 'not-applicable') && (
            <label className="field">
              {texts.reason}
              <textarea
                rows={2}
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                onBlur={() => choose(chosen)}
              />
              {chosen === 'not-available' && reason.trim() === '' && <span className="odd">{texts.reasonNeeded}</span>}
            </label>
          )}
          {chosen === 'not-available' && (
            <label className="field">
              {texts.expectedOn}
              <input
                type="date"
                value={expectedOn}
                onChange={(event) => setExpectedOn(event.target.value)}
                onBlur={() => choose(chosen)}
              />
            </label>
          )}
          {cell?.state === 'value' && measure.sort === 'outcome' && (
            <label className="field">
              {texts.standing}
              <select
                value={cell.standing ?? measure.standing ?? 'estimate'}
                onChange={(event) => take({ ...cell, standing: event.target.value as (typeof STANDINGS)[number] })}
              >
                {STANDINGS.map((standing) => (
                  <option key={standing} value={standing}>
                    {texts.standings[standing]}
                  </option>
                ))}
              </select>
            </label>
          )}
          {cell?.state === 'value' && (
            <label className="field">
              {texts.note}
              <textarea
                rows={2}
                maxLength={1000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                onBlur={() => take(withNote(cell, note))}
              />
            </label>
          )}
          <button type="button" onClick={close}>
            {texts.close}
          </button>
        </fieldset>
      </td>
    </tr>
  );
}

function withNote(cell: Extract<Cell, { state: 'value' }>, note: string): Cell {
  const { note: _before, ...rest } = cell;
  return note.trim() === '' ? rest : { ...rest, note: note.trim() };
}
