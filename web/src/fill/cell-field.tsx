import { memo, useEffect, useId, useRef, useState } from 'react';
import { useFillTexts } from '../texts/fill';
import type { Cell, Measure, Row } from './engine';
import type { CellView } from './row-views';
import { shownAnswer } from './shown-answer';
import { readCell, type Typed } from './typed-answer';
import { useFill, useWriting } from './use-report';
import { FileAnswer } from './file-answer';
import { Findings } from './findings';

interface Props {
  row: Row;
  measure: Measure;
  view: CellView;
  last?: { value: string; label: string };
  openMore: (measure: string) => void;
  isOpen: boolean;
}

/** One cell of the table: typed as people write, understood as the bot would, saved when it is left. */
export const CellField = memo(function CellField({ row, measure, view, last, openMore, isOpen }: Props) {
  const texts = useFillTexts();
  const { open, store } = useFill();
  const write = useWriting();
  const id = useId();
  const label = texts.answer(write.text(row.label), write.text(measure.label));
  if (row.computed || measure.computed) {
    const value = view.computed?.state === 'value' ? String(view.computed.value) : undefined;
    return (
      <td className="computed" data-label={write.text(measure.label)}>
        <output aria-label={label}>{value === undefined ? '' : write.number(value)}</output>
        <Findings of={view.findings} />
      </td>
    );
  }
  return (
    <td className={`cell ${view.saving}`} data-label={write.text(measure.label)}>
      <div className="cell-line">
        {open ? (
          <Answer row={row} measure={measure} view={view} label={label} last={last} describedBy={id} />
        ) : (
          <span className="cell-shown">{shownAnswer(view.cell, row, write, texts)}</span>
        )}
        {open && (
          <button
            type="button"
            className="cell-more"
            aria-expanded={isOpen}
            aria-label={texts.more(write.text(row.label), write.text(measure.label))}
            onClick={() => openMore(measure.key)}
          >
            ⋯
          </button>
        )}
      </div>
      <div id={id} className="cell-about">
        {view.cell && view.cell.state !== 'value' && <p>{texts.mark[view.cell.state]}</p>}
        {last && <p className="quiet">{texts.last(last.label, write.number(last.value))}</p>}
        {view.saving !== 'untouched' && <p className="quiet">{texts.cell[view.saving]}</p>}
        {view.refusal && <p className="fault">{view.refusal}</p>}
        <Findings of={view.findings} explain={open ? () => openMore(measure.key) : undefined} />
        {!open && view.cell?.state === 'value' && view.cell.note && <p>{view.cell.note}</p>}
      </div>
      {row.type === 'file' && open && (
        <FileAnswer
          cell={view.cell}
          label={label}
          take={(cell) => store.answer({ kind: 'cell', row: row.key, measure: measure.key }, cell)}
        />
      )}
    </td>
  );
});

type AnswerProps = Pick<Props, 'row' | 'measure' | 'view' | 'last'> & { label: string; describedBy: string };

function Answer({ row, measure, view, label, last, describedBy }: AnswerProps) {
  const texts = useFillTexts();
  const { store } = useFill();
  const take = (cell: Cell | null) => store.answer({ kind: 'cell', row: row.key, measure: measure.key }, cell);
  const value = view.cell?.state === 'value' ? String(view.cell.value) : '';
  const common = { id: `cell-${row.key}-${measure.key}`, 'aria-label': label, 'aria-describedby': describedBy };
  if (row.type === 'boolean') {
    const [yes, no] = yesNo(row, texts);
    return (
      <select
        {...common}
        value={value}
        onChange={(event) =>
          take(event.target.value === '' ? null : { state: 'value', value: event.target.value === 'true' })
        }
      >
        <option value="">{texts.choose}</option>
        <option value="true">{yes}</option>
        <option value="false">{no}</option>
      </select>
    );
  }
  if (row.type === 'choice' && row.choices?.length) {
    return (
      <select
        {...common}
        value={value}
        onChange={(event) => take(event.target.value === '' ? null : { state: 'value', value: event.target.value })}
      >
        <option value="">{texts.choose}</option>
        {row.choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label.vi}
          </option>
        ))}
      </select>
    );
  }
  if (row.type === 'date') {
    return (
      <input
        {...common}
        type="date"
        min={row.min}
        max={row.max}
        value={value}
        onChange={(event) => take(event.target.value === '' ? null : { state: 'value', value: event.target.value })}
      />
    );
  }
  if (row.type === 'file') return <span className="quiet">{value === '' ? '' : '✓'}</span>;
  return <TypedAnswer {...{ row, measure, view, last, common, take }} />;
}

/** Yes and no as the row's unit names them (`Đạt/Không đạt`), else plainly. */
export function yesNo(row: Pick<Row, 'unit'>, texts: { yes: string; no: string }): [string, string] {
  const [yes, no, ...more] = row.unit.vi.split('/').map((part) => part.trim());
  return yes && no && more.length === 0 && yes !== no ? [yes, no] : [texts.yes, texts.no];
}

interface TypedProps extends Pick<Props, 'row' | 'measure' | 'view' | 'last'> {
  common: { id: string; 'aria-label': string; 'aria-describedby': string };
  take: (cell: Cell | null) => void;
}

function TypedAnswer({ row, measure, view, last, common, take }: TypedProps) {
  const texts = useFillTexts();
  const { say, locale, store } = useFill();
  const write = useWriting();
  const shown = shownValue(view.cell, row, write.number);
  const [typed, setTyped] = useState<string>();
  const [read, setRead] = useState<Typed<Cell>>();
  const field = useRef<HTMLInputElement>(null);
  // Another's answer, or the own one as it was understood.
  useEffect(() => {
    setTyped(undefined);
    setRead(undefined);
  }, [shown]);
  const leave = () => {
    if (typed === undefined || typed === shown) return setTyped(undefined);
    const { today } = store.state.report;
    const found = readCell(typed, { row, measure, last: last?.value, before: view.cell }, { today, locale, say });
    setRead(found);
    if ('given' in found) take(found.given);
  };
  return (
    <>
      <input
        {...common}
        ref={field}
        inputMode={row.type === 'text' ? 'text' : 'decimal'}
        autoComplete="off"
        className={row.type === 'text' ? 'text' : 'number'}
        aria-invalid={view.saving === 'refused' || (read !== undefined && !('given' in read))}
        value={typed ?? shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
          if (event.key === 'Escape') {
            setTyped(undefined);
            setRead(undefined);
          }
        }}
      />
      {read && 'wrong' in read && (
        <span role="alert" className="fault">
          {read.wrong || texts.wrong}
        </span>
      )}
      {read && 'options' in read && (
        <span role="alert" className="meant">
          {read.because || texts.meant}
          {read.options.map((option) => (
            <button key={option} type="button" onClick={() => take({ state: 'value', value: option })}>
              {texts.useIt(write.number(option))}
            </button>
          ))}
        </span>
      )}
    </>
  );
}

function shownValue(cell: Cell | undefined, row: Row, number: (value: string) => string): string {
  if (cell?.state !== 'value' || typeof cell.value !== 'string') return '';
  return row.type === 'text' ? cell.value : number(cell.value);
}
