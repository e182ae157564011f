import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolder, describeFault } from '../shared/index.js';
import { readMilestones } from './read-milestones.js';

const HEAD = 'id,round,kind,actor_level,actor,recipient,what,start,due,strict,last_allowed_day,year,clause,oddity\n';
const DRAFT = 'draft,1,deadline,low,Cấp dưới,Cấp trên,Draft,06-10,06-30,before,06-29,R,trước ngày 30/6,odd indeed\n';
const SEND = 'send,3,deadline,low,Cấp dưới,,Send,,01-05,before,01-04,P,trước ngày 05/01,\n';
const CONFERENCE = 'conf,2,window,low,Cấp trên,,Conference,02-20,02-28,within,02-28,R,từ ngày 20-28/2,\n';
const NOTICE = 'notice,2,relative,top,Bộ,,Notice,,,relative:+5d,,R,đề nghị,\n';
const ODD = 'odd-a,0,oddity,all,,,Letter twice,,,,,,D,The letter stands twice.\n';

const READING = `provenance: directive
milestones:
  draft:
    sort: deadline
    title: { vi: Dự thảo, en: Draft }
    section: I
    owes: low
    recipients: [{ superior: true }]
    forms: [one, two]
    headline: two
  send:
    sort: deadline
    title: { vi: Gửi, en: Send }
    section: II
    owes: low
    forms: [one]
    signed-document: true
    opens: { day: '12-31', assumed: true }
  conf: { sort: window, title: { vi: Hội nghị, en: Conference }, section: III, owes: low }
  notice: { sort: request, title: { vi: Thông báo, en: Notice }, section: IV }
oddities: [odd-a]
`;

const FULL = READING.replace(
  '    headline: two\n',
  `    headline: two
    feeds: send
    usual-days: 2
    due-of: [{ trait: far, day: '07-02' }]
    figures: { from: '01-01', to: '06-30', data-until: '05-31', standing: estimate }
`,
)
  .replace('    signed-document: true\n', '    signed-document: true\n    waits-on: draft\n')
  .replace(
    'oddities:',
    `  after:
    sort: relative
    title: { vi: Sau, en: After }
    section: II
    signed-document: true
    after: { events: [conf], days: 5, count: working }
  local:
    sort: local
    title: { vi: Riêng, en: Local }
    section: III
    set-by: [{ kind: low }]
    asks: { unit: top }
    forms: [one]
    proposals:
      - key: p
        assumed: { vi: Giả định, en: Assumed }
        periods:
          - { key: p, title: { vi: Kỳ, en: Period }, opens: { day: '06-01', year: report }, due: { before: draft, days: 10 } }
oddities:`,
  );

