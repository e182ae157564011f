import { z } from 'zod';
import { decimal } from '../../../forms/index.js';
import { type DataFolder, plainDate } from '../../shared/index.js';
import type { Unit } from '../unit.js';
import type { KeptSuccession } from './successions.service.js';

const FILE = 'units/successions.csv';

const filled = z.string().min(1, 'must not be empty');

const row = z.strictObject({
  predecessor: filled,
  successor: filled,
  from: z.string().refine(plainDate.valid, 'must be a day YYYY-MM-DD'),
  share: z
    .string()
    .refine(isShare, 'must be "whole", a share such as 0.4, or empty where nobody knows it')
    .transform((text) => (text === 'whole' ? '1' : text || undefined)),
  decision: filled,
  provenance: filled,
});

/**
 * Reads `units/successions.csv` where the profile has one: who came after whom, from which day, with which share, by which
 * decision. What is wrong goes to `folder.faults`.
 */
export function readSuccessions(folder: DataFolder, units: readonly Unit[]): KeptSuccession[] {
  if (!folder.has(FILE)) return [];
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const read = folder.csv(FILE, row);
  const seen = new Set<string>();
  for (const { line, value } of read) {
    const { predecessor, successor, from } = value;
    const fault = (reason: string): void => folder.fault(FILE, line, reason);
    for (const code of [predecessor, successor]) if (!byCode.has(code)) fault(`unit "${code}" is unknown`);
    const key = `${predecessor} ${successor} ${from}`;
    if (seen.has(key)) fault(`"${predecessor}" comes to "${successor}" twice on ${from}`);
    seen.add(key);
    const goesOn = read.some(
      (one) => one.value.from === from && one.value.predecessor === successor && one.value.successor === successor,
    );
    const begins = byCode.get(successor)?.validFrom;
    if (!goesOn && begins !== from) {
      fault(`"${successor}" is not new on ${from}: what it was before is missing among its predecessors`);
    }
    const ends = byCode.get(predecessor)?.validTo;
    const stays = read.some(
      (one) => one.value.from === from && one.value.predecessor === predecessor && one.value.successor === predecessor,
    );
    if (!stays && ends !== plainDate.add(from, -1)) fault(`"${predecessor}" does not end the day before ${from}`);
  }
  checkShares(folder, read);
  return read.map(({ value: { share, ...one } }) => ({ ...one, ...(share === undefined ? {} : { share }) }));
}

/** What went over cannot be more than all; told at the last row of the predecessor. */
function checkShares(folder: DataFolder, read: readonly { line: number; value: z.output<typeof row> }[]): void {
  const groups = Map.groupBy(read, ({ value }) => `${value.predecessor} ${value.from}`);
  for (const lines of groups.values()) {
    const shares = lines.map(({ value }) => value.share);
    const known = shares.filter((share) => share !== undefined);
    const sum = known.reduce((total, share) => total.plus(share), new decimal.Exact(0));
    const { line, value } = lines.at(-1)!;
    if (sum.greaterThan(1))
      folder.fault(FILE, line, `the shares of "${value.predecessor}" are ${sum.toFixed()} in all, more than 1`);
    else if (known.length === shares.length && !sum.equals(1)) {
      folder.fault(FILE, line, `the shares of "${value.predecessor}" are ${sum.toFixed()} in all, a part is missing`);
    }
  }
}

function isShare(text: string): boolean {
  if (text === '' || text === 'whole') return true;
  return decimal.isCanonical(text) && decimal.compare(text, '0') > 0 && decimal.compare(text, '1') <= 0;
}
