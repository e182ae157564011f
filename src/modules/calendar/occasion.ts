import type { PlainDate } from '../shared/index.js';
import type { RulePeriod } from './milestone.js';

/** Something that happened and begins a term: a conference that ended. */
export interface CalendarEvent {
  id: string;
  planYear: number;
  /** The window that it belongs to. */
  milestone: string;
  /** What tells it from others of the same window, e.g. the unit whose plan was discussed. */
  occasion: string;
  /** The unit that it was about. */
  unit: string;
  /** The unit that held it and owes what follows. */
  heldBy: string;
  endedOn: PlainDate;
  note: string;
}

/** What a superior has set for units of its own: who reports, on which forms, when. */
export interface LocalRule {
  id: string;
  milestone: string;
  setBy: string;
  /** What tells it from other rules of the same unit for the same milestone. */
  key: string;
  fromPlanYear: number;
  /** The last plan year in which it holds; for ever when absent. */
  toPlanYear?: number;
  /** Units that are asked; all that the milestone lets the setter ask when absent. */
  units?: string[];
  /** Of the forms that the milestone lets it ask; none means a signed document. */
  forms: string[];
  periods: RulePeriod[];
  /** The document that sets it, or why. */
  decision: string;
}
