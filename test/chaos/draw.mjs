import { createHash } from 'node:crypto';

/**
 * A number from 0 to 1 that depends on the seed and on what it is drawn for, not on what was drawn before: however the processes
 * race, the same official types the same and the same call goes wrong.
 */
export function drawer(seed) {
  const draw = (...what) =>
    createHash('sha256')
      .update(JSON.stringify([seed, ...what]))
      .digest()
      .readUInt32BE() /
    2 ** 32;
  return Object.assign(draw, {
    between: (least, most, ...what) => least + draw(...what) * (most - least),
    one: (choices, ...what) => choices[Math.floor(draw(...what) * choices.length)],
  });
}
