/** Two texts of at most this many characters are shown whole. */
const SHORT = 160;
/** No more of one text is shown, however much of it changed. */
const LONGEST = 400;
/** Words before and after what changed, by which a reader finds the place. */
const AROUND = 4;

/** What differs between two texts, the rest as `…`: of a page of guidance the sentence that changed. */
export function changedPart(from: string, to: string): [string, string] {
  if (from.length <= SHORT && to.length <= SHORT) return [from, to];
  if (from === '' || to === '' || from === to) return [cut(from), cut(to)];
  const [before, after] = [from.split(' '), to.split(' ')];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const part = (words: readonly string[]): string => {
    const start = Math.max(0, head - AROUND);
    const end = Math.min(words.length, words.length - tail + AROUND);
    return cut(
      [...(start > 0 ? ['…'] : []), ...words.slice(start, end), ...(end < words.length ? ['…'] : [])].join(' '),
    );
  };
  return [part(before), part(after)];
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);
