import type { DataFolder } from '../shared/index.js';
import { CALENDAR, type CalendarRow, readCalendarRows, shift } from './calendar-rows.js';
import { checkReading, type KnownNames } from './check-reading.js';
import { READING, type Reading, readingFile, type ReadingFile, REMARKS, remarksFile } from './milestone-file.js';
import type { FigurePeriod, Milestone, Oddity, RulePeriod, YearlyDay, YearOf } from './milestone.js';

/** R is the report year, P the plan year; a report dated in year X belongs to plan year X. */
const YEAR_OF: Record<string, YearOf> = { R: 'report-year', P: 'plan-year', X: 'plan-year' };

/**
 * Reads `calendar/`: calendar.csv (and further.csv) give dates, terms and quoted sentences, milestones.yaml says how the product
 * takes each row. Every row is read exactly once, as a milestone or as an oddity. What is wrong goes to `folder.faults`.
 */
export function readMilestones(folder: DataFolder, known: KnownNames): { milestones: Milestone[]; oddities: Oddity[] } {
  const rows = readCalendarRows(folder);
  const file = folder.yaml(READING, readingFile);
  if (!file) return { milestones: [], oddities: [] };
  const ids = new Set(rows.map((row) => row.value.id));
  const remarks = (folder.has(REMARKS) ? folder.yaml(REMARKS, remarksFile) : undefined) ?? {};
  for (const id of Object.keys(remarks)) if (!ids.has(id)) folder.fault(REMARKS, id, `${CALENDAR} has no row "${id}"`);
  for (const id of [...Object.keys(file.milestones), ...file.oddities]) {
    if (!ids.has(id)) folder.fault(READING, id, `${CALENDAR} has no row "${id}"`);
  }
  const byId = new Map(rows.map((row) => [row.value.id, row.value]));
  const milestones: Milestone[] = [];
  const oddities: Oddity[] = [];
  for (const row of rows) {
    const { line, value } = row;
    const taken = file.milestones[value.id];
    const odd = file.oddities.includes(value.id);
    if (!taken === !odd) {
      folder.fault(row.file, line, taken ? `"${value.id}" is read twice` : `nothing in ${READING} reads "${value.id}"`);
    } else if (taken) {
      checkReading(folder, row, file, known);
      const vi = remarks[value.id]?.remark;
      milestones.push({ ...milestoneOf(value, taken, file, byId), ...(vi ? { oddityVi: vi } : {}) });
    } else {
      if (value.kind !== 'oddity') folder.fault(row.file, line, `"${value.id}" is a ${value.kind}, not an oddity`);
      oddities.push({
        id: value.id,
        title: value.what,
        quote: value.clause,
        remark: value.oddity,
        ...(remarks[value.id] ? { vi: remarks[value.id] } : {}),
        provenance: file.provenance,
      });
    }
  }
  return { milestones, oddities };
}

function milestoneOf(
  row: CalendarRow,
  taken: Reading,
  file: ReadingFile,
  rows: ReadonlyMap<string, CalendarRow>,
): Milestone {
  const year = yearOf(row);
  return {
    id: row.id,
    round: row.round,
    sort: taken.sort,
    title: taken.title,
    ...whoOwes(taken, year),
    recipients: taken.recipients ?? [],
    ...(taken['watched-by'] ? { watchedBy: taken['watched-by'] } : {}),
    forms: taken.forms,
    ...(taken.headline ? { headline: taken.headline } : {}),
    signedDocument: taken['signed-document'],
    onlyLedRows: taken['only-led-rows'],
    ...days(row, taken, year),
    ...(taken.after ? { after: taken.after } : {}),
    ...(taken.agenda.length > 0 ? { agenda: taken.agenda } : {}),
    ...(taken.figures ? { figures: figuresOf(taken.figures, year) } : {}),
    ...ruleOf(taken, rows),
    ...(taken.feeds ? { feeds: taken.feeds } : {}),
    ...(taken['usual-days'] > 0 ? { usualDays: taken['usual-days'] } : {}),
    ...(taken['waits-on'] ? { waitsOn: taken['waits-on'] } : {}),
    ...(taken['agrees-targets'] ? { agreesTargets: true } : {}),
    clause: { section: taken.section, quote: row.clause },
    ...(row.oddity ? { oddity: row.oddity } : {}),
    provenance: file.provenance,
    ...(file['dates-assumed'] ? { assumed: file['dates-assumed'] } : {}),
  };
}

