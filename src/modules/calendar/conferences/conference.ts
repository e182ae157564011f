import type { PlainDate } from '../../shared/index.js';

export const HALVES = ['morning', 'afternoon'] as const;
export type Half = (typeof HALVES)[number];

/** Half a working day. */
export interface Slot {
  day: PlainDate;
  half: Half;
}

/** Somebody who chairs, in a room of his own: as many conferences can be held at once as there are panels. */
export interface Panel {
  /** Id of the person. */
  chair: string;
  room: string;
}

/** What takes up a unit, a chair and a room for half a day. */
export interface Sitting extends Slot, Panel {
  unit: string;
}

/** A unit's conference in a window of a plan year. */
export interface Conference extends Sitting {
  id: string;
  planYear: number;
  milestone: string;
  heldBy: string;
  note: string;
  state: 'planned' | 'held' | 'cancelled';
  /** Counts what was announced. */
  version: number;
}

/** Rooms are told apart as people write them: spaces and letter size do not make another room. */
export const roomOf = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
