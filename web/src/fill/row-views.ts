import {
  type Cell,
  cellLookup,
  type Cells,
  checkAnswers,
  computeCells,
  hasWaiting,
  type IndicatorForm,
  isCellShown,
  type Issue,
  withComputed,
} from './engine';
import { same } from './places';
import type { Report } from './report';
import type { Unclear } from './typed-field';

/**
 * `untouched`: not answered on this page. `waiting`: not sent yet. `refused`: the server found it wrong, it stands only here.
 * `unsent`: the server was not reached.
 */
export type Saving = 'untouched' | 'saved' | 'waiting' | 'refused' | 'unsent';

/** What a check of the form says about a place. */
export interface Finding {
  issue: Issue;
  hard: boolean;
}

export interface CellView {
  cell?: Cell;
  computed?: Cell;
  saving: Saving;
  /** Why the server refused it. */
  refusal?: string;
  /** What was typed and is no answer yet. */
  unclear?: Unclear;
  /** What the form's checks say about it, hard ones first. */
  findings: readonly Finding[];
  /** False where a condition of the row or the column does not hold. */
  asked: boolean;
}

/** Everything one row shows, by measure; the same object as long as nothing of it changes. */
export interface RowView {
  cells: Readonly<Record<string, CellView>>;
}

/** What is drawn: the answers as they stand, those being typed besides, and how each is saved. */
export interface Drawn {
  cells: Cells;
  typed: Cells;
  saved: (row: string, measure: string) => Pick<CellView, 'saving' | 'refusal' | 'unclear'>;
}

const NONE: CellView['findings'] = [];

/** The rows of every form of the report; a row that shows the same as `before` stays the same object. */
export function drawRows(
  report: Report,
  drawn: Drawn,
  before: ReadonlyMap<string, RowView>,
): ReadonlyMap<string, RowView> {
  const rows = new Map<string, RowView>();
  for (const { definition } of report.forms) {
    if (definition.kind !== 'indicators') continue;
    const computed = computeCells(definition, drawn.typed);
    const all = hasWaiting(definition) ? withComputed(definition, drawn.cells) : drawn.cells;
    const found = findingsOf(definition, drawn.cells, report);
    for (const row of definition.rows) {
      const cells: Record<string, CellView> = {};
      for (const measure of definition.measures) {
        const { key } = measure;
        cells[key] = {
          cell: drawn.cells[row.key]?.[key],
          computed: computed[row.key]?.[key],
          ...drawn.saved(row.key, key),
          findings: found.get(`${row.key} ${key}`) ?? NONE,
          asked: isCellShown(row, measure, cellLookup(all, row.key, key)),
        };
      }
      const view = { cells };
      const id = `${definition.key} ${row.key}`;
      const old = before.get(id);
      rows.set(id, old && same(old, view) ? old : view);
    }
  }
  return rows;
}

function findingsOf(form: IndicatorForm, cells: Cells, report: Report): ReadonlyMap<string, CellView['findings']> {
  // The figures of the year before: a change that is too large asks why here as it does in the chat.
  const earlier = (row: string, measure: string) => report.last[row]?.[measure]?.value;
  const { refused, warned } = checkAnswers(form, { ...report.answers, cells }, report.reportYear, earlier);
  const found = new Map<string, CellView['findings']>();
  for (const [issues, hard] of [
    [refused, true],
    [warned, false],
  ] as const) {
    for (const issue of issues) {
      const place = `${issue.path.row ?? ''} ${issue.path.measure ?? ''}`;
      found.set(place, [...(found.get(place) ?? []), { issue, hard }]);
    }
  }
  return found;
}
