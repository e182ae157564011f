import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  type CellCopyArgs,
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  DataGrid,
  type DataGridHandle,
  type PositionChangeArgs,
  type RowsChangeData,
} from 'react-data-grid';
import 'react-data-grid/lib/styles.css';
import { useEditorTexts } from '../../texts/editor';
import { useDefinition, useDraft, useOpenDraft } from '../draft/use-draft';
import { readText, textOf } from '../model/cell-text';
import { type Field, isChosen, topOf } from '../model/field';
import { fieldsOf } from '../model/fields';
import type { ListName } from '../model/forms';
import { membersOf } from '../model/members';
import type { PastePlace } from '../model/paste';
import { readTable, writeTable } from '../model/table-text';
import { gridColumns, LEADING } from './grid-columns';
import { type GridRow, GridRows } from './grid-row';
import { useReading } from './use-reading';
import type { RowWork } from './use-row-work';

/** What the grid tells the page around it. */
export interface GridEvents {
  onRow: (key: string | undefined) => void;
  onChosen: (keys: ReadonlySet<string>) => void;
  onPaste: (cells: string[][], at: Pick<PastePlace, 'row' | 'column' | 'members'>) => void;
  onAdd: () => void;
  onRemove: (key: string) => void;
  onDetails: () => void;
  /** A sentence about what was just typed or done. */
  onSaid: (sentence: string) => void;
}

interface Props extends GridEvents {
  list: ListName;
  work: RowWork;
  chosen: ReadonlySet<string>;
  /** Only these rows are shown; all where absent. */
  only?: ReadonlySet<string>;
  /** The row to go to, from outside (a fault, the list of differences); another `turn` goes there again. */
  goTo?: { key: string; field?: string; turn: number };
}

