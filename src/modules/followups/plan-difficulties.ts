import type { PlainDate } from '../shared/index.js';
import type { DifficultyNotice, DifficultyRung, Ladder, Recorded } from './ladder.js';
import { instantOf } from './planned-notice.js';
import { ANY_DAY, DaySums, type PlanningDays } from './planning-days.js';

/** What the planner must know of a difficulty that is not settled. */
export interface OpenDifficulty {
  number: number;
  /** The unit that raised it, and the one that settles it. */
  unit: string;
  forUnit: string;
  /** How often it was answered, and the day of the last word about it: of the newest answer, else of itself. */
  answers: number;
  lastWordOn: PlainDate;
}

/**
 * The reminders of open difficulties that are due on `day`: one each, so long after the last word as the ladder says and as often
 * again. A missed day is caught up by one reminder, never by several; an answer begins the count anew.
 */
export function planDifficulties(
  ladder: Ladder,
  open: readonly OpenDifficulty[],
  day: PlainDate,
  recorded: Recorded,
  { days = ANY_DAY, roles }: { days?: PlanningDays; roles: ReadonlySet<string> },
): DifficultyNotice[] {
  const { difficulties: rule } = ladder;
  if (!rule) return [];
  const sums = DaySums.of(days);
  return open.flatMap((one): DifficultyNotice[] => {
    const nth = lastDue(one.lastWordOn, day, rule, sums);
    const key = `difficulty/${one.number}/${one.answers}#${nth}`;
    if (nth === 0 || recorded.has(key)) return [];
    return [
      {
        key,
        difficulty: one.number,
        unit: one.unit,
        milestone: '',
        rung: 'difficulty',
        sort: 'reminder',
        template: 'notice.difficulty',
        // Who answers questions: those who watch, where there are none the heads.
        audience: { unit: one.forUnit, role: roles.has(`${one.forUnit} supervisor`) ? 'supervisor' : 'head' },
        on: day,
        at: instantOf(ladder, day, rule.at),
        why: { sort: 'difficulty', time: nth, on: one.lastWordOn },
      },
    ];
  });
}

/** The number of the newest reminder that is due by `day`; 0 where none is yet. */
export function lastDue(
  from: PlainDate,
  day: PlainDate,
  { every, countedIn, atMost }: DifficultyRung,
  sums: DaySums,
): number {
  let nth = 0;
  while (nth < atMost && sums.add(from, (nth + 1) * every, countedIn) <= day) nth += 1;
  return nth;
}
