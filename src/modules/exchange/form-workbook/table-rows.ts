import {
  type Answers,
  type Cell,
  computeCells,
  computeRecord,
  type FormDefinition,
  type IndicatorForm,
  isNoteKey,
  notedBy,
  noteKey,
  type OutlineForm,
  partOf,
  type RecordForm,
  type SheetLayout,
  type SheetRow,
  type ShortForm,
  STATE_MARKS,
  totalsOf,
  withoutNotes,
  type WorkedOutCell,
} from '../../../forms/index.js';

/** What one cell of the table is to show: an answer, a mark for an answer without value, or a computed figure. */
export type TableContent = { value: string | boolean } | { mark: string } | { computed: string };

export interface TableRow {
  row: SheetRow;
  /** Layout column → content; empty cells are absent. */
  contents: Map<string, TableContent>;
  /** What was explained about the answers, by layout column. */
  notes?: Map<string, string>;
}

/** Rows kept free below the records of a list, for more of them. */
const SPARE_RECORDS = 20;

/** A spreadsheet cell holds 32,767 characters; a text is cut well before. */
const CHUNK = 30_000;

/** The rows of a form's table with its answers in place, in the order of the worksheet. */
export function tableRows(definition: FormDefinition, layout: SheetLayout, answers: Answers): TableRow[] {
  if (definition.kind === 'indicators') return indicatorRows(definition, layout, answers);
  if (definition.kind === 'short') return shortRows(definition, layout, answers);
  return definition.kind === 'records'
    ? recordRows(definition, layout, answers)
    : outlineRows(definition, layout, answers);
}

function indicatorRows(form: IndicatorForm, layout: SheetLayout, answers: Answers): TableRow[] {
  const cells = partOf(form, answers);
  const computed = computeCells(form, cells);
  return layout.rows.map((row) => {
    const given = Object.entries(cells[row.key] ?? {}).flatMap(([measure, cell]) =>
      cell.state === 'worked-out' ? [] : [[`:${measure}`, contentOf(cell)] as const],
    );
    const derived = Object.entries(computed[row.key] ?? {}).map(([measure, cell]) => {
      return [`:${measure}`, { computed: cell.state === 'value' ? String(cell.value) : '' }] as const;
    });
    return { row, contents: new Map<string, TableContent>([...given, ...derived]) };
  });
}

function contentOf(cell: Exclude<Cell, WorkedOutCell>): TableContent {
  return cell.state === 'value' ? { value: cell.value } : { mark: STATE_MARKS[cell.state] };
}

function recordRows(form: RecordForm, layout: SheetLayout, answers: Answers): TableRow[] {
  const row = layout.recordRow!;
  const first = form.columns[0]?.key ?? '';
  const filled = partOf(form, answers).map((record): TableRow => {
    const [said, held] = [Object.entries(record).filter(([key]) => isNoteKey(key)), withoutNotes(record)];
    const notes = new Map<string, string>();
    // What explains the line stands at its first cell, beside what may explain that.
    for (const [key, note] of said) {
      const at = `:${notedBy(key) || first}`;
      notes.set(at, [notes.get(at), note].filter(Boolean).join('\n'));
    }
    const given = Object.entries(held).map(([column, value]) => [`:${column}`, { value }] as const);
    const derived = Object.entries(computeRecord(form, record)).map(
      ([column, computed]) => [`:${column}`, { computed }] as const,
    );
    return { row, contents: new Map<string, TableContent>([...given, ...derived]), notes };
  });
  const spare = Array.from({ length: SPARE_RECORDS }, (): TableRow => ({ row, contents: new Map() }));
  return [...filled, ...spare, ...(layout.totalRow ? [totals(form, layout.totalRow, answers)] : [])];
}

function totals(form: RecordForm, row: SheetRow, answers: Answers): TableRow {
  const sums = Object.entries(totalsOf(form, partOf(form, answers)));
  return { row, contents: new Map(sums.map(([column, computed]) => [`:${column}`, { computed }])) };
}

function shortRows(form: ShortForm, layout: SheetLayout, answers: Answers): TableRow[] {
  const given = partOf(form, answers);
  return layout.rows.map((row) => {
    const [value, note] = [given[row.key], given[noteKey(row.key)]];
    return {
      row,
      contents: new Map<string, TableContent>(value === undefined ? [] : [[':text', { value }]]),
      notes: new Map(note === undefined ? [] : [[':text', note]]),
    };
  });
}

function outlineRows(form: OutlineForm, layout: SheetLayout, answers: Answers): TableRow[] {
  const texts = partOf(form, answers);
  return layout.rows.flatMap((row) =>
    chunksOf(texts[row.key] ?? '').map((chunk, at): TableRow => {
      const contents = new Map<string, TableContent>(chunk === '' ? [] : [[':text', { value: chunk }]]);
      return { row: at === 0 ? row : continuation(row), contents };
    }),
  );
}

/** A further row of the same section: its key again, without heading and guidance. */
function continuation(row: SheetRow): SheetRow {
  const cells = row.cells.map((cell) =>
    cell.column === 'key' || cell.role === 'input' ? cell : { ...cell, text: '' },
  );
  return { ...row, cells };
}

/** A text cut into pieces that fit a cell, never inside a surrogate pair; one empty piece for an empty text. */
export function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let from = 0;
  while (text.length - from > CHUNK) {
    const last = text.charCodeAt(from + CHUNK - 1);
    const splitsPair = last >= 0xd800 && last <= 0xdbff;
    const to = from + CHUNK - (splitsPair ? 1 : 0);
    chunks.push(text.slice(from, to));
    from = to;
  }
  return [...chunks, text.slice(from)];
}
