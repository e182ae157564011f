/** The tallest row the file format allows, in points. */
const MOST = 409;

/**
 * The height in points of a row whose cells hold wrapped texts in columns of so many characters. Not every program fits
 * rows to their content when it opens a file, and none does for merged cells, so the height is estimated.
 */
export function heightOf(texts: { text: string; width: number }[], linePoints = 16): number {
  const lines = texts.map(({ text, width }) => linesOf(text, width));
  return Math.min(MOST, Math.max(1, ...lines) * linePoints + 3);
}

function linesOf(text: string, width: number): number {
  // Times New Roman at 12 points is narrower than the default font whose digits measure a column; accents cost nothing.
  return text.split('\n').reduce((lines, paragraph) => lines + Math.max(1, Math.ceil(paragraph.length / width)), 0);
}
