import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDatabase, type TestDatabase } from '../setup/database.js';
import { runAdmin } from './admin-shell.js';

// Each command is a process of its own that starts the product: seconds on a busy machine.
jest.setTimeout(180_000);

describe('the admin commands of the shell', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'nhip-admin-'));
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  it('make the first admin of an empty database and give a link to sign in with', async () => {
    const { code, out } = await runAdmin(database.url, 'create', '--name', 'Phạm Thu Hà', '--unit', 'so-khdt');
    expect(code).toBe(0);
    expect(out).toMatch(/^Phạm Thu Hà, Sở Kế hoạch và Đầu tư \(admin\), [0-9a-f-]{36}\nhttp:\S+\/dang-nhap#\S+\n$/);
  });

  it('open a plan year, and change nothing when it is opened again', async () => {
    const told = await runAdmin(database.url, 'open', '--plan-year', '2028');
    expect(told.out).toMatch(/nothing is done yet, add --confirm[\s\S]*obligations added: [1-9]/);
    const first = await runAdmin(database.url, 'open', '--plan-year', '2028', '--confirm');
    expect(first.out).toMatch(/^Năm kế hoạch 2028: (\d+) nghĩa vụ báo cáo, mới \1 /);
    const again = await runAdmin(database.url, 'open', '--plan-year', '2028', '--confirm');
    expect(again.out).toContain('mới 0 /');
  });

  it('move a due day when it is confirmed, and put it back', async () => {
    const move = [
      'move',
      '--plan-year',
      '2028',
      '--milestone',
      'r1-commune',
      '--days',
      '+2',
      '--reason',
      'Chờ số liệu',
    ];
    expect((await runAdmin(database.url, ...move)).out).toMatch(/Chưa thực hiện[\s\S]*due days moved: 584/);
    const done = await runAdmin(database.url, ...move, '--confirm');
    expect(done.out).toMatch(/^Đã thực hiện[\s\S]*due days moved: 584/);
    const id = /undo --move (\S+)/.exec(done.out)![1]!;
    expect((await runAdmin(database.url, 'undo', '--move', id, '--confirm')).out).toContain('due days moved: 584');
  });

  it('waive what a unit owes of a milestone, named as people name it, and take that back', async () => {
    const { out } = await runAdmin(database.url, 'create', '--name', 'Vũ Hải Anh', '--unit', 'so-khdt');
    const by = /\(admin\), ([0-9a-f-]{36})/.exec(out)![1]!;
    const waive = ['waive', '--plan-year', '2028', '--milestone', 'r1-commune', '--unit', '00667'];
    const done = await runAdmin(database.url, ...waive, '--by', by, '--reason', 'Đã sáp nhập');
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('Đã miễn')]);
    const back = await runAdmin(database.url, ...waive, '--by', by, '--reason', 'Nhầm đơn vị', '--take-back');
    expect(back.out).toContain('Đã thôi miễn');
    const nothing = await runAdmin(database.url, ...waive.with(-1, '00000'), '--by', by, '--reason', 'Thử');
    expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('không có nghĩa vụ nào')]);
  });

  it('set the days that the profile proposes for what the text does not date', async () => {
    const rule = [
      'rule',
      '--milestone',
      'rep-stat',
      '--set-by',
      'so-khdt',
      '--from-plan-year',
      '2028',
      '--decision',
      'CV 1',
    ];
    const wrong = await runAdmin(database.url, ...rule, '--proposal', 'week');
    expect(wrong.err).toContain('--milestone rep-stat --proposal month');
    const set = await runAdmin(database.url, ...rule, '--proposal', 'quarter', '--confirm');
    expect(set.out).toContain('obligations added: 3');
  });

  it('set a district’s rule from a file, and name what is wrong in it', async () => {
    const file = path.join(folder, 'rule.yaml');
    const rule = `milestone: rep-local
setBy: '020'
key: quarter
fromPlanYear: 2028
units: ['00667']
forms: [m5, m6]
periods:
  - key: q1
    title: { vi: 'Quý I/{P}', en: 'First quarter of {P}' }
    opens: { monthDay: '02-15', yearOf: plan-year }
    due: { monthDay: '03-05', yearOf: plan-year }
decision: Công văn 45
`;
    writeFileSync(file, rule.replace("'03-05'", "'02-30'"));
    const broken = await runAdmin(database.url, 'rule', '--file', file);
    expect([broken.code, broken.err]).toEqual([
      1,
      expect.stringContaining('periods.0.due.monthDay: must be a day MM-DD'),
    ]);
    writeFileSync(file, rule);
    expect((await runAdmin(database.url, 'rule', '--file', file, '--confirm')).out).toContain('obligations added: 1');
  });

  it.each([
    ['a command that nobody knows', ['opne'], /npm run admin -- open --plan-year/],
    ['a year that is none', ['open', '--plan-year', '28'], /bốn chữ số[\s\S]*admin -- open/],
    ['an option that nobody knows', ['open', '--year', '2028'], /Unknown option '--year'[\s\S]*admin -- open/],
    ['a person who is not there', ['link', '--person', 'lan'], /không có người này/],
    ['a unit that is not there', ['create', '--name', 'Lan', '--unit', 'x'], /Không có đơn vị mã x/],
  ])('answer %s with what to write instead', async (_name, args, told) => {
    const { code, out, err } = await runAdmin(database.url, ...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(told);
  });
});