function whoOwes(taken: Reading, year: YearOf): Partial<Milestone> {
  const dueOf = taken['due-of'].map(({ day, ...whom }) => ({ ...whom, due: { monthDay: day, yearOf: year } }));
  return {
    ...(taken.owes ? { owes: taken.owes } : {}),
    ...(taken['owes-level'] ? { owesLevel: taken['owes-level'] } : {}),
    ...(dueOf.length > 0 ? { dueOf } : {}),
  };
}

function days(row: CalendarRow, taken: Reading, year: YearOf): Partial<Milestone> {
  const due = dueOf(row, year);
  const opens =
    row.start && taken.sort !== 'window'
      ? { monthDay: row.start, yearOf: year, assumed: false }
      : openingOf(row, taken, year);
  return {
    ...(opens ? { opens } : {}),
    ...(due ? { due } : {}),
    ...(taken.sort === 'window' && row.start ? { windowStart: { monthDay: row.start, yearOf: year } } : {}),
  };
}

function ruleOf(taken: Reading, rows: ReadonlyMap<string, CalendarRow>): Partial<Milestone> {
  const proposals = taken.proposals.map(({ periods, ...proposal }) => ({
    ...proposal,
    periods: periods.map((period) => periodOf(period, rows)),
  }));
  return {
    ...(taken['set-by'].length > 0 ? { setBy: taken['set-by'] } : {}),
    ...(taken.asks ? { asks: taken.asks } : {}),
    ...(proposals.length > 0 ? { proposals } : {}),
  };
}

function periodOf(
  { key, title, opens, due }: Reading['proposals'][number]['periods'][number],
  rows: ReadonlyMap<string, CalendarRow>,
): RulePeriod {
  return {
    key,
    title,
    opens: { monthDay: opens.day, yearOf: `${opens.year}-year` },
    due: 'day' in due ? { monthDay: due.day, yearOf: `${due.year}-year` } : daysBefore(due, rows),
  };
}

/** Counted back from a milestone's due day; where that is not there, a fault was told already. */
function daysBefore(due: { before: string; days: number }, rows: ReadonlyMap<string, CalendarRow>): YearlyDay {
  const row = rows.get(due.before);
  return { monthDay: shift(row?.due ?? '12-31', -due.days), yearOf: row ? yearOf(row) : 'report-year' };
}

function figuresOf(figures: NonNullable<Reading['figures']>, yearOf: YearOf): FigurePeriod {
  const on = (monthDay: string) => ({ monthDay, yearOf });
  return {
    from: on(figures.from),
    to: on(figures.to),
    dataUntil: on(figures['data-until']),
    standing: figures.standing,
    ...(figures.assumed ? { assumed: figures.assumed } : {}),
  };
}

const yearOf = (row: CalendarRow): YearOf => YEAR_OF[row.year] ?? 'report-year';

/** Something due in January opens before New Year, in the year before. */
function openingOf(row: CalendarRow, taken: Reading, year: YearOf): Milestone['opens'] {
  if (!taken.opens) return undefined;
  const yearBefore = row.due !== undefined && taken.opens.day > row.due && year === 'plan-year';
  return { monthDay: taken.opens.day, yearOf: yearBefore ? 'report-year' : year, assumed: true };
}

/** The first day too late: the day of "before", the day after a window's last. Other terms have no day of their own. */
function dueOf(row: CalendarRow, year: YearOf): YearlyDay | undefined {
  if (!row.due) return undefined;
  if (row.strict === 'before') return { monthDay: row.due, yearOf: year };
  if (row.strict === 'within') return { monthDay: shift(row.due, 1), yearOf: year };
  return undefined;
}
