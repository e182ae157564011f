import type { RecordRow } from './cell.js';

/**
 * Under which key of a line, or of a short form's answers, the explanation of an answer stands: it must stay beside its
 * answer when lines are moved, pasted or removed. Without a member it explains the line as a whole. No key of a form holds
 * a colon.
 */
export const noteKey = (member = ''): string => `why:${member}`;

export const isNoteKey = (key: string): boolean => key.startsWith('why:');

/** The member that a key's explanation is about; empty for the whole line. */
export const notedBy = (key: string): string => key.slice('why:'.length);

/** Whether a line answers anything: an explanation without an answer explains nothing. */
export const isAnswered = (line: RecordRow): boolean => Object.keys(line).some((key) => !isNoteKey(key));

/** What a line answers, without what explains it. */
export const withoutNotes = (line: RecordRow): RecordRow =>
  Object.fromEntries(Object.entries(line).filter(([key]) => !isNoteKey(key)));

/** The keys of all explanations that lines of these members may hold. */
export const noteKeysOf = (members: readonly { key: string }[]): string[] => [
  ...members.map(({ key }) => noteKey(key)),
  noteKey(),
];