const known = {
  units: new Set(['top']),
  kinds: new Set(['low']),
  levels: new Set(['below']),
  forms: new Set(['one', 'two']),
};
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'nhip-calendar-'));
  mkdirSync(path.join(root, 'calendar'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function read(rows: string, reading = READING) {
  writeFileSync(path.join(root, 'calendar/calendar.csv'), HEAD + rows);
  writeFileSync(path.join(root, 'calendar/milestones.yaml'), reading);
  const folder = new DataFolder(root);
  return { ...readMilestones(folder, known), faults: folder.faults.map(describeFault) };
}

const ALL = DRAFT + SEND + CONFERENCE + NOTICE + ODD;

describe('reading the calendar', () => {
  it('takes dates and sentences from the row, and the rest from its reading', () => {
    const { milestones, faults } = read(ALL);
    expect(faults).toEqual([]);
    expect(milestones[0]).toEqual({
      id: 'draft',
      round: '1',
      sort: 'deadline',
      title: { vi: 'Dự thảo', en: 'Draft' },
      owes: 'low',
      recipients: [{ superior: true }],
      forms: ['one', 'two'],
      headline: 'two',
      signedDocument: false,
      onlyLedRows: false,
      opens: { monthDay: '06-10', yearOf: 'report-year', assumed: false },
      due: { monthDay: '06-30', yearOf: 'report-year' },
      clause: { section: 'I', quote: 'trước ngày 30/6' },
      oddity: 'odd indeed',
      provenance: 'directive',
    });
  });

  it('opens before New Year what is due after it', () => {
    const send = read(ALL).milestones[1]!;
    expect([send.opens, send.due]).toEqual([
      { monthDay: '12-31', yearOf: 'report-year', assumed: true },
      { monthDay: '01-05', yearOf: 'plan-year' },
    ]);
  });

  it('ends a window on the day after its last', () => {
    const conference = read(ALL).milestones[2]!;
    expect([conference.windowStart?.monthDay, conference.due?.monthDay]).toEqual(['02-20', '03-01']);
  });

  it('lets a term asked of an outside body be a request without a day', () => {
    const notice = read(ALL).milestones[3]!;
    expect([notice.sort, notice.due, notice.opens]).toEqual(['request', undefined, undefined]);
  });

  it('takes a term, a rule with what is proposed, a period of figures and the chain from the reading', () => {
    const rows = `${ALL}after,2,relative,top,Bộ,,Notice,,,relative:+5d,,R,chậm nhất 5 ngày,\nlocal,reports,local-rule,low,,,Local,,,set-locally,,X,quy định,\n`;
    const { milestones, faults } = read(rows, FULL);
    expect(faults).toEqual([]);
    const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
    expect(byId.get('draft')).toMatchObject({
      feeds: 'send',
      usualDays: 2,
      dueOf: [{ trait: 'far', due: { monthDay: '07-02', yearOf: 'report-year' } }],
      figures: { to: { monthDay: '06-30', yearOf: 'report-year' }, standing: 'estimate' },
    });
    expect(byId.get('send')?.waitsOn).toBe('draft');
    expect(byId.get('after')?.after).toEqual({ events: ['conf'], days: 5, count: 'working' });
    expect(byId.get('local')).toMatchObject({
      setBy: [{ kind: 'low' }],
      asks: { unit: 'top' },
      proposals: [{ periods: [{ key: 'p', due: { monthDay: '06-20', yearOf: 'report-year' } }] }],
    });
  });

  it('keeps what is odd about the text', () => {
    expect(read(ALL).oddities).toEqual([
      {
        id: 'odd-a',
        title: 'Letter twice',
        quote: 'D',
        remark: 'The letter stands twice.',
        provenance: 'directive',
      },
    ]);
  });

  it.each([
    ['a row that stands twice', ALL + ODD, READING, 'calendar/calendar.csv:7: id "odd-a" stands twice'],
    [
      'a row that is read as a milestone and as an oddity',
      ALL,
      READING.replace('[odd-a]', '[odd-a, draft]'),
      'calendar/calendar.csv:2: "draft" is read twice',
    ],
    [
      'a deadline that is taken for an oddity',
      ALL,
      READING.replace(/ {2}draft:[\s\S]*? {2}send:/, '  send:').replace('[odd-a]', '[odd-a, draft]'),
      'calendar/calendar.csv:2: "draft" is a deadline, not an oddity',
    ],
    [
      'a window that is taken for a deadline',
      ALL,
      READING.replace('sort: window', 'sort: deadline'),
      'calendar/milestones.yaml:milestones.conf.sort: a window cannot be read as deadline',
    ],
    [
      'an opening that the row already gives',
      ALL,
      READING.replace('headline: two', "headline: two\n    opens: { day: '06-01', assumed: true }"),
      'calendar/milestones.yaml:milestones.draft.opens: calendar/calendar.csv already says that it starts on 06-10',
    ],
    [
      'a deadline without an opening',
      ALL,
      READING.replace("    opens: { day: '12-31', assumed: true }\n", ''),
      'calendar/milestones.yaml:milestones.send.opens: a deadline needs a day on which it opens',
    ],
    [
      'a watcher that is no unit',
      ALL,
      READING.replace('headline: two', 'headline: two\n    watched-by: nobody'),
      'calendar/milestones.yaml:milestones.draft.watched-by: unit "nobody" is unknown',
    ],
    [
      'a chain that leads back to itself',
      ALL,
      FULL.replace('waits-on: draft', 'waits-on: send'),
      'calendar/milestones.yaml:milestones.send.waits-on: leads back to itself',
    ],
    [
      'a term of other days than the row says',
      `${ALL}after,2,relative,top,Bộ,,Notice,,,relative:+7d,,R,chậm nhất 7 ngày,\n`,
      FULL,
      'calendar/milestones.yaml:milestones.after.after.days: the row says "relative:+7d"',
    ],
    [
      'figures that are known only when it is too late',
      ALL,
      FULL.replace("data-until: '05-31'", "data-until: '06-30'"),
      'calendar/milestones.yaml:milestones.draft.figures.data-until: is not before the due day 06-30',
    ],
    [
      'figures that cannot be official yet',
      ALL,
      FULL.replace('standing: estimate', 'standing: official'),
      'calendar/milestones.yaml:milestones.draft.figures.standing: figures up to 06-30 cannot be official when due before 06-30',
    ],
    [
      'a rule of which nobody is said to set it',
      `${ALL}local,reports,local-rule,low,,,Local,,,set-locally,,X,quy định,\n`,
      FULL.replace('    set-by: [{ kind: low }]\n', ''),
      'calendar/milestones.yaml:milestones.local.asks: a local rule needs both who sets it and who is asked',
    ],
    [
      'a proposed form that may not be asked',
      `${ALL}local,reports,local-rule,low,,,Local,,,set-locally,,X,quy định,\n`,
      FULL.replace('      - key: p\n', '      - key: p\n        forms: [two]\n'),
      'calendar/milestones.yaml:milestones.local.proposals.0.forms: "two" is not among the forms that may be asked',
    ],
  ])('names %s', (_name, rows, reading, fault) => {
    expect(read(rows, reading).faults).toContain(fault);
  });
});
