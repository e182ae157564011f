// What an official has on paper before the chat begins: for each question the text that will be typed and the answer that must
// stand in the report afterwards.

/** How they answer: question by question, a row in a message, some rows in a message, or everything at once. */
const WAYS = [
  ['each', 0.35],
  ['row', 0.75],
  ['rows', 0.9],
  ['all', 1],
];
const ROWS_A_MESSAGE = 3;

/** @returns the official's answers by row and column, and the way in which they are given */
export function makeSheet(draw, name, { rows, measures }) {
  const chance = draw('way', name);
  const way = WAYS.find(([, below]) => chance < below)[0];
  const answers = rows.map((row) => measures.map((measure) => answerTo(draw, way, row, [name, row.key, measure.key])));
  return { way, rows, measures, answers };
}

function answerTo(draw, way, row, about) {
  const chance = draw('kind', ...about);
  if (row.type === 'boolean') {
    const value = chance < 0.8;
    return { typed: value ? 'đạt' : 'không đạt', state: 'value', value };
  }
  // Only where a question is asked by itself is there room for a word more.
  if (way === 'each' && chance < 0.04) {
    return { typed: 'chưa có số liệu', then: 'chờ quyết toán, 05/7', state: 'not-available' };
  }
  if (way === 'each' && row.decimals === 3 && chance < 0.4) {
    // Two readings: the product asks, the official chooses the one that is meant.
    const part =
      10 * Math.floor(draw.between(10, 99, 'tens', ...about)) + Math.floor(draw.between(1, 9, 'ones', ...about));
    const value = `${Math.floor(draw.between(1, 9, 'whole', ...about))}.${part}`;
    return { typed: value, choose: value.replace('.', ','), state: 'value', value };
  }
  const value = draw.between(...rangeOf(row), 'value', ...about).toFixed(Math.min(row.decimals, 2));
  return { typed: value.replace('.', ','), state: 'value', value: plain(value) };
}

function rangeOf(row) {
  if (row.decimals === 3) return [21, 79];
  if (row.decimals === 2) return [0.02, 0.98];
  return row.min === '0' ? [61, 98] : [3, 12];
}

/** A decimal as the product keeps it: without zeros at its end. */
const plain = (value) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

/** The message that answers question (row, column), as this official types it. */
export function messageFor({ way, answers }, row, column) {
  switch (way) {
    case 'each':
      return answers[row][column].typed;
    case 'row':
      return column === 0 ? lineOf(answers[row]) : answers[row][column].typed;
    case 'rows':
      return numbered(answers, row, row + ROWS_A_MESSAGE);
    case 'all':
      return numbered(answers, 0, answers.length);
  }
}

const lineOf = (cells) => cells.map(({ typed }) => typed).join('; ');
const numbered = (answers, from, to) =>
  answers
    .map((cells, row) => `${row + 1}: ${lineOf(cells)}`)
    .slice(from, to)
    .join('\n');
