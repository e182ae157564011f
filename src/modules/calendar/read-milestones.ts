import { z } from 'zod';
import { plainDate, type DataFolder, type Line } from '../shared/index.js';
import type { Milestone, Oddity, YearlyDay, YearOf } from './milestone.js';

const CALENDAR = 'calendar/calendar.csv';
const READING = 'calendar/milestones.yaml';

const SORTS = ['deadline', 'window', 'relative', 'local', 'start', 'period', 'request'] as const;
/** How the calendar's word for a row may be read. A relative term asked of an outside body is a request. */
const SORTS_OF_KIND: Record<string, readonly Milestone['sort'][]> = {
  deadline: ['deadline'],
  window: ['window'],
  relative: ['relative', 'request'],
  'local-rule': ['local'],
  start: ['start'],
  period: ['period'],
};
/** R is the report year, P the plan year; a report dated in year X belongs to plan year X. */
const YEAR_OF: Record<string, YearOf> = { R: 'report-year', P: 'plan-year', X: 'plan-year' };

const day = z
  .string()
  .refine((text) => text === '' || plainDate.valid(`2027-${text}`), 'must be a day MM-DD that every year has')
  .transform((text) => text || undefined);

const calendarRow = z.strictObject({
  id: z.string().min(1),
  round: z.enum(['0', '1', '2', '3', 'reports']),
  kind: z.enum(['deadline', 'window', 'relative', 'local-rule', 'start', 'period', 'oddity']),
  actor_level: z.string(),
  actor: z.string(),
  recipient: z.string(),
  what: z.string().min(1),
  start: day,
  due: day,
  strict: z.string().regex(/^(|on|from|before|within|set-locally|relative:\+\d+d)$/),
  last_allowed_day: day,
  year: z.enum(['', 'R', 'P', 'X']),
  clause: z.string().min(1),
  oddity: z.string(),
});
type CalendarRow = z.output<typeof calendarRow>;

const selector = z.union([
  z.strictObject({ superior: z.literal(true) }),
  z.strictObject({ unit: z.string() }),
  z.strictObject({ kind: z.string(), below: z.boolean().optional(), beside: z.boolean().optional() }),
  z.strictObject({ body: z.string() }),
]);

const reading = z.strictObject({
  sort: z.enum(SORTS),
  title: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  section: z.string().min(1),
  owes: z.string().optional(),
  recipients: z.array(selector).nullish(),
  'watched-by': z.string().optional(),
  forms: z.array(z.string()).default([]),
  headline: z.string().optional(),
  'only-led-rows': z.boolean().default(false),
  'signed-document': z.boolean().default(false),
  opens: z.strictObject({ day: z.string().regex(/^\d\d-\d\d$/), assumed: z.literal(true) }).optional(),
});
type Reading = z.output<typeof reading>;

const readingFile = z.strictObject({
  provenance: z.string().min(1),
  /** Where no text in force names these dates: what admins read beside each. */
  'dates-assumed': z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }).optional(),
  milestones: z.record(z.string(), reading),
  oddities: z.array(z.string()),
});

/** What milestones may name: unit codes, kinds of units, keys of forms. */
export interface KnownNames {
  units: ReadonlySet<string>;
  kinds: ReadonlySet<string>;
  forms: ReadonlySet<string>;
}

/**
 * Reads `calendar/`: calendar.csv gives dates, terms and quoted sentences, milestones.yaml says how the product takes each row.
 * Every row is read exactly once, as a milestone or as an oddity. What is wrong goes to `folder.faults`.
 */
export function readMilestones(folder: DataFolder, known: KnownNames): { milestones: Milestone[]; oddities: Oddity[] } {
  const rows = folder.csv(CALENDAR, calendarRow);
  const file = folder.yaml(READING, readingFile);
  if (!file) return { milestones: [], oddities: [] };
  checkRows(folder, rows);
  const ids = new Set(rows.map((row) => row.value.id));
  for (const id of [...Object.keys(file.milestones), ...file.oddities]) {
    if (!ids.has(id)) folder.fault(READING, id, `${CALENDAR} has no row "${id}"`);
  }
  const milestones: Milestone[] = [];
  const oddities: Oddity[] = [];
  for (const { line, value } of rows) {
    const taken = file.milestones[value.id];
    const odd = file.oddities.includes(value.id);
    if (!taken === !odd) {
      folder.fault(CALENDAR, line, taken ? `"${value.id}" is read twice` : `nothing in ${READING} reads "${value.id}"`);
    } else if (taken) {
      checkReading(folder, value, taken, known);
      milestones.push({
        ...milestoneOf(value, taken, file.provenance),
        ...(file['dates-assumed'] ? { assumed: file['dates-assumed'] } : {}),
      });
    } else {
      if (value.kind !== 'oddity') folder.fault(CALENDAR, line, `"${value.id}" is a ${value.kind}, not an oddity`);
      oddities.push({
        id: value.id,
        title: value.what,
        quote: value.clause,
        remark: value.oddity,
        provenance: file.provenance,
      });
    }
  }
  return { milestones, oddities };
}

