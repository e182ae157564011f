import type { ChatLine } from '../api/types';

/** A message on its way: kept on this device until the server has acknowledged its key. */
export interface Waiting {
  key: string;
  /** What the person sees: the text typed, or the label of the button tapped. */
  text: string;
  token?: string;
  /** The name of the file that this message is; its content is with the page alone. */
  file?: string;
  /** The newest line this page knew when the message was written: the message becomes a line after it. */
  after: number;
  /** The newest line that had been in sight for a moment when it was written: a later question is not what it answers. */
  seen?: number;
  /** When it was written, in milliseconds; only for the order on this device. */
  writtenAt: number;
  /** The server's sentence, where it will not take the message. */
  refused?: string;
  /** The page closed before the file was sent: only its name is left. */
  lost?: boolean;
}

/** Lines by number, each once, whatever arrives twice or out of order. */
export function addLines(have: readonly ChatLine[], more: readonly ChatLine[]): ChatLine[] {
  const byNumber = new Map(have.map((line) => [line.line, line]));
  for (const line of more) byNumber.set(line.line, line);
  return [...byNumber.values()].sort((one, other) => one.line - other.line);
}

export const newestOf = (lines: readonly ChatLine[]): number => lines.at(-1)?.line ?? 0;

/**
 * Which waiting messages are to be shown below the lines. A message that already stands among them (the stream was
 * faster than the acknowledgement) is left out; it stays kept, and is sent again, until it is acknowledged.
 */
export function notYetLines(lines: readonly ChatLine[], waiting: readonly Waiting[]): Waiting[] {
  const taken = new Set<number>();
  return waiting.filter((message) => {
    if (message.refused !== undefined) return true;
    const same = lines.find(
      ({ line, author, text, file }) =>
        author === 'person' &&
        line > message.after &&
        text === message.text &&
        (file ?? undefined) === message.file &&
        !taken.has(line),
    );
    if (same) taken.add(same.line);
    return same === undefined;
  });
}
