import type { paths } from '../../api/schema';
import { typed } from '../../api/typed';
import { useAnswer } from '../../api/use-answer';
import { addDays } from '../../texts/days';
import { AREA, type NoticeDifference, post } from '../queries';

type Answer<P extends keyof paths> = paths[P]['get'] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

export type Rules = Answer<'/api/calendar/rules'>;
export type Rule = Rules['rules'][number];
export type Settable = Rules['settable'][number];
export type Period = Rule['periods'][number];
export type Events = Answer<'/api/calendar/events'>;
export type CalendarEvent = Events['events'][number];
export type Window = Events['windows'][number];

/** A rule as it is sent. */
export type NewRule = Pick<
  Rule,
  'milestone' | 'setBy' | 'key' | 'fromPlanYear' | 'toPlanYear' | 'units' | 'forms' | 'periods' | 'decision'
>;
export interface NewEvent {
  planYear: number;
  milestone: string;
  unit: string;
  heldBy: string;
  endedOn: string;
  occasion?: string;
  note: string;
}

/** What an event or rule adds, moves, withdraws, and leaves because somebody has begun it. */
export interface Effect {
  added: number;
  moved: number;
  withdrawn: number;
  kept: number;
}
export interface Looked {
  effect: Effect;
  difference: NoticeDifference;
}

/** The longest span of days that is planned at once. */
const LONGEST = 790;
/** What is owed within it and what is said of it afterwards. */
const AHEAD = 560;

export const useRules = () => useAnswer([AREA, 'rules'], (signal) => typed.GET('/api/calendar/rules', { signal }));

export const useEvents = (planYear: number) =>
  useAnswer(
    [AREA, 'events', planYear],
    (signal) => typed.GET('/api/calendar/events', { signal, params: { query: { planYear } } }),
    { keep: true },
  );

type Edit =
  { kind: 'rule'; rule: NewRule } | { kind: 'event'; event: NewEvent } | { kind: 'rule-end' | 'event-end'; id: string };

/** What an act on events or rules would do to obligations and to the notices from `today` on; nothing is written. */
export async function lookAtOccasion(address: string, body: object, edit: Edit, today: string, until?: string) {
  const { effect } = await post<{ effect: Effect }>(address, body);
  const to = [addDays(today, AHEAD), until ?? today].sort().at(-1)!;
  const farthest = addDays(today, LONGEST);
  const { difference } = await post<{ difference: NoticeDifference }>('/api/followups/dry-run', {
    from: today,
    to: to < farthest ? to : farthest,
    edit,
  });
  return { effect, difference };
}

/** Does it. */
export const doOccasion = (address: string, body: object) =>
  post<{ effect: Effect }>(address, { ...body, confirmed: true });
