import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isSameUnit, unitCodeOf, unitNamed } from './unit-words.js';

const PROFILES = path.join(import.meta.dirname, '../../../config/profiles');
/** Every unit that a catalog of a profile writes, as `words|code`. */
const written = new Set(
  readdirSync(PROFILES).flatMap((profile) => {
    const folder = path.join(PROFILES, profile, 'catalogs');
    return readdirSync(folder)
      .filter((file) => /^m[23]-.*\.csv$/.test(file))
      .flatMap((file) => unitsIn(readFileSync(path.join(folder, file), 'utf8')));
  }),
);

function unitsIn(csv: string): string[] {
  const [head = [], ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  const [words, code] = [head.indexOf('unit_vi'), head.indexOf('unit_code')];
  return lines.map((cells) => `${cells[words]!.replaceAll('"', '')}|${cells[code]}`);
}

/** Levels of units are a profile's own words: counted, they are known by the rows of the form alone. */
const known = [...written].map((one) => one.split('|') as [string, string]).filter(([, code]) => code !== 'commune');

describe('the words of a unit of measure', () => {
  it.each(known)('«%s» of a catalog is %s', (words, code) => {
    const meant = code.replace('percentage_point', '%').replace('per_mille_point', 'per_mille');
    expect(unitCodeOf(words)).toBe(meant);
  });

  it('are those of many catalogs', () => {
    expect(written.size).toBeGreaterThan(30);
  });

  it.each([
    ['TRIỆU  ĐỒNG', 'million_VND'],
    ['triệu đồng'.normalize('NFD'), 'million_VND'],
    ['trieu dong', 'million_VND'],
    ['tỉ đồng', 'billion_VND'],
    ['ngàn đồng', 'thousand_VND'],
    ['Tấn / ha', 'tonne/ha'],
    ['m²', 'm2'],
    ['tạ', 'quintal'],
  ])('«%s» are %s however they are written', (words, code) => {
    expect(unitCodeOf(words)).toBe(code);
  });

  it.each(['', 'chuyến phà', 'nghìn tỷ đồng', 'triệu', 'constructor', 'tá'])('«%s» are not known', (words) => {
    expect(unitCodeOf(words)).toBeUndefined();
  });

  it('mean the same in another spelling, and not in another size', () => {
    expect(isSameUnit('Tỷ đồng', 'tỉ  đồng')).toBe(true);
    expect(isSameUnit('Chuyến phà', 'chuyến phà')).toBe(true);
    expect(isSameUnit('Tỷ đồng', 'Triệu đồng')).toBe(false);
    expect(isSameUnit('Chuyến phà', 'Chuyến đò')).toBe(false);
  });
});

describe('a unit named for a row', () => {
  const billions = { code: 'billion_VND', vi: 'Tỷ đồng' };
  const points = { code: 'percentage_point', vi: '%' };

  it('is the known one, though a row of the form has the words under a code that does not mean them', () => {
    for (const code of ['trieu-dong', 'billion_VND']) {
      expect(unitNamed('triệu đồng', billions, [billions, { code, vi: 'Triệu đồng' }]).code).toBe('million_VND');
    }
  });

  it('keeps its code where the words only are spelled otherwise', () => {
    expect(unitNamed('phần trăm', points, [points])).toEqual({ code: 'percentage_point', vi: 'phần trăm' });
  });

  it('is as another row of the form has it', () => {
    expect(unitNamed('ty dong', undefined, [points, billions])).toEqual(billions);
    const ferries = { code: 'trip', vi: 'Chuyến phà' };
    expect(unitNamed('chuyến phà', billions, [billions, ferries])).toEqual(ferries);
  });

  it('has a code that no other unit has where nobody knows the words', () => {
    const ferry = { code: 'chuyen-pha', vi: 'Chuyên pha' };
    expect(unitNamed('Chuyến phà', ferry, [ferry])).toEqual({ code: 'chuyen-pha-2', vi: 'Chuyến phà' });
    expect(unitNamed('Chuyến phà', billions, [billions])).toEqual({ code: 'chuyen-pha', vi: 'Chuyến phà' });
  });
});
