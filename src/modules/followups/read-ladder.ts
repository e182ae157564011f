import { z } from 'zod';
import type { DataFolder, Params } from '../shared/index.js';
import type { DifficultyRung, Ladder, Rung } from './ladder.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 07:30');

const audience = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('unit'), role: z.enum(['official', 'head']) }),
  z.strictObject({ of: z.literal('superior'), role: z.enum(['supervisor', 'head']) }),
  z.strictObject({ of: z.literal('named'), unit: z.string(), role: z.enum(['supervisor', 'head', 'official']) }),
]);

const count = z.int().min(1).max(400);
const countedIn = z.enum(['days', 'working-days']);

const rungFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'must be made of a-z, 0-9 and -'),
  sort: z.enum(['opening', 'reminder', 'last-day', 'overdue', 'escalation']),
  from: z.enum(['opens', 'last-day', 'due']),
  days: z.int().min(-400).max(400).optional(),
  'working-days': z.int().min(-400).max(400).optional(),
  at: time,
  to: audience,
  template: z.string().min(1).max(100),
  channels: z
    .array(z.string().regex(/^[a-z0-9-]{1,40}$/))
    .min(1)
    .max(10)
    .optional(),
  grouping: z.enum(['digest', 'single']).optional(),
  'on-working-days-only': z.boolean().optional(),
  repeat: z.strictObject({ every: count, in: countedIn.optional(), 'at-most': z.int().min(2).max(50) }).optional(),
  until: z
    .array(z.enum(['status-reported', 'promised', 'acknowledged']))
    .min(1)
    .optional(),
  'acknowledge-within-hours': z.int().min(1).max(720).optional(),
  'slack-at-most': z.int().min(-400).max(400).optional(),
});
type RungFile = z.output<typeof rungFile>;

/** A ladder as a profile writes it and as admins edit it. */
const afterTheLastWord = z.strictObject({
  every: count,
  in: countedIn.optional(),
  'at-most': z.int().min(1).max(50),
  at: time,
});

export const ladderFile = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,60}$/, 'must be made of a-z, 0-9 and -'),
  hours: z.strictObject({ from: time, to: time }),
  quiet: z
    .array(z.strictObject({ from: time, to: time }))
    .max(10)
    .optional(),
  'time-zone': z.string().max(60),
  difficulties: afterTheLastWord.optional(),
  rebaselines: afterTheLastWord.optional(),
  rungs: z.array(rungFile).min(1, 'must hold at least one rung').max(60),
});
export type LadderFile = z.output<typeof ladderFile>;
type DifficultyFile = NonNullable<LadderFile['difficulties']>;

/** What a ladder may name: unit codes, and texts of notices in every language (any when absent). */
export interface KnownToLadder {
  units: ReadonlySet<string>;
  templates?: ReadonlySet<string>;
}

/** Reads `ladders/<key>.yaml`; what is wrong goes to `folder.faults`. */
export function readLadder(folder: DataFolder, key: string, known: KnownToLadder): Ladder | undefined {
  const file = `ladders/${key}.yaml`;
  const read = folder.yaml(file, ladderFile);
  if (!read) return undefined;
  for (const { row, reason } of faultsOfLadder(read, known)) folder.fault(file, row, reason);
  if (read.key !== key) folder.fault(file, 'key', `is "${read.key}", the file is "${key}"`);
  return ladderOf(read);
}

/** One thing wrong in a ladder: where, and what, as profiles say it; `code` and `params` are for those who say it otherwise. */
export interface LadderFault {
  /** `hours`, `quiet.0`, `rungs.3`. */
  row: string;
  /** The part of a rung, by its name in the file. */
  field?: keyof RungFile;
  code: string;
  params: Params;
  reason: string;
}

/** Everything wrong in a ladder whose shape is right. */
export function faultsOfLadder(ladder: LadderFile, known: KnownToLadder): LadderFault[] {
  const faults: LadderFault[] = [];
  const { hours, quiet = [] } = ladder;
  const fault = (row: string, code: string, reason: string, params: Params = {}): void =>
    void faults.push({ row, code, params, reason });
  if (hours.from >= hours.to) fault('hours', 'times-order', `${hours.from} is not before ${hours.to}`, hours);
  const zone = ladder['time-zone'];
  if (!isTimeZone(zone)) fault('time-zone', 'time-zone', `"${zone}" is no time zone`, { zone });
  for (const [at, { from, to }] of quiet.entries()) {
    const row = `quiet.${at}`;
    if (from >= to) fault(row, 'times-order', `${from} is not before ${to}`, { from, to });
    if (from < hours.from || to >= hours.to)
      fault(row, 'quiet-outside', `${from} to ${to} must end within the ladder's hours`, hours);
    if (at > 0 && from < quiet[at - 1]!.to) fault(row, 'quiet-order', 'must stand after the quiet time before it');
  }
  for (const name of ['difficulties', 'rebaselines'] as const) {
    const at = ladder[name]?.at;
    if (at !== undefined && (at < hours.from || at >= hours.to)) {
      fault(name, 'at-outside', `${at} lies outside the ladder's hours`, hours);
    }
  }
  const ids = new Set<string>();
  for (const [at, rung] of ladder.rungs.entries()) {
    for (const one of faultsOfRung(rung, hours, known, ids)) faults.push({ row: `rungs.${at}`, ...one });
    ids.add(rung.id);
  }
  return faults;
}

