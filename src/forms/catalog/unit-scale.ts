import { Exact } from '../answers/decimal.js';

type Exact = InstanceType<typeof Exact>;

/** Words before a thing that is counted: `thousand_person`, `billion_VND`. */
const MAGNITUDES: Readonly<Record<string, string>> = {
  hundred: '100',
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
  trillion: '1000000000000',
};

/** Units that are not simply "one of a thing": shares of one, and areas in square metres. */
const SCALES: Readonly<Record<string, string>> = {
  '%': '0.01',
  percentage_point: '0.01',
  per_mille: '0.001',
  per_mille_point: '0.001',
  m2: '1',
  ha: '10000',
  km2: '1000000',
};

/**
 * How many base units (persons, VND, square metres, plain shares) one of a unit code is: `thousand_person` → 1000,
 * `%` → 0.01, `bed/10000_person` → 1/10000, `person/km2` → 1/1000000. A thing without a size counts as one.
 */
export function unitScale(unitCode: string): Exact {
  const [counted = '', ...per] = unitCode.split('/');
  return per.reduce((scale, part) => scale.div(partScale(part)), partScale(counted));
}

function partScale(part: string): Exact {
  const known = SCALES[part];
  if (known !== undefined) return new Exact(known);
  const [size = ''] = part.split('_', 1);
  if (part.includes('_') && /^[1-9][0-9]*$/.test(size)) return new Exact(size);
  return new Exact(MAGNITUDES[size] ?? '1');
}
