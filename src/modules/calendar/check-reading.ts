import { type DataFolder, plainDate } from '../shared/index.js';
import type { CalendarRow, PlacedRow } from './calendar-rows.js';
import { READING, type Reading, type ReadingFile } from './milestone-file.js';
import type { Milestone } from './milestone.js';

/** What milestones may name: unit codes, kinds of units, levels, keys of forms. */
export interface KnownNames {
  units: ReadonlySet<string>;
  kinds: ReadonlySet<string>;
  levels: ReadonlySet<string>;
  forms: ReadonlySet<string>;
}

/** How the calendar's word for a row may be read. A relative term asked of an outside body is a request. */
const SORTS_OF_KIND: Record<string, readonly Milestone['sort'][]> = {
  deadline: ['deadline'],
  window: ['window'],
  relative: ['relative', 'request'],
  'local-rule': ['local'],
  start: ['start'],
  period: ['period'],
};

type Tell = (key: string, reason: string) => void;

/** Tells every fault of how `row` is read; `file` is what stands beside it. */
export function checkReading(folder: DataFolder, row: PlacedRow, file: ReadingFile, known: KnownNames): void {
  const taken = file.milestones[row.value.id]!;
  const tell: Tell = (key, reason) => folder.fault(READING, `milestones.${row.value.id}.${key}`, reason);
  checkNames(taken, known, tell);
  checkChain(taken, file, tell);
  if (!SORTS_OF_KIND[row.value.kind]?.includes(taken.sort)) {
    tell('sort', `a ${row.value.kind} cannot be read as ${taken.sort}`);
  }
  if (taken.opens && row.value.start) tell('opens', `${row.file} already says that it starts on ${row.value.start}`);
  if (taken.sort === 'deadline') checkDeadline(row.value, taken, tell);
  if (taken.after) checkTerm(row.value, taken.after, file, taken, tell);
  if (taken.sort === 'local') checkLocal(taken, file, tell);
  else if (taken['set-by'].length > 0) tell('set-by', 'only a local rule is set by somebody');
}

function checkNames(taken: Reading, known: KnownNames, tell: Tell): void {
  const must = (key: string, sort: string, name: string | undefined, among: ReadonlySet<string>): void => {
    if (name !== undefined && !among.has(name)) tell(key, `${sort} "${name}" is unknown`);
  };
  must('owes', 'kind', taken.owes, known.kinds);
  must('owes-level', 'level', taken['owes-level'], known.levels);
  if (taken.owes && taken['owes-level']) tell('owes-level', 'names a level where "owes" names a kind already');
  must('watched-by', 'unit', taken['watched-by'], known.units);
  const places = [...(taken.recipients ?? []).map((to) => ['recipients', to] as const)];
  for (const [key, to] of taken.asks ? [...places, ['asks', taken.asks] as const] : places) {
    if ('unit' in to) must(key, 'unit', to.unit, known.units);
    if ('kind' in to) must(key, 'kind', to.kind, known.kinds);
  }
  for (const by of taken['set-by']) {
    if ('unit' in by) must('set-by', 'unit', by.unit, known.units);
    else must('set-by', 'kind', by.kind, known.kinds);
  }
  for (const one of taken['due-of']) {
    must('due-of', 'unit', one.unit, known.units);
    must('due-of', 'kind', one.kind, known.kinds);
    if (!one.unit && !one.kind && !one.trait) tell('due-of', 'names neither unit, kind nor trait');
  }
  for (const form of taken.forms) must('forms', 'form', form, known.forms);
  if (taken.headline && !taken.forms.includes(taken.headline))
    tell('headline', `"${taken.headline}" is not among its forms`);
}

/** Who waits on whom: milestones that are there, and no ring. */
function checkChain(taken: Reading, file: ReadingFile, tell: Tell): void {
  for (const key of ['feeds', 'waits-on'] as const) {
    const seen = new Set<string>();
    for (let at = taken[key]; at !== undefined && !seen.has(at); at = file.milestones[at]?.[key]) {
      if (!file.milestones[at]) tell(key, `milestone "${at}" is unknown`);
      seen.add(at);
      if (file.milestones[at] === taken) tell(key, 'leads back to itself');
    }
  }
}

function checkDeadline(row: CalendarRow, taken: Reading, tell: Tell): void {
  if (!taken.owes && !taken['owes-level']) tell('owes', 'a deadline needs a kind of units that owe it');
  if (!row.due || row.strict !== 'before') tell('sort', 'a deadline needs a row with "before" and a due day');
  if (!row.year) tell('sort', 'a deadline needs a row with a year');
  if (!taken.opens && !row.start) tell('opens', 'a deadline needs a day on which it opens');
  if (taken.opens && !plainDate.valid(`2027-${taken.opens.day}`)) {
    tell('opens', `${taken.opens.day} is no day of every year`);
  }
  if (!taken['signed-document'] && taken.forms.length === 0) tell('forms', 'needs a form or a signed document');
  const { figures } = taken;
  if (!figures || !row.due) return;
  if (figures.from > figures.to) tell('figures', 'ends before it begins');
  if (figures['data-until'] >= row.due) tell('figures.data-until', `is not before the due day ${row.due}`);
  if (figures.to >= row.due && figures.standing === 'official') {
    tell('figures.standing', `figures up to ${figures.to} cannot be official when due before ${row.due}`);
  }
}

function checkTerm(
  row: CalendarRow,
  after: NonNullable<Reading['after']>,
  file: ReadingFile,
  taken: Reading,
  tell: Tell,
): void {
  if (taken.sort !== 'relative') tell('after', `a ${taken.sort} does not follow an event`);
  if (row.strict !== `relative:+${after.days}d`) tell('after.days', `the row says "${row.strict}"`);
  for (const event of after.events) {
    if (file.milestones[event]?.sort !== 'window') tell('after.events', `"${event}" is no window`);
  }
  if (!taken['signed-document'] && taken.forms.length === 0) tell('forms', 'needs a form or a signed document');
}

function checkLocal(taken: Reading, file: ReadingFile, tell: Tell): void {
  const binds = taken['set-by'].length > 0;
  if (binds !== (taken.asks !== undefined)) tell('asks', 'a local rule needs both who sets it and who is asked');
  if (taken.proposals.length > 0 && !binds) tell('proposals', 'nobody may set what is proposed');
  for (const [at, proposal] of taken.proposals.entries()) {
    for (const form of proposal.forms) {
      if (!taken.forms.includes(form))
        tell(`proposals.${at}.forms`, `"${form}" is not among the forms that may be asked`);
    }
    const keys = proposal.periods.map((period) => period.key);
    if (new Set(keys).size < keys.length) tell(`proposals.${at}.periods`, 'a key stands twice');
    for (const { key, due } of proposal.periods) {
      if ('before' in due && file.milestones[due.before]?.sort !== 'deadline') {
        tell(`proposals.${at}.periods.${key}.due`, `"${due.before}" is no deadline`);
      }
    }
  }
}
