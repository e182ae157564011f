/**
 * Cuts `text` into messages of at most `max` UTF-16 units, in order: between paragraphs where that leaves the message at
 * least half full, else between lines, else between sentences, else between words, else inside a word, but never inside a
 * character. White space at a cut goes; a text that fits comes back as it is, a blank one as no message.
 *
 * @throws RangeError where `max` has no room for one character (below 2).
 */
export function splitText(text: string, max: number): string[] {
  if (!(max >= 2)) throw new RangeError(`a message of ${max} characters cannot hold any text`);
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const cut = cutIn(rest, max);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest].filter((part) => part.trim() !== '');
}

/** Where to cut `text`, which is longer than `max`: 1 to `max`. */
function cutIn(text: string, max: number): number {
  for (const border of ['\n\n', '\n']) {
    // A border may begin right behind the last unit that fits: it is dropped anyway.
    const at = text.lastIndexOf(border, max);
    if (at >= max / 2) return at;
  }
  const sentence = [...text.slice(0, max + 1).matchAll(/[.?!…;]["”»)]*(?=\s)/g)].at(-1);
  const end = sentence && sentence.index + sentence[0].length;
  if (end !== undefined && end >= max / 2) return end;
  const word = text.lastIndexOf(' ', max);
  return word > 0 && text.slice(0, word).trim() !== '' ? word : insideWord(text, max);
}

/** The last place up to `max` that is between two characters as a reader sees them. */
function insideWord(text: string, max: number): number {
  const window = text.slice(0, max + 2);
  const last = [...new Intl.Segmenter('vi').segment(window)].findLast(({ index }) => index > 0 && index <= max);
  if (last) return last.index;
  // One "character" longer than a message: then at least no surrogate pair is torn.
  const code = text.charCodeAt(max - 1);
  return code >= 0xd800 && code <= 0xdbff && max > 1 ? max - 1 : max;
}
