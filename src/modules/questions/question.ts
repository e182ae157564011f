/** What an official asks whoever watches the unit, with what was answered. */
export interface Question {
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
  closedAt?: string;
  answers: { by: string; text: string; at: string }[];
}