function faultsOfRung(
  rung: RungFile,
  hours: LadderFile['hours'],
  known: KnownToLadder,
  earlier: ReadonlySet<string>,
): Omit<LadderFault, 'row'>[] {
  const faults: Omit<LadderFault, 'row'>[] = [];
  const fault = (field: keyof RungFile, code: string, reason: string, params: Params = {}): void =>
    void faults.push({ field, code, reason, params });
  const { id, at, to, from, sort, template, days, 'working-days': workingDays } = rung;
  if (earlier.has(id)) fault('id', 'id-twice', `id "${id}" stands twice`, { id });
  if (at < hours.from || at >= hours.to) fault('at', 'at-outside', `${at} lies outside the ladder's hours`, hours);
  if (to.of === 'named' && !known.units.has(to.unit))
    fault('to', 'unit-unknown', `unit "${to.unit}" is unknown`, { unit: to.unit });
  if (known.templates && !known.templates.has(template))
    fault('template', 'text-unknown', `text "${template}" is unknown`, { text: template });
  if ((days === undefined) === (workingDays === undefined))
    fault('days', 'distance-needed', 'needs either days or working-days');
  const distance = days ?? workingDays ?? 0;
  const late = sort === 'overdue' || sort === 'escalation';
  if (from === 'opens' && distance < 0) fault('days', 'before-opening', 'nothing is sent before the opening');
  if (from === 'last-day' && distance > 0) fault('days', 'after-last-day', 'after the last day count from due');
  if (from === 'due' && distance < 0) fault('days', 'before-due', 'before the due day count from last-day');
  if (!late && from === 'due')
    fault('sort', 'pointless-when-due', `a rung of sort ${sort} is pointless from the due day on`);
  if (sort === 'overdue' && from !== 'due') fault('sort', 'overdue-from-due', 'a rung of sort overdue counts from due');
  if (rung.until?.includes('acknowledged') && !late)
    fault('until', 'only-lateness-acknowledged', 'only lateness is acknowledged');
  return faults;
}

/** The ladder that the planner takes. */
export function ladderOf(read: LadderFile): Ladder {
  return {
    key: read.key,
    hours: read.hours,
    ...(read.quiet ? { quiet: read.quiet } : {}),
    timeZone: read['time-zone'],
    ...(read.difficulties ? { difficulties: difficultyRungOf(read.difficulties) } : {}),
    ...(read.rebaselines ? { rebaselines: difficultyRungOf(read.rebaselines) } : {}),
    rungs: read.rungs.map(rungOf),
  };
}

function difficultyRungOf({ every, in: countedIn, 'at-most': atMost, at }: DifficultyFile): DifficultyRung {
  return { every, atMost, at, ...(countedIn ? { countedIn } : {}) };
}

function rungOf(rung: RungFile): Rung {
  const { repeat } = rung;
  return {
    id: rung.id,
    sort: rung.sort,
    from: rung.from,
    offsetDays: rung.days ?? rung['working-days'] ?? 0,
    ...(rung['working-days'] === undefined ? {} : { countedIn: 'working-days' as const }),
    at: rung.at,
    audience: rung.to,
    template: rung.template,
    ...(rung.channels ? { channels: rung.channels } : {}),
    ...(rung.grouping ? { grouping: rung.grouping } : {}),
    ...(rung['on-working-days-only'] === undefined ? {} : { onWorkingDaysOnly: rung['on-working-days-only'] }),
    ...(repeat
      ? { repeat: { every: repeat.every, atMost: repeat['at-most'], ...(repeat.in ? { countedIn: repeat.in } : {}) } }
      : {}),
    ...(rung.until ? { until: rung.until } : {}),
    ...(rung['acknowledge-within-hours'] ? { acknowledgeWithinHours: rung['acknowledge-within-hours'] } : {}),
    ...(rung['slack-at-most'] === undefined ? {} : { slackAtMost: rung['slack-at-most'] }),
  };
}

/** The ladder as it is written: the way back of {@link ladderOf}. */
export function fileOfLadder(ladder: Ladder): LadderFile {
  return {
    key: ladder.key,
    hours: ladder.hours,
    ...(ladder.quiet ? { quiet: ladder.quiet } : {}),
    'time-zone': ladder.timeZone,
    ...(ladder.difficulties ? { difficulties: fileOfDifficultyRung(ladder.difficulties) } : {}),
    ...(ladder.rebaselines ? { rebaselines: fileOfDifficultyRung(ladder.rebaselines) } : {}),
    rungs: ladder.rungs.map((rung): RungFile => {
      const { repeat } = rung;
      return {
        id: rung.id,
        sort: rung.sort,
        from: rung.from,
        ...(rung.countedIn === 'working-days' ? { 'working-days': rung.offsetDays } : { days: rung.offsetDays }),
        at: rung.at,
        to: rung.audience,
        template: rung.template,
        ...(rung.channels ? { channels: rung.channels } : {}),
        ...(rung.grouping ? { grouping: rung.grouping } : {}),
        ...(rung.onWorkingDaysOnly === undefined ? {} : { 'on-working-days-only': rung.onWorkingDaysOnly }),
        ...(repeat
          ? {
              repeat: {
                every: repeat.every,
                'at-most': repeat.atMost,
                ...(repeat.countedIn ? { in: repeat.countedIn } : {}),
              },
            }
          : {}),
        ...(rung.until ? { until: rung.until } : {}),
        ...(rung.acknowledgeWithinHours ? { 'acknowledge-within-hours': rung.acknowledgeWithinHours } : {}),
        ...(rung.slackAtMost === undefined ? {} : { 'slack-at-most': rung.slackAtMost }),
      };
    }),
  };
}

function fileOfDifficultyRung({ every, countedIn, atMost, at }: DifficultyRung): DifficultyFile {
  return { every, 'at-most': atMost, at, ...(countedIn ? { in: countedIn } : {}) };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
