import type { PlainDate } from '../shared/index.js';

/** What an official asks whoever watches the unit, or tells the planning department of, with what was answered. */
export interface Question {
  /** A difficulty goes to the planning department and is open until it is settled; a question until it is answered. */
  kind: 'question' | 'difficulty';
  /** By which it is named in chats and on the page. */
  number: number;
  askedBy: string;
  unit: string;
  /** The unit whose supervisors (where there are none, heads) answer. */
  forUnit: string;
  obligation?: string;
  rowKey?: string;
  text: string;
  askedAt: string;
  /** The day of the plan on which it was asked. */
  askedOn: PlainDate;
  closedAt?: string;
  /** What was done about a difficulty, and by whom. */
  settlement?: { by: string; text: string };
  answers: { by: string; text: string; at: string }[];
}
