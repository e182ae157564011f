import { foldInPlace } from '../shared/index.js';

/** What whoever watches does about one line of the list of what is late. */
export type LateAct = 'remind' | 'acknowledge' | 'promise' | 'extend' | 'waive' | 'accept' | 'return' | 'ask' | 'hand';

/** An act, the number of its line, and what was said behind that. */
export interface LateWords {
  act: LateAct;
  number: number;
  rest: string;
}

/** What people type below the list, without diacritics. */
export const LATE_WORDS: Readonly<Record<LateAct, readonly string[]>> = {
  remind: ['nhac ngay', 'nhac', 'remind'],
  acknowledge: ['da nhan', 'nhan', 'take'],
  promise: ['hen', 'cam ket', 'promise'],
  extend: ['cho gia han', 'gia han', 'extend'],
  waive: ['mien nop', 'mien', 'waive'],
  accept: ['chap nhan', 'accept'],
  return: ['tra lai', 'return'],
  ask: ['hoi don vi', 'hoi', 'ask unit'],
  hand: ['giao viec', 'giao', 'hand over'],
};

/** "hẹn 3 28/6", "trả lại 3: thiếu lý do": exactly the word, the number, and a space or a mark before anything else. */
export function readLateWords(text: string): LateWords | undefined {
  const typed = text.normalize('NFC').trim();
  const folded = foldInPlace(typed);
  for (const [act, words] of Object.entries(LATE_WORDS) as [LateAct, readonly string[]][]) {
    for (const word of words) {
      const head = new RegExp(`^/?${word} (?:so )?(\\d{1,3})(?:$|[.!]?$|\\s*[:,]\\s*|\\s+)`).exec(folded);
      if (!head) continue;
      const rest = typed.slice(head[0].length).trim();
      // What is done at once takes no more words: "nhắc 3 đơn vị" is something else.
      if (rest !== '' && (act === 'remind' || act === 'acknowledge' || act === 'accept')) return undefined;
      return { act, number: Number(head[1]), rest };
    }
  }
  return undefined;
}
