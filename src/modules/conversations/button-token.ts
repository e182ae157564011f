/**
 * What a button says when it is tapped, in at most 64 bytes: `<prompt>[~<question>].<typed>[=<value>]`. The number of the
 * prompt tells today's buttons from old ones; of an old one the question tells which it answers, and the value what with:
 * a choice's place in a list may be another by now.
 */
export interface ButtonToken {
  prompt: number;
  /** What {@link questionMark} gave for the question. */
  question?: string;
  /** The word that the button stands for. */
  typed: string;
  /** The answer itself, where the button gives one. */
  value?: string;
}

const MOST_BYTES = 64;

export function writeToken({ prompt, question, typed, value }: ButtonToken): string {
  const about = question === undefined ? '' : `~${question}`;
  const long = `${prompt}${about}.${typed}${value === undefined ? '' : `=${value}`}`;
  // Without its value an old button cannot be taken up again, and says so; today's works all the same.
  return bytes(long) <= MOST_BYTES ? long : `${prompt}.${typed}`;
}

/** Undefined for what is no token of ours. */
export function readToken(token: string): ButtonToken | undefined {
  const parts = /^(\d{1,9})(?:~([0-9a-z]{1,7}))?\.([^=]{1,50})(?:=([\s\S]{1,50}))?$/.exec(token);
  if (!parts) return undefined;
  return { prompt: Number(parts[1]), question: parts[2], typed: parts[3] ?? '', value: parts[4] };
}

/** A short mark of a question: of an obligation's row and column. Two questions of one person hardly ever share one. */
export function questionMark(obligation: string, rowKey: string, measure: string): string {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const char of `${obligation}\n${rowKey}\n${measure}`) {
    hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;
