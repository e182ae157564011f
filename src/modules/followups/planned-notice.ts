import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../shared/index.js';
import type { Ladder, OwedItem, PlannedNotice, Rung } from './ladder.js';
import type { AddDays, ItemRung } from './rungs-of-item.js';

/** Makes the notice of a rung; with `skipped` the record of one that is not sent, and why. */
export type NoticeMaker = (item: OwedItem, one: ItemRung, skipped?: string) => PlannedNotice;

/** Makes notices that go out on `day`. */
export function noticeMaker(ladder: Ladder, day: PlainDate, addDays: AddDays): NoticeMaker {
  const instants = new Map<string, string>();
  const at = (time: string): string => {
    let instant = instants.get(time);
    if (instant === undefined) instants.set(time, (instant = instantOf(ladder, day, time)));
    return instant;
  };
  return (item, one, skipped) => ({
    key: one.key,
    obligation: item.id,
    unit: item.unit,
    milestone: item.milestone,
    rung: one.rung.id,
    sort: one.rung.sort,
    template: one.rung.template,
    audience: one.audience,
    on: day,
    at: at(one.rung.at),
    why: whyOf(item, one, day, skipped, addDays),
  });
}

/** `time` on `day`, moved into the ladder's hours: not before `from`, at the latest a minute before `to`. */
function instantOf({ hours, timeZone }: Ladder, day: PlainDate, time: string): string {
  const last = Temporal.PlainTime.from(hours.to).subtract({ minutes: 1 }).toString({ smallestUnit: 'minute' });
  const moved = time < hours.from ? hours.from : time > last ? last : time;
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(moved) })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function whyOf(item: OwedItem, one: ItemRung, day: PlainDate, skipped: string | undefined, addDays: AddDays): string {
  const when = `${distance(one.rung)} ${anchor(one.rung, item, addDays)}`;
  if (skipped !== undefined) return `${when}: not sent, because ${skipped}`;
  if (day === one.on) return when;
  const promised = one.rung.sort === 'escalation' && item.promisedOn !== undefined && item.promisedOn >= one.on;
  return promised
    ? `${when}: held back by a promise until ${item.promisedOn}`
    : `${when}: caught up, it was planned for ${one.on}`;
}

function distance({ offsetDays }: Rung): string {
  if (offsetDays === 0) return 'on';
  const days = Math.abs(offsetDays);
  return `${days} day${days === 1 ? '' : 's'} ${offsetDays < 0 ? 'before' : 'after'}`;
}

function anchor({ from }: Rung, { opensOn, dueOn }: OwedItem, addDays: AddDays): string {
  if (from === 'opens') return `the opening day ${opensOn}`;
  return from === 'due' ? `the first day too late ${dueOn}` : `the last day ${addDays(dueOn, -1)}`;
}
