import type { Column } from 'react-data-grid';
import { SelectColumn } from 'react-data-grid';
import type { Reading } from '../model/cell-text';
import { type Field, isChosen } from '../model/field';
import type { Item, ListName } from '../model/forms';
import { ChoiceCellEditor, TextCellEditor } from './cell-editors';
import { CellAtRest, PlaceCell, YesNoCell } from './cells';
import { faultAt, type GridRow } from './grid-row';

export interface ColumnSource {
  list: ListName;
  fields: readonly Field[];
  /** What cells are read with when they are drawn or typed in; asked each time, so that columns stay the same objects. */
  reading: () => Reading;
  onToggle: (item: Item, field: Field) => void;
}

/** Columns before those of the fields: the mark of choice and the place. */
export const LEADING = 2;

const isTyped = (field: Field) => !['fixed', 'key', 'holds', 'yes-no'].includes(field.kind);
const isNumber = (field: Field) => ['whole', 'decimal', 'bound'].includes(field.kind);

/** The grid's columns of one list; made once per list and language. */
export function gridColumns({ fields, reading, onToggle }: ColumnSource): Column<GridRow>[] {
  const { texts } = reading();
  const titleOf = (field: Field) => texts.fields[field.name] ?? field.name;
  return [
    { ...SelectColumn, minWidth: 44, width: 44, maxWidth: 44, frozen: true },
    {
      key: '#',
      name: texts.table.number,
      width: 68,
      frozen: true,
      cellClass: 'cell-place',
      renderCell: ({ row }) => <PlaceCell row={row} />,
    },
    ...fields.map((field, at): Column<GridRow> => ({
      key: field.name,
      name: titleOf(field),
      width: field.width,
      resizable: true,
      frozen: at < 2,
      editable: isTyped(field),
      cellClass: (row) =>
        [
          faultAt(row, field.name) ? 'cell-faulty' : '',
          isNumber(field) ? 'cell-number' : '',
          isTyped(field) || field.kind === 'yes-no' ? '' : 'cell-fixed',
        ].join(' '),
      renderCell: ({ row, tabIndex }) =>
        field.kind === 'yes-no' ? (
          <YesNoCell
            row={row}
            field={field}
            label={titleOf(field)}
            tabIndex={tabIndex}
            onToggle={() => onToggle(row.item, field)}
          />
        ) : (
          <CellAtRest row={row} field={field} reading={reading()} />
        ),
      renderEditCell: isTyped(field)
        ? (props) =>
            isChosen(field) ? (
              <ChoiceCellEditor {...props} field={field} label={titleOf(field)} reading={reading()} />
            ) : (
              <TextCellEditor {...props} field={field} label={titleOf(field)} reading={reading()} />
            )
        : undefined,
    })),
  ];
}
