import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Holiday, HolidaysService } from '../../src/modules/calendar/index.js';
import { LoadProfileService } from '../../src/modules/profiles/index.js';
import { plainDate } from '../../src/modules/shared/index.js';
import { runAdmin } from '../cli/admin-shell.js';
import { House } from '../house/house.js';

// Each command is a process of its own that starts the product: seconds on a busy machine.
jest.setTimeout(180_000);

const decreed = (date: string, nameVi = 'Quốc khánh'): Holiday => ({
  date,
  kind: 'off',
  nameVi,
  nameEn: 'National Day',
  status: 'decreed',
  source: 'Thông báo 1/TB-BNV',
});

/** For 2028 the profile assumes 1, 2 and 4/9; the decree of this story gives 2, 4 and 5/9 instead. */
const DECREE = [decreed('2028-09-02'), decreed('2028-09-04'), decreed('2028-09-05')];

describe('the holidays of a year, decreed at last', () => {
  let house: House;
  let folder: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-12-01' });
    await house.openCycle(2028);
    folder = mkdtempSync(path.join(tmpdir(), 'nhip-holidays-'));
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await house.close();
  });

  const of2028 = () =>
    house.database.rows<{ day: string; status: string }>(
      `select on_date::text as day, status from holiday where on_date >= '2028-08-01' and on_date < '2028-10-01' order by 1`,
    );
  const bring = (confirmed: boolean) => house.of(HolidaysService).import(DECREE, { confirmed, fileName: 'vn.csv' });

  it('are refused where they leave no day to work on', async () => {
    const days = Array.from({ length: 75 }, (_, at) => decreed(plainDate.add('2028-03-01', at)));
    await expect(house.of(HolidaysService).import(days, { confirmed: true, fileName: 'vn.csv' })).rejects.toMatchObject(
      {
        code: 'calendar.holidays-without-work',
        params: { day: '01/03/2028', days: 60 },
      },
    );
  });

  it('are told first: which days change, and around which deadlines', async () => {
    const before = await of2028();
    const told = await bring(false);
    expect(told.difference.added.map((day) => day.date)).toEqual(['2028-09-05']);
    expect(told.difference.removed.map((day) => day.date)).toContain('2028-09-01');
    expect(told.difference.changed.map((one) => one.is.date)).toEqual(['2028-09-02', '2028-09-04']);
    const quarter = told.deadlines.filter((one) => one.lastDay === '2028-09-04');
    expect(quarter.map((one) => [one.milestone, one.units])).toEqual([
      ['rep-dept-3', 16],
      ['rep-district-3', 30],
    ]);
    expect(quarter[0]).toMatchObject({
      was: { lastDayOff: true, offBefore: 3, offAfter: 0 },
      is: { lastDayOff: true, offBefore: 2, offAfter: 1 },
    });
    expect([told.applied, await of2028()]).toEqual([false, before]);
  });

  it('move no due day where the profile says that none moves', async () => {
    const done = await bring(true);
    expect([done.applied, done.dueDays]).toEqual([true, 0]);
    expect(await of2028()).toEqual([
      { day: '2028-09-02', status: 'decreed' },
      { day: '2028-09-04', status: 'decreed' },
      { day: '2028-09-05', status: 'decreed' },
    ]);
  });

  it('stay as imported when the profile is loaded anew', async () => {
    const before = await of2028();
    await house.database.rows(`update profile_state set digest = 'older'`);
    expect(await house.of(LoadProfileService).load('hanoi-directive')).toBe('loaded');
    expect(await of2028()).toEqual(before);
  });

  it('move the due days that rest on them where the profile lets them move to the next working day', async () => {
    await house.database.rows(`update profile_state set rules = jsonb_set(rules, '{daysOff,due}', '"next"')`);
    const later = [...DECREE, decreed('2028-09-06')];
    const done = await house.of(HolidaysService).import(later, { confirmed: true, fileName: 'vn-2.csv' });
    expect(done.dueDays).toBe(46);
    const dues = await house.database.rows<{ due: string; first: string }>(
      `select distinct due_on::text as due, first_due_on::text as first from obligation where milestone = 'rep-dept-3'`,
    );
    expect(dues).toEqual([{ due: '2028-09-08', first: '2028-09-05' }]);
  });

  it('come from a file by the shell, which names what is wrong in it', async () => {
    const file = path.join(folder, 'vn.csv');
    const head = 'date,kind,name_vi,name_en,status,source\n';
    writeFileSync(file, `${head}2029-02-30,off,Tết,Tết,decreed,TB\n`);
    const broken = await runAdmin(house.databaseUrl, 'holidays', '--file', file);
    expect([broken.code, broken.err]).toEqual([1, expect.stringMatching(/vn\.csv:2: "date": must be a day/)]);
    writeFileSync(file, `${head}2029-09-03,off,Quốc khánh,National Day,decreed,TB\n`);
    const told = await runAdmin(house.databaseUrl, 'holidays', '--file', file);
    expect(told.out).toMatch(/^Chưa nhập; thêm --confirm[\s\S]*~ 03\/09\/2029 Quốc khánh, off, assumed → /);
    expect(told.out).toContain('- 04/09/2029');
  });
});
