import { plainDate, type PlainDate } from '../shared/index.js';
import type { Audience, Ladder, OwedItem, PlannedNotice, Rung } from './ladder.js';

/** A rung of a ladder as it stands for one obligation: on which day, for whom, under which key. */
export interface ItemRung {
  rung: Rung;
  key: string;
  on: PlainDate;
  audience: PlannedNotice['audience'];
  /** Unit and role in one text, to compare. */
  told: string;
  /** Says that something is late; what does not is pointless from the due day on. */
  late: boolean;
  /** Why this rung can never be sent for this obligation. */
  obstacle?: string;
}

/** Adds days to a date and remembers the sum: a ladder asks for the same few sums thousands of times. */
export type AddDays = (date: PlainDate, days: number) => PlainDate;

export function rememberedSums(): AddDays {
  const known = new Map<string, PlainDate>();
  return (date, days) => {
    if (days === 0) return date;
    const key = `${date}${days}`;
    let sum = known.get(key);
    if (sum === undefined) known.set(key, (sum = plainDate.add(date, days)));
    return sum;
  };
}

/** The rungs of `ladder` for `item` in the order of their days; rungs of one day stay in the ladder's order. */
export function rungsOfItem(ladder: Ladder, item: OwedItem, addDays: AddDays): ItemRung[] {
  return ladder.rungs
    .map((rung) => itemRung(rung, item, addDays))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function itemRung(rung: Rung, item: OwedItem, addDays: AddDays): ItemRung {
  const on = addDays(baseDay(rung, item, addDays), rung.offsetDays);
  const unit = audienceUnit(rung.audience, item);
  const { role } = rung.audience;
  return {
    rung,
    key: keyOf(rung, item),
    on,
    audience: { unit: unit ?? '', role },
    told: `${unit ?? ''} ${role}`,
    late: (rung.sort === 'overdue' || rung.sort === 'escalation') && on >= item.dueOn,
    ...(unit === undefined
      ? { obstacle: 'the unit has no superior' }
      : rung.audience.of !== 'unit' && unit === item.unit
        ? { obstacle: 'a unit is not reported to itself' }
        : {}),
  };
}

function baseDay(rung: Rung, item: OwedItem, addDays: AddDays): PlainDate {
  if (rung.from === 'opens') return item.opensOn;
  return rung.from === 'due' ? item.dueOn : addDays(item.dueOn, -1);
}

/** A rung that hangs on the due day carries it in its key, so that an extension plans it anew. */
function keyOf(rung: Rung, item: OwedItem): string {
  const key = `${item.planYear}/${item.milestone}/${item.unit}/${rung.id}`;
  return rung.from === 'opens' ? key : `${key}@${item.dueOn}`;
}

function audienceUnit(audience: Audience, item: OwedItem): string | undefined {
  if (audience.of === 'unit') return item.unit;
  return audience.of === 'superior' ? item.superior : audience.unit;
}
