import type { PlainDate } from '../shared/index.js';
import type { Notice, PlannedNotice } from './ladder.js';

/** A person who can be told, as a holder of `role` in `unit`. */
export interface Recipient {
  person: string;
  unit: string;
  role: string;
}

/** The one message of a person's morning. */
export interface Digest<N extends Notice = PlannedNotice> {
  /** `digest/<person>/<on>`, unique for ever; a notice that goes alone has `notice/<its key>/<person>`. */
  key: string;
  person: string;
  on: PlainDate;
  /** The earliest instant among its notices, ISO with offset. */
  at: string;
  /** Escalations first, then last-day, overdue, reminders, openings. */
  notices: N[];
  /** Channels on which it should rather go: those of the most urgent notice that names any. */
  channels?: string[];
}

const ORDER: readonly PlannedNotice['sort'][] = [
  'escalation',
  'no-contact',
  'last-day',
  'overdue',
  'reminder',
  'opening',
];

/**
 * Gathers notices so that nobody gets more than one message a morning, whatever their roles, but for what goes alone. A notice whose audience is
 * several people stands in the digest of each; one whose audience is nobody is `unreachable`.
 */
export function groupNotices<N extends Notice = PlannedNotice>(
  notices: readonly N[],
  recipientsOf: (notice: N) => readonly Recipient[],
): { digests: Digest<N>[]; unreachable: N[] } {
  const digests = new Map<string, Digest<N>>();
  const unreachable: N[] = [];
  for (const notice of notices) {
    const people = new Set(recipientsOf(notice).map((recipient) => recipient.person));
    if (people.size === 0) unreachable.push(notice);
    for (const person of people) {
      const key = notice.single ? `notice/${notice.key}/${person}` : `digest/${person}/${notice.on}`;
      const digest = digests.get(key);
      if (digest) digest.notices.push(notice);
      else digests.set(key, { key, person, on: notice.on, at: notice.at, notices: [notice] });
    }
  }
  for (const digest of digests.values()) {
    digest.notices.sort((a, b) => ORDER.indexOf(a.sort) - ORDER.indexOf(b.sort));
    digest.at = digest.notices.map((notice) => notice.at).reduce(earlier);
    const channels = digest.notices.find((notice) => notice.channels)?.channels;
    if (channels) digest.channels = channels;
  }
  return { digests: [...digests.values()].sort(byDay), unreachable };
}

/** Instants may carry different offsets, so their texts do not compare. */
function earlier(a: string, b: string): string {
  return Date.parse(a) <= Date.parse(b) ? a : b;
}

function byDay(a: Pick<Digest, 'on'>, b: Pick<Digest, 'on'>): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0;
}
