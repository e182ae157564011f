import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeFault, packageRoot } from '../shared/index.js';
import { readProfile } from './read-profile.js';

const NAME = 'hanoi-directive';
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'nhip-profile-'));
  cpSync(path.join(packageRoot, 'config/holidays'), path.join(root, 'holidays'), { recursive: true });
  cpSync(path.join(packageRoot, 'config/profiles', NAME), path.join(root, 'profiles', NAME), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const place = (file: string): string =>
  file.startsWith('holidays/') ? path.join(root, file) : path.join(root, 'profiles', NAME, file);

/** Replaces the first `from` of a file by `to`; fails where there is none, so that no test breaks nothing. */
function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(place(file), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(place(file), after);
}

const faults = (): string[] => readProfile(path.join(root, 'profiles', NAME)).faults.map(describeFault);

describe('a broken profile', () => {
  const broken: [name: string, file: string, from: string | RegExp, to: string, found: RegExp][] = [
    [
      'a group with an indicator too few',
      'catalogs/m3-commune.csv',
      /^A,2.*\n/m,
      '',
      /^catalogs\/m3-commune\.csv:1: group A has 1 indicators, profile\.yaml declares 2$/,
    ],
    [
      'a count that is declared wrong',
      'profile.yaml',
      'A: 15, B: 19',
      'A: 15, B: 20',
      /^catalogs\/m2-city\.csv:1: group B has 19 indicators, profile\.yaml declares 20$/,
    ],
    [
      'a place that is out of order',
      'catalogs/m2-city.csv',
      'A,2,grdp-current',
      'A,3,grdp-current',
      /^catalogs\/m2-city\.csv:3: seq is 3, its place in group A is 2$/,
    ],
    [
      'a code that stands twice',
      'catalogs/m2-city.csv',
      'grdp-current',
      'grdp-growth',
      /^catalogs\/m2-city\.csv:3: code "grdp-growth" stands twice$/,
    ],
    [
      'a name that stands twice',
      'catalogs/m2-commune.csv',
      'Thu ngân sách địa phương được hưởng',
      'Tổng thu ngân sách nhà nước trên địa bàn',
      /^catalogs\/m2-commune\.csv:3: name ".*" stands twice$/,
    ],
    [
      'another unit of measure at one level',
      'catalogs/m2-commune.csv',
      'Hộ,household',
      'Nghìn hộ,thousand_household',
      /^catalogs\/m2-commune\.csv:11: unit of measure of "households" is "thousand_household", in m2-city it is "household"$/,
    ],
    [
      'another aggregation at one level',
      'catalogs/m3-district.csv',
      'weighted:households',
      'mean',
      /^catalogs\/m3-district\.csv:\d+: aggregation of ".*" is "mean", in m2-city it is "weighted:households"$/,
    ],
    [
      'the yes or no without its exception',
      'profile.yaml',
      'catalogs: [m3-commune]',
      'catalogs: []',
      /^catalogs\/m3-commune\.csv:10: unit of measure of "strong-government-rate" is "boolean"/,
    ],
    [
      'a policy for days off that nobody knows',
      'profile.yaml',
      'when-due-falls-on-a-day-off: none',
      'when-due-falls-on-a-day-off: later',
      /^profile\.yaml:days-off\.when-due-falls-on-a-day-off: Invalid option/,
    ],
    [
      'an exception for nothing',
      'profile.yaml',
      'code: strong-government-rate',
      'code: weak-government-rate',
      /^profile\.yaml:exceptions\.0: m3-commune has no indicator "weak-government-rate"$/,
    ],
    [
      'a weight that nobody knows',
      'catalogs/m3-commune.csv',
      'weighted:births',
      'weighted:birth',
      /^catalogs\/m3-commune\.csv:5: aggregation of "third-child-rate-reduction" names "birth", which is no indicator and no base$/,
    ],
    [
      'aggregations in a circle',
      'catalogs/m2-city.csv',
      'ratio:poor-households/households,',
      'ratio:poor-household-rate/households,',
      /^catalogs\/m2-.*:\d+: aggregations need each other in a circle: poor-household-rate → poor-household-rate$/,
    ],
    [
      'a rule that there is not',
      'catalogs/m2-city.csv',
      ',sum,',
      ',total,',
      /^catalogs\/m2-city\.csv:8: "aggregation": "total" is no rule/,
    ],
    [
      'a lower bound above the upper',
      'catalogs/m3-commune.csv',
      'percent,1,0,100,weighted:households',
      'percent,1,101,100,weighted:households',
      /^catalogs\/m3-commune\.csv:8: min 101 is more than max 100$/,
    ],
    [
      'a bound finer than the value',
      'catalogs/m3-commune.csv',
      'percent,1,0,100,weighted:households',
      'percent,1,0.25,100,weighted:households',
      /^catalogs\/m3-commune\.csv:8: min 0\.25 has more than 1 decimals$/,
    ],
    [
      'a bound that is no number',
      'catalogs/m3-commune.csv',
      'percent,1,0,100,weighted:households',
      'percent,1,null,100,weighted:households',
      /^catalogs\/m3-commune\.csv:8: "min": must be a number/,
    ],
    [
      'an integer with decimals',
      'catalogs/m2-commune.csv',
      'integer,0',
      'integer,1',
      /^catalogs\/m2-commune\.csv:11: an integer has 1 decimals$/,
    ],
    [
      'a unit trait that there is not',
      'catalogs/m2-commune.csv',
      'rural-unit',
      'rustic-unit',
      /^catalogs\/m2-commune\.csv:27: applies_to "rustic-unit" is neither/,
    ],
    [
      'a name for units that there are not',
      'units/kinds.yaml',
      '  rural-unit: { vi',
      '  rustic-unit: { vi',
      /^units\/kinds\.yaml:applies-to\.rustic-unit: is a trait that no unit has$/m,
    ],
    [
      'a breakdown without a label',
      'catalogs/breakdowns.yaml',
      /^ {2}rural: .*\n/m,
      '',
      /^catalogs\/m2-city\.csv:\d+: breakdown "rural" has no label/,
    ],
    [
      'a source that nobody wrote down',
      'catalogs/m3-commune.csv',
      'published:HN-commune',
      'published:HN-village',
      /^catalogs\/m3-commune\.csv:\d+: provenance "published:HN-village-NguHiep-2009-quochoi" is not in/,
    ],
    [
      'a lead agency that stands for no unit',
      'units/lead-agencies.csv',
      'Trạm Y tế,commune',
      'Trạm xá,commune',
      /^catalogs\/m2-commune\.csv:\d+: lead agency "Trạm Y tế" is not mapped .* at level "commune"$/,
    ],
    [
      'a lead agency mapped to no unit',
      'units/lead-agencies.csv',
      'so-gtvt',
      'so-gt',
      /^units\/lead-agencies\.csv:9: unit "so-gt" is unknown$/,
    ],
    [
      'an assigned indicator missing below',
      'catalogs/m3-city.csv',
      /(A,2,.*),false,/,
      '$1,true,',
      /^catalogs\/m3-city\.csv:1: 20 indicators are assigned down, profile\.yaml declares 19$/,
    ],
    [
      'a base that is an indicator',
      'catalogs/bases.csv',
      /^doctors,/m,
      'population,',
      /^catalogs\/bases\.csv:12: "population" is an indicator, so it is no base$/,
    ],
    [
      'a group without a title',
      'catalogs/groups.yaml',
      /\n {2}D: \{ vi: Nhóm chỉ tiêu xây dựng chính quyền.*/,
      '',
      /^catalogs\/groups\.yaml:m3-city\.D: the group has no title$/,
    ],
    [
      'a parent that is no unit',
      'units/communes.csv',
      /^(00001,.*),001,/m,
      '$1,999,',
      /^units\/communes\.csv:2: parent "999" of "00001" is no unit$/,
    ],
    [
      'a parent of the wrong kind',
      'units/communes.csv',
      /^(00001,.*),001,/m,
      '$1,01,',
      /^units\/communes\.csv:2: parent "01" of "00001" is a city, not a district$/,
    ],
    [
      'a unit that stands twice',
      'units/communes.csv',
      /^00004,/m,
      '00001,',
      /^units\/communes\.csv:3: code "00001" stands twice$/,
    ],
    [
      'a type of unit that nobody knows',
      'units/communes.csv',
      ',Phường,',
      ',Làng,',
      /^units\/communes\.csv:2: type "Làng" is unknown for kind "commune"$/,
    ],
    [
      'a unit too few',
      'units/communes.csv',
      /^00004,.*\n/m,
      '',
      /^profile\.yaml:units\.commune: 584 declared, 583 stand in units\/$/,
    ],
    [
      'a calendar row that nobody reads',
      'calendar/milestones.yaml',
      '  - odd-letters\n',
      '',
      /^calendar\/calendar\.csv:43: nothing in .* reads "odd-letters"$/,
    ],
    [
      'a reading of no row',
      'calendar/milestones.yaml',
      '  r1-dpi:',
      '  r1-dip:',
      /^calendar\/milestones\.yaml:r1-dip: .* has no row "r1-dip"$/,
    ],
    [
      'a form that there is not',
      'calendar/milestones.yaml',
      '[m3-commune,',
      '[m3-village, m3-commune,',
      /^calendar\/milestones\.yaml:milestones\.r1-commune\.forms: form "m3-village" is unknown$/,
    ],
    [
      'a headline outside its forms',
      'calendar/milestones.yaml',
      'headline: m3-commune',
      'headline: m3-city',
      /^calendar\/milestones\.yaml:milestones\.r1-commune\.headline: "m3-city" is not among its forms$/,
    ],
    [
      'a deadline that nobody owes',
      'calendar/milestones.yaml',
      '    owes: commune\n',
      '',
      /^calendar\/milestones\.yaml:milestones\.r1-commune\.owes: a deadline needs/,
    ],
    [
      'a recipient that is no unit',
      'calendar/milestones.yaml',
      '{ unit: bo-khdt }',
      '{ unit: bo-kh }',
      /^calendar\/milestones\.yaml:milestones\.r1-dpi\.recipients: unit "bo-kh" is unknown$/,
    ],
    [
      'a last day that does not follow from the due day',
      'calendar/calendar.csv',
      'before,06-29',
      'before,06-30',
      /^calendar\/calendar\.csv:4: last_allowed_day is 06-30, "before 06-30" gives 06-29$/,
    ],
    [
      'a day that no year has',
      'calendar/calendar.csv',
      '06-30,before,06-29',
      '06-31,before,06-29',
      /^calendar\/calendar\.csv:4: "due": must be a day MM-DD that every year has$/,
    ],
    [
      'an escalation to no unit',
      'ladders/default.yaml',
      'unit: vp-ubnd',
      'unit: vp',
      /^ladders\/default\.yaml:rungs\.9: unit "vp" is unknown$/,
    ],
    [
      'a message at night',
      'ladders/default.yaml',
      "at: '07:30'",
      "at: '06:30'",
      /^ladders\/default\.yaml:rungs\.0: 06:30 lies outside the ladder's hours$/,
    ],
    [
      'a comparison of a comparison',
      'forms/measures.yaml',
      'a: estimate-current, b: plan-current',
      'a: plan-growth, b: plan-current',
      /^forms\/measures\.yaml:planning\.5: "plan-growth" is itself computed$/,
    ],
    [
      'computed columns in a circle',
      'forms/m4-thda.yaml',
      'parts: [volume_to_date, funds_to_date]',
      'parts: [arrears, funds_to_date]',
      /^forms\/m4-thda\.yaml:columns: computed columns need each other in a circle: arrears → arrears$/,
    ],
    [
      'a choice of nothing',
      'forms/m4-cbdt.yaml',
      'type: choice',
      'type: text',
      /^forms\/m4-cbdt\.yaml:columns\.1: choices belong to/,
    ],
    [
      'a question of choices without choices',
      'forms/status.yaml',
      'type: text',
      'type: choice',
      /^forms\/status\.yaml:questions\.2: choices belong to a question of type choice/,
    ],
    [
      'bounds that leave nothing between them',
      'forms/status.yaml',
      "min: '0'",
      "min: '101'",
      /^forms\/status\.yaml:questions\.1\.max: is not in order \(bounds-turned\), name "Tiến độ"/,
    ],
    [
      'a check of a column that is not there',
      'forms/m4-thda.yaml',
      'b: { op: column, column: start_year }',
      'b: { op: column, column: first_year }',
      /^forms\/m4-thda\.yaml:checks\.0\.holds: is not in order \(formula-unknown\)/,
    ],
    [
      'a form that is listed and nowhere made',
      'profile.yaml',
      '  - m5\n',
      '  - m5\n  - m8\n',
      /^forms\/m8\.yaml:1: is missing$/,
    ],
    [
      'a unit of measure of a base without a word',
      'forms/bases.yaml',
      /^ {2}death: .*\n/m,
      '',
      /^forms\/bases\.yaml:units: unit of measure "death" of "infant-deaths" is not named$/,
    ],
    [
      'a holiday that no year has',
      'holidays/vn.csv',
      '2027-09-03',
      '2027-09-31',
      /^holidays\/vn\.csv:\d+: "date": must be a day/,
    ],
    [
      'a worked Saturday in the middle of the week',
      'holidays/vn.csv',
      '2026-08-22,work',
      '2026-08-24,work',
      /^holidays\/vn\.csv:\d+: 2026-08-24 is a working day anyway$/,
    ],
    [
      'a key that nobody reads',
      'profile.yaml',
      'ladder: default',
      'ladder: default\nladders: default',
      /^profile\.yaml:\(top\): Unrecognized key: "ladders"$/,
    ],
    [
      'a column that nobody reads',
      'catalogs/bases.csv',
      'provenance',
      'provenance,colour',
      /^catalogs\/bases\.csv:1: has the unknown column colour$/,
    ],
    [
      'a column that is missing',
      'catalogs/sources.csv',
      'tag,seen,address',
      'tag,seen,addres',
      /^catalogs\/sources\.csv:1: lacks the column address; has the unknown column addres$/,
    ],
    [
      'a cell too many',
      'catalogs/bases.csv',
      'km2,reconstructed',
      'km2,reconstructed,yes',
      /^catalogs\/bases\.csv:2: has 6 cells, the header has 5$/,
    ],
    [
      'a quote that is never closed',
      'catalogs/m2-city.csv',
      'Tỷ đồng',
      '"Tỷ đồng',
      /^catalogs\/m2-city\.csv:\d+: is not CSV: /,
    ],
    ['YAML that is none', 'units/kinds.yaml', 'kinds:', 'kinds: [', /^units\/kinds\.yaml:\d+: is not YAML: /],
    [
      'a CSV name that is not NFC',
      'units/communes.csv',
      'Phường Phúc Xá',
      'Phường Phúc Xá'.normalize('NFD'),
      /^units\/communes\.csv:2: "name_vi" is not in Unicode NFC$/,
    ],
    [
      'a YAML text that is not NFC',
      'catalogs/groups.yaml',
      'Các chỉ tiêu',
      'Các chỉ tiêu'.normalize('NFD'),
      /^catalogs\/groups\.yaml:4: is not in Unicode NFC$/,
    ],
  ];

  it.each(broken)('names %s', (_name, file, from, to, found) => {
    change(file, from, to);
    expect(faults()).toContainEqual(expect.stringMatching(found));
  });

  it('names a file that is missing, and goes on to the others', () => {
    rmSync(place('ladders/default.yaml'));
    rmSync(place('units/lead-agencies.csv'));
    const found = faults();
    expect(found).toContain('ladders/default.yaml:1: is missing');
    expect(found).toContain('units/lead-agencies.csv:1: is missing');
  });

  it('names text that is not UTF-8', () => {
    writeFileSync(place('catalogs/bases.csv'), Buffer.from([0x63, 0xff, 0xfe]));
    expect(faults()).toContain('catalogs/bases.csv:1: is not text in UTF-8');
  });

  it('names several faults in one reading', () => {
    change('catalogs/m3-commune.csv', 'weighted:births', 'weighted:birth,');
    change('calendar/milestones.yaml', '{ unit: bo-khdt }', '{ unit: bo-kh }');
    change('holidays/vn.csv', '2027-09-03', '2027-09-31');
    const found = faults();
    expect(found.map((fault) => fault.split(':')[0])).toEqual([
      'catalogs/m3-commune.csv',
      'calendar/milestones.yaml',
      'holidays/vn.csv',
    ]);
  });

  it('names a row that is missing beside another that cannot be read', () => {
    change('catalogs/m3-commune.csv', /^A,2.*\n/m, '');
    change('catalogs/m3-commune.csv', 'weighted:births', 'weighted:births,');
    const found = faults();
    expect(found).toContain('catalogs/m3-commune.csv:1: has 8 indicators, profile.yaml declares 9 in all');
    expect(found).toContainEqual(
      expect.stringMatching(/^catalogs\/m3-commune\.csv:\d+: has \d+ cells, the header has \d+$/),
    );
  });

  it('is named by its folder, and only so', () => {
    change('profile.yaml', 'name: hanoi-directive', 'name: other');
    expect(faults()).toEqual(['profile.yaml:name: is "other", the folder is "hanoi-directive"']);
  });

  it('is a fault, not an exception, where the folder is missing', () => {
    expect(readProfile(path.join(root, 'profiles', 'nowhere'))).toEqual({
      faults: [{ file: 'profile.yaml', row: 1, reason: 'is missing' }],
    });
  });

  it('may begin with a byte order mark', () => {
    const before = readFileSync(place('catalogs/bases.csv'), 'utf8');
    writeFileSync(place('catalogs/bases.csv'), `\uFEFF${before}`);
    expect(faults()).toEqual([]);
  });
});
