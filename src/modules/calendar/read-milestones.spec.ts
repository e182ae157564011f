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
  ])('names %s', (_name, rows, reading, fault) => {
    expect(read(rows, reading).faults).toContain(fault);
  });
});
