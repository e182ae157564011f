import type { RenderCellProps } from 'react-data-grid';
import { useEditorTexts } from '../../texts/editor';
import { type Reading, textOf } from '../model/cell-text';
import { type Field, valueAt } from '../model/field';
import { faultAt, type GridRow } from './grid-row';

/** A cell at rest. What is wrong with it is said on hover and read out with it; colour alone says nothing. */
export function CellAtRest({ row, field, reading }: { row: GridRow; field: Field; reading: Reading }) {
  const fault = faultAt(row, field.name);
  const text = textOf(field, row.item, reading);
  return (
    <span className="cell-text" title={fault ?? (text.length > 20 ? text : undefined)}>
      {text}
      {fault && <span className="unseen">{reading.texts.table.faulty(fault)}</span>}
    </span>
  );
}

/** Yes or no: a mark that a click or the space bar turns. */
export function YesNoCell({
  row,
  field,
  label,
  tabIndex,
  onToggle,
}: Pick<RenderCellProps<GridRow>, 'row' | 'tabIndex'> & { field: Field; label: string; onToggle: () => void }) {
  const checked = (valueAt(row.item, field.name) ?? field.otherwise ?? false) === true;
  return (
    <input
      type="checkbox"
      className="cell-box"
      aria-label={label}
      title={faultAt(row, field.name)}
      tabIndex={tabIndex}
      checked={checked}
      onChange={onToggle}
    />
  );
}

/** The place of a row, and a sign where something is wrong with the row as a whole. */
export function PlaceCell({ row }: { row: GridRow }) {
  const texts = useEditorTexts();
  const fault = row.faults?.get('') ?? (row.faults && [...row.faults.values()].join(' '));
  return (
    <span title={fault}>
      {row.at}
      {fault && (
        <>
          <span className="cell-sign" aria-hidden>
            {' '}
            ●
          </span>
          <span className="unseen">{texts.table.faulty(fault)}</span>
        </>
      )}
    </span>
  );
}
