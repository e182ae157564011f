import { z } from 'zod';
import type { DataFolder } from '../shared/index.js';
import type { Ladder } from './ladder.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 07:30');

const audience = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('unit'), role: z.enum(['official', 'head']) }),
  z.strictObject({ of: z.literal('superior'), role: z.enum(['supervisor', 'head']) }),
  z.strictObject({ of: z.literal('named'), unit: z.string(), role: z.enum(['supervisor', 'head', 'official']) }),
]);

const ladderFile = z.strictObject({
  key: z.string().min(1),
  hours: z.strictObject({ from: time, to: time }),
  'time-zone': z.string(),
  rungs: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        sort: z.enum(['opening', 'reminder', 'last-day', 'overdue', 'escalation']),
        from: z.enum(['opens', 'last-day', 'due']),
        days: z.int(),
        at: time,
        to: audience,
        template: z.string().min(1),
      }),
    )
    .min(1, 'must hold at least one rung'),
});

/** Reads `ladders/<key>.yaml`; what is wrong goes to `folder.faults`. `units` are the codes that a named audience may have. */
export function readLadder(folder: DataFolder, key: string, units: ReadonlySet<string>): Ladder | undefined {
  const file = `ladders/${key}.yaml`;
  const read = folder.yaml(file, ladderFile);
  if (!read) return undefined;
  const fault = (row: string, reason: string): void => folder.fault(file, row, reason);
  if (read.key !== key) fault('key', `is "${read.key}", the file is "${key}"`);
  if (read.hours.from >= read.hours.to) fault('hours', `${read.hours.from} is not before ${read.hours.to}`);
  if (!isTimeZone(read['time-zone'])) fault('time-zone', `"${read['time-zone']}" is no time zone`);
  const ids = new Set<string>();
  for (const [at, rung] of read.rungs.entries()) {
    const row = `rungs.${at}`;
    if (ids.has(rung.id)) fault(row, `id "${rung.id}" stands twice`);
    ids.add(rung.id);
    if (rung.at < read.hours.from || rung.at >= read.hours.to) fault(row, `${rung.at} lies outside the ladder's hours`);
    if (rung.to.of === 'named' && !units.has(rung.to.unit)) fault(row, `unit "${rung.to.unit}" is unknown`);
  }
  return {
    key: read.key,
    hours: read.hours,
    timeZone: read['time-zone'],
    rungs: read.rungs.map(({ days, to, ...rung }) => ({ ...rung, offsetDays: days, audience: to })),
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
