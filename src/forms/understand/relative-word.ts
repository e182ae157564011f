/** How far the year or month of a word is from this one. */
export function relativeOffset(word: string): number | undefined {
  if (word === 'nay') return 0;
  if (word === 'sau' || word === 'toi') return 1;
  return word === 'truoc' || word === 'ngoai' || word === 'qua' ? -1 : undefined;
}
