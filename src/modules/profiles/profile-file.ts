import { z } from 'zod';
import type { DataFolder } from '../shared/index.js';

export const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

const count = z.int().min(0);

/** What happens around days off. Where a profile says nothing, nothing moves and notices leave on any day. */
const daysOff = z.strictObject({
  'when-due-falls-on-a-day-off': z.enum(['none', 'next', 'previous']),
  'notices-on-working-days-only': z.boolean(),
  remark: text.optional(),
});

const days = z.int().min(1).max(36_600);

/** For how many days what is kept of people stands, see docs/data-inventory.md. */
const keeping = z
  .strictObject({
    conversations: days,
    dialogs: days,
    'message-texts': days,
    'sign-ins': days,
    'ended-chats': days,
    guesses: days,
    'job-runs': days,
  })
  // By the address of a chat that was unlinked what was said there is found, when a person is to be forgotten.
  .refine((kept) => kept['ended-chats'] >= Math.max(kept.conversations, kept.dialogs, kept['message-texts']), {
    path: ['ended-chats'],
    message: 'is shorter than conversations, dialogs or message-texts: their chats must be known as long as they are',
  });

const profileFile = z.strictObject({
  name: z.string(),
  title: text,
  'time-zone': z.string().refine(isTimeZone, 'is no time zone'),
  publishing: z.strictObject({ 'second-person': z.boolean() }).default({ 'second-person': false }),
  'days-off': daysOff.default({ 'when-due-falls-on-a-day-off': 'none', 'notices-on-working-days-only': false }),
  /** How many days ahead a promise in answer to an escalation may lie: until then nothing goes further up; and how many a unit may give itself. */
  promises: z
    .strictObject({ 'within-days': z.int().min(1).max(366), times: z.int().min(1).max(50).default(3) })
    .default({ 'within-days': 30, times: 3 }),
  keeping: keeping.default({
    conversations: 400,
    dialogs: 400,
    'message-texts': 800,
    'sign-ins': 30,
    'ended-chats': 800,
    guesses: 7,
    'job-runs': 90,
  }),
  levels: z.array(z.strictObject({ key: z.string(), title: text })),
  catalogs: z.record(
    z.string(),
    z.strictObject({
      level: z.string(),
      groups: z.record(z.string(), count),
      'assigned-down': count.default(0),
      'assigned-to': z.string().optional(),
    }),
  ),
  units: z.record(z.string(), count),
  exceptions: z.array(z.strictObject({ code: z.string(), catalogs: z.array(z.string()), reason: z.string().min(1) })),
  forms: z.array(z.string()),
  ladder: z.string(),
  holidays: z.string(),
});

/** What `profile.yaml` declares: the counts, names and files that the rest of the folder is checked against. */
export type ProfileFile = z.output<typeof profileFile>;

export const PROFILE_FILE = 'profile.yaml';

/** Reads profile.yaml; what is wrong goes to `folder.faults`. `key` is the folder's name, which the file must repeat. */
export function readProfileFile(folder: DataFolder, key: string): ProfileFile | undefined {
  const file = folder.yaml(PROFILE_FILE, profileFile);
  if (!file) return undefined;
  const fault = (row: string, reason: string): void => folder.fault(PROFILE_FILE, row, reason);
  if (file.name !== key) fault('name', `is "${file.name}", the folder is "${key}"`);
  const levels = new Set(file.levels.map((level) => level.key));
  for (const [catalog, declared] of Object.entries(file.catalogs)) {
    if (!levels.has(declared.level)) fault(`catalogs.${catalog}.level`, `level "${declared.level}" is unknown`);
    const below = declared['assigned-to'];
    if (below !== undefined && !(below in file.catalogs)) {
      fault(`catalogs.${catalog}.assigned-to`, `catalog "${below}" is unknown`);
    }
  }
  for (const [at, exception] of file.exceptions.entries()) {
    for (const catalog of exception.catalogs) {
      if (!(catalog in file.catalogs)) fault(`exceptions.${at}`, `catalog "${catalog}" is unknown`);
    }
  }
  return file;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