/** One list of the form as a table that is worked in like a spreadsheet. Draws only the rows in view. */
export function MemberGrid({ list, work, chosen, only, goTo, onRow, ...on }: Props) {
  const texts = useEditorTexts();
  const { store } = useOpenDraft();
  const definition = useDefinition();
  const members = membersOf(definition, list);
  const groups = membersOf(definition, 'groups');
  const faults = useDraft((state) => state.faults);
  const reading = useReading();
  const [made] = useState(() => new GridRows());
  const all = useMemo(() => made.of(list, members, faults), [made, list, members, faults]);
  const rows = useMemo(() => (only ? all.filter((row) => only.has(row.item.key)) : all), [all, only]);
  const fields = fieldsOf[list];
  const columns = useMemo(
    () => gridColumns({ list, fields, reading, onToggle: work.toggle }),
    // Names of groups and titles stand in many rows; everything else is asked for when a cell is drawn.

    [list, fields, reading, work, texts, groups],
  );
  const grid = useRef<DataGridHandle>(null);
  const [active, setActive] = useState({ row: -1, column: 0 });

  useEffect(() => {
    if (!goTo) return;
    const rowIdx = rows.findIndex((row) => row.item.key === goTo.key);
    const at = fields.findIndex((field) => field.name === goTo.field || topOf(field) === goTo.field);
    if (rowIdx !== -1)
      grid.current?.setActivePosition({ rowIdx, idx: LEADING + Math.max(at, 1) }, { shouldFocus: true });
    // Only another wish moves the cursor, not every edit that makes new rows.
  }, [goTo]);

  // Rows come, go and change places under a cursor that stays: which row it is in follows from where it is.
  const under = rows[active.row]?.item.key;
  useEffect(() => onRow(under), [under, onRow]);

  const take = (row: GridRow | undefined) => {
    const field = fields.find((one) => one.name === row?.typed?.field);
    if (!row?.typed || !field) return;
    const read = readText(field, row.typed.text, row.item, reading());
    if (!read.ok) return on.onSaid(texts.typed.kept(texts.typed[read.fault](row.typed.text)));
    const name = topOf(field);
    const [from, to] = [row.item[name] ?? null, read.member[name] ?? null];
    if (JSON.stringify(from) !== JSON.stringify(to))
      store.do([{ do: 'set', list, key: row.item.key, field: name, from, to }]);
  };

  const typed = (next: GridRow[], { indexes }: RowsChangeData<GridRow>) => take(next[indexes[0] ?? -1]);

  const moved = useCallback(
    ({ rowIdx, column }: PositionChangeArgs<GridRow>) =>
      setActive({ row: rowIdx, column: Math.max(0, (column?.idx ?? 0) - LEADING) }),
    [],
  );

  const pressed = (args: CellKeyDownArgs<GridRow>, event: CellKeyboardEvent) => {
    if (args.mode === 'EDIT' || !args.row) return;
    const { row, rowIdx } = args;
    const idx = args.column?.idx ?? 0;
    const field = fields[idx - LEADING];
    const act = actOf(event, field);
    if (act === undefined) return;
    event.preventDefault();
    event.preventGridDefault();
    switch (act) {
      case 'add':
        return on.onAdd();
      case 'remove':
        return on.onRemove(row.item.key);
      case 'details':
        return on.onDetails();
      case 'edit':
        return args.setActivePosition({ rowIdx, idx }, { enableEditor: true });
      case 'first':
        return args.setActivePosition({ rowIdx: 0, idx: LEADING }, { shouldFocus: true });
      case 'toggle':
        return field && work.toggle(row.item, field);
      case 'clear':
        return field && field.kind !== 'yes-no' && take({ ...row, typed: { field: field.name, text: '' } });
      case 'up':
      case 'down': {
        const by = act === 'up' ? -1 : 1;
        work.move(row.item.key, by);
        if (rows[rowIdx + by]) args.setActivePosition({ rowIdx: rowIdx + by, idx }, { shouldFocus: true });
      }
    }
  };

  const copied = ({ row, column }: CellCopyArgs<GridRow>, event: ClipboardEvent) => {
    const lines = chosen.size > 0 ? rows.filter(({ item }) => chosen.has(item.key)) : [row];
    const wanted = chosen.size > 0 ? fields : fields.filter((field) => field.name === column.key);
    const text = writeTable(lines.map(({ item }) => wanted.map((field) => textOf(field, item, reading()))));
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    if (chosen.size > 0) on.onSaid(texts.pasting.copied(lines.length));
  };

  const pasted = (event: ClipboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.closest('.cell-editor') !== null;
    if (isTyping || (active.row < 0 && rows.length > 0)) return;
    event.preventDefault();
    const cells = readTable(event.clipboardData.getData('text/plain'));
    const visible = only ? rows.map(({ item }) => item) : undefined;
    on.onPaste(cells, { row: Math.max(0, active.row), column: active.column, members: visible });
  };

  return (
    <div className="grid-place" onPaste={pasted}>
      <DataGrid
        ref={grid}
        className="member-grid"
        aria-label={texts.lists[list]}
        aria-description={texts.table.keyboard}
        columns={columns}
        rows={rows}
        rowKeyGetter={keyOf}
        rowHeight={36}
        headerRowHeight={40}
        rowClass={classOf}
        selectedRows={chosen}
        onSelectedRowsChange={on.onChosen}
        onRowsChange={typed}
        onActivePositionChange={moved}
        onCellKeyDown={pressed}
        onCellCopy={copied}
        onCellPaste={({ row }) => row}
        renderers={{ noRowsFallback: <p className="grid-empty">{texts.table.empty}</p> }}
      />
    </div>
  );
}

const keyOf = (row: GridRow): string => row.item.key;

const classOf = ({ item }: GridRow): string =>
  [item['hidden'] === true ? 'row-hidden' : '', item['part'] === undefined ? '' : 'row-part'].join(' ');

type Act = 'up' | 'down' | 'add' | 'remove' | 'details' | 'edit' | 'first' | 'toggle' | 'clear';

function actOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, field: Field | undefined): Act | undefined {
  const ctrl = ctrlKey || metaKey;
  if (altKey && key === 'ArrowUp') return 'up';
  if (altKey && key === 'ArrowDown') return 'down';
  if (key === 'Insert') return 'add';
  if (ctrl && key === 'Delete') return 'remove';
  if (ctrl && key === 'Enter') return 'details';
  if (key === 'F2') return 'edit';
  // The first cell is one of a row, as in a spreadsheet; the grid by itself goes to its header.
  if (ctrl && key === 'Home') return 'first';
  if (key === 'Delete') return 'clear';
  if (ctrl || !field) return undefined;
  if (field.kind === 'yes-no' && (key === ' ' || key === 'Enter')) return 'toggle';
  // The very press that opens a drop-down would otherwise unfold it too, and arrows could not choose at once.
  if (isChosen(field) && key === 'Enter') return 'edit';
  return undefined;
}
