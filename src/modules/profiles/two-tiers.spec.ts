import { beforeAll, describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { planObligations } from '../calendar/index.js';
import { packageRoot } from '../shared/index.js';
import { existsOn, leadsOn } from '../units/index.js';
import type { Profile } from './profile.js';
import { profileFolder, readProfile } from './read-profile.js';

let profile: Profile;

beforeAll(() => {
  const read = readProfile(profileFolder('hanoi-2025'));
  expect(read.faults).toEqual([]);
  profile = read.profile!;
});

const kindOf = (code: string) => profile.units.find((unit) => unit.code === code)!.kind;

describe('a process of two tiers', () => {
  it('asks the communes and the departments, the city and its planning department, and nobody between', () => {
    const owing = new Map<string, Set<string>>();
    for (const one of planObligations(profile.milestones, profile.units, 2028)) {
      const kind = kindOf(one.unit);
      owing.set(kind, (owing.get(kind) ?? new Set()).add(one.unit));
    }
    expect(Object.fromEntries([...owing].map(([kind, units]) => [kind, units.size]))).toEqual({
      commune: 126,
      department: 12,
      'planning-department': 1,
      city: 1,
    });
  });

  it('owes nothing for what is due before its units exist', () => {
    const owing = planObligations(profile.milestones, profile.units, 2025).map((one) => kindOf(one.unit));
    const due = planObligations(profile.milestones, profile.units, 2025).filter(
      (one) => kindOf(one.unit) === 'commune',
    );
    expect(owing).toContain('department');
    expect(due.every((one) => one.dueOn >= '2025-07-01')).toBe(true);
    expect(
      profile.units.filter((unit) => unit.kind === 'former-district').every((unit) => !existsOn(unit, '2025-07-01')),
    ).toBe(true);
  });

  it('lets the finance department ask the departments to agree their targets before the council', () => {
    const agree = profile.milestones.filter((milestone) => milestone.agreesTargets);
    expect(agree).toMatchObject([
      { id: 'r3-dept-agree', sort: 'local', setBy: [{ unit: 'so-tai-chinh' }], asks: { kind: 'department' } },
    ]);
  });

  it('says of every date that it is assumed, and to admins that all are', () => {
    expect(profile.milestones.filter((milestone) => !milestone.assumed)).toEqual([]);
    expect(profile.milestones.filter((milestone) => !milestone.oddity?.startsWith('Giả định'))).toEqual([]);
    expect(profile.oddities.map((oddity) => oddity.id)).toEqual(['assumed-dates']);
  });

  it('gives the rows of merged departments to who answers for them on the day', () => {
    const names = (code: string, day: string) =>
      leadsOn(
        profile.units.find((unit) => unit.code === code)!,
        day,
      );
    expect(names('so-khdt', '2025-02-28')).toEqual(['Sở KH&ĐT']);
    expect(names('so-khdt', '2025-03-01')).toEqual([]);
    expect(names('so-tai-chinh', '2025-02-28')).toEqual(['Sở Tài chính']);
    expect(names('so-tai-chinh', '2025-03-01')).toEqual(['Sở Tài chính', 'Sở KH&ĐT']);
    expect(names('so-nnmt', '2027-10-24')).toEqual(['Sở NN&PTNT', 'Sở TN&MT']);
    const now = profile.units
      .filter((unit) => existsOn(unit, '2027-07-01'))
      .flatMap((unit) => leadsOn(unit, '2027-07-01'));
    for (const row of profile.catalogs.find((one) => one.key === 'm2-city')!.indicators)
      expect(now).toContain(row.leadAgency);
  });

  it('claims of no row of the communes that it was seen', () => {
    const rows = profile.catalogs.filter((one) => /commune/.test(one.key)).flatMap((one) => one.indicators);
    expect(rows).toHaveLength(84 + 19);
    expect(rows.filter((row) => row.provenance !== 'reconstructed')).toEqual([]);
  });
});

/** Words that belong to the product and stand in the profile as such: three traits, two sorts of rungs, the form of short reports. */
const PRODUCT_WORDS = [
  'watches-with-parent',
  'delegates-for-heads',
  'receives-difficulties',
  'opening',
  'last-day',
  'status',
];

it('a process is data: no source file names a word of this profile', () => {
  const words = new Set([
    profile.key,
    ...profile.levels.map((level) => level.key),
    ...profile.units.flatMap((unit) => [unit.code, unit.kind, ...unit.traits, ...unit.leads]),
    ...profile.catalogs.flatMap((catalog) => [catalog.key, ...catalog.indicators.map((one) => one.code)]),
    ...profile.bases.map((base) => base.code),
    ...profile.forms.map((form) => form.key),
    ...profile.forms.flatMap((form) => (form.kind === 'indicators' ? form.measures.map((one) => one.key) : [])),
    ...profile.milestones.map((milestone) => milestone.id),
    ...profile.ladder.rungs.map((rung) => rung.id),
  ]);
  expect(words.size).toBeGreaterThan(400);
  for (const word of PRODUCT_WORDS) words.delete(word);
  const named = globSync('src/**/*.ts', { cwd: packageRoot, exclude: ['src/**/*.spec.ts'] }).flatMap((file) => {
    const text = readFileSync(path.join(packageRoot, file), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/\/\/.*/g, '');
    const literals = [...text.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].map(
      (found) => found[1] ?? found[2] ?? found[3]!,
    );
    return literals.filter((literal) => words.has(literal)).map((literal) => `${file}: ${literal}`);
  });
  expect(named).toEqual([]);
});