function checkRows(folder: DataFolder, rows: readonly Line<CalendarRow>[]): void {
  const seen = new Set<string>();
  for (const { line, value } of rows) {
    if (seen.has(value.id)) folder.fault(CALENDAR, line, `id "${value.id}" stands twice`);
    seen.add(value.id);
    if (!value.due || !value.last_allowed_day) continue;
    const last = value.strict === 'before' ? shift(value.due, -1) : value.due;
    if (last !== value.last_allowed_day) {
      folder.fault(
        CALENDAR,
        line,
        `last_allowed_day is ${value.last_allowed_day}, "${value.strict} ${value.due}" gives ${last}`,
      );
    }
  }
}

function checkReading(folder: DataFolder, row: CalendarRow, taken: Reading, known: KnownNames): void {
  const fault = (key: string, reason: string): void => folder.fault(READING, `milestones.${row.id}.${key}`, reason);
  if (!SORTS_OF_KIND[row.kind]?.includes(taken.sort)) fault('sort', `a ${row.kind} cannot be read as ${taken.sort}`);
  if (taken.owes && !known.kinds.has(taken.owes)) fault('owes', `kind "${taken.owes}" is unknown`);
  if (taken['watched-by'] && !known.units.has(taken['watched-by'])) {
    fault('watched-by', `unit "${taken['watched-by']}" is unknown`);
  }
  for (const recipient of taken.recipients ?? []) {
    if ('unit' in recipient && !known.units.has(recipient.unit))
      fault('recipients', `unit "${recipient.unit}" is unknown`);
    if ('kind' in recipient && !known.kinds.has(recipient.kind))
      fault('recipients', `kind "${recipient.kind}" is unknown`);
  }
  for (const form of taken.forms) if (!known.forms.has(form)) fault('forms', `form "${form}" is unknown`);
  if (taken.headline && !taken.forms.includes(taken.headline))
    fault('headline', `"${taken.headline}" is not among its forms`);
  if (taken.opens && row.start) fault('opens', `${CALENDAR} already says that it starts on ${row.start}`);
  if (taken.sort !== 'deadline') return;
  if (!taken.owes) fault('owes', 'a deadline needs a kind of units that owe it');
  if (!row.due || row.strict !== 'before') fault('sort', 'a deadline needs a row with "before" and a due day');
  if (!row.year) fault('sort', 'a deadline needs a row with a year');
  if (!taken.opens && !row.start) fault('opens', 'a deadline needs a day on which it opens');
  if (taken.opens && !plainDate.valid(`2027-${taken.opens.day}`))
    fault('opens', `${taken.opens.day} is no day of every year`);
  if (!taken['signed-document'] && taken.forms.length === 0) fault('forms', 'needs a form or a signed document');
}

function milestoneOf(row: CalendarRow, taken: Reading, provenance: string): Milestone {
  const year: YearOf = YEAR_OF[row.year] ?? 'report-year';
  const due = dueOf(row, year);
  const opens =
    row.start && taken.sort !== 'window'
      ? { monthDay: row.start, yearOf: year, assumed: false }
      : openingOf(row, taken, year);
  return {
    id: row.id,
    round: row.round,
    sort: taken.sort,
    title: taken.title,
    ...(taken.owes ? { owes: taken.owes } : {}),
    recipients: taken.recipients ?? [],
    ...(taken['watched-by'] ? { watchedBy: taken['watched-by'] } : {}),
    forms: taken.forms,
    ...(taken.headline ? { headline: taken.headline } : {}),
    signedDocument: taken['signed-document'],
    onlyLedRows: taken['only-led-rows'],
    ...(opens ? { opens } : {}),
    ...(due ? { due } : {}),
    ...(taken.sort === 'window' && row.start ? { windowStart: { monthDay: row.start, yearOf: year } } : {}),
    clause: { section: taken.section, quote: row.clause },
    ...(row.oddity ? { oddity: row.oddity } : {}),
    provenance,
  };
}

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

/** `monthDay` moved by days inside one year; 28 February is followed by 1 March. */
function shift(monthDay: string, days: number): string {
  return plainDate.add(`2027-${monthDay}`, days).slice(5);
}
