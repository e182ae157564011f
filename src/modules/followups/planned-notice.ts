import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../shared/index.js';
import type { Ladder, OwedItem, PlannedNotice, Rung } from './ladder.js';
import type { DaySums } from './planning-days.js';
import { type ItemRung, itemKey } from './rungs-of-item.js';
import type { Because, Held, Why } from './why.js';

/** Makes the notices that go out on `day`, and the records of those that do not. */
export class NoticeMaker {
  private readonly instants = new Map<string, string>();

  constructor(
    private readonly ladder: Ladder,
    private readonly day: PlainDate,
    private readonly sums: DaySums,
  ) {}

  /** The notice of a rung; with `skipped` the record of one that is not sent, and why; `held` says what kept it until today. */
  of(item: OwedItem, one: ItemRung, note: { skipped?: Because; held?: Held } = {}): PlannedNotice {
    const { rung } = one;
    return {
      ...this.about(item, one.rung.at),
      key: one.key,
      rung: rung.id,
      sort: rung.sort,
      template: rung.template,
      audience: one.audience,
      why: whyOf(item, one, this.day, note, this.sums),
      ...(rung.channels ? { channels: rung.channels } : {}),
      ...(rung.grouping === 'single' ? { single: true } : {}),
    };
  }

  /** Nobody answered `one` in time: whoever acts for those who were told hears of it. */
  ofSilence(item: OwedItem, one: ItemRung, at: string, skipped?: Because): PlannedNotice {
    const { rung } = one;
    return {
      ...this.about(item, at),
      key: silenceKey(one),
      rung: rung.id,
      sort: rung.sort,
      template: rung.template,
      audience: { unit: one.audience.unit, role: 'deputy' },
      why: {
        sort: 'silence',
        hours: rung.acknowledgeWithinHours ?? 0,
        rung: rung.id,
        ...(skipped ? { skipped } : {}),
      },
      single: true,
      silenceOf: one.key,
    };
  }

  /** No reminder was delivered to the unit, so `one` is not sent; its superior hears that nobody was reached. */
  ofNoContact(item: OwedItem, one: ItemRung): PlannedNotice {
    return {
      ...this.about(item, one.rung.at),
      key: noContactKey(item),
      rung: 'no-contact',
      sort: 'no-contact',
      template: 'notice.no-contact',
      audience:
        item.superior === undefined || item.superior === item.unit
          ? one.audience
          : { unit: item.superior, role: 'supervisor' },
      why: { sort: 'no-contact', rung: one.rung.id },
    };
  }

  private about(item: OwedItem, time: string) {
    const { id: obligation, unit, milestone } = item;
    return { obligation, unit, milestone, on: this.day, at: this.instant(time) };
  }

  private instant(time: string): string {
    let instant = this.instants.get(time);
    if (instant === undefined) this.instants.set(time, (instant = instantOf(this.ladder, this.day, time)));
    return instant;
  }
}

export const silenceKey = (one: ItemRung): string => `${one.key}/silence`;
export const noContactKey = (item: OwedItem): string => `${itemKey(item)}/no-contact@${item.dueOn}`;

/** `time` on `day`, moved into the ladder's hours: not before `from`, at the latest a minute before `to`, not in a quiet time. */
export function instantOf(ladder: Ladder, day: PlainDate, time: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: ladder.timeZone, plainTime: Temporal.PlainTime.from(allowedTime(ladder, time)) })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function allowedTime({ hours, quiet = [] }: Ladder, time: string): string {
  const last = Temporal.PlainTime.from(hours.to).subtract({ minutes: 1 }).toString({ smallestUnit: 'minute' });
  let moved = time < hours.from ? hours.from : time > last ? last : time;
  // In the order of the day, so that quiet times that touch count as one.
  for (const { from, to } of quiet) if (moved >= from && moved < to) moved = to;
  return moved;
}

function whyOf(
  item: OwedItem,
  one: ItemRung,
  day: PlainDate,
  { skipped, held }: { skipped?: Because; held?: Held },
  sums: DaySums,
): Why {
  const { from, offsetDays: days, countedIn } = one.rung;
  const why: Extract<Why, { sort: 'rung' }> = { sort: 'rung', from, days, on: anchorDay(one.rung, item, sums) };
  if (days !== 0 && countedIn === 'working-days') why.working = true;
  if (one.time > 1) why.time = one.time;
  if (one.movedFrom !== undefined) why.movedFrom = one.movedFrom;
  if (skipped) why.skipped = skipped;
  else if (day !== one.on) {
    if (held) why.held = held;
    else why.caughtUp = one.on;
  }
  return why;
}

function anchorDay({ from }: Rung, { opensOn, dueOn }: OwedItem, sums: DaySums): PlainDate {
  if (from === 'opens') return opensOn;
  return from === 'due' ? dueOn : sums.add(dueOn, -1);
}
