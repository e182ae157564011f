import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { planObligations, type PlannedObligation } from '../../src/modules/calendar/index.js';
import {
  dryRun,
  itemOfPlanned,
  peakHour,
  type PlannedNotice,
  totalsPerDay,
} from '../../src/modules/followups/index.js';
import { type Profile, profileFolder, readProfile } from '../../src/modules/profiles/read-profile.js';
import { packageRoot, plainDate } from '../../src/modules/shared/index.js';

/** The rules of the default ladder, written down once more by hand: rung, anchor, days after it, who is told. */
const RULES: [
  rung: string,
  anchor: 'opens' | 'last' | 'due',
  days: number,
  who: 'official' | 'head' | 'above' | string,
][] = [
  ['opening', 'opens', 0, 'official'],
  ['remind-7', 'last', -7, 'official'],
  ['remind-3', 'last', -3, 'official'],
  ['remind-1', 'last', -1, 'official'],
  ['last-day', 'last', 0, 'official'],
  ['overdue-official', 'due', 0, 'official'],
  ['overdue-head', 'due', 1, 'head'],
  ['escalate-recipient', 'due', 2, 'above'],
  ['escalate-planning', 'due', 5, 'so-khdt supervisor'],
  ['escalate-office', 'due', 10, 'vp-ubnd head'],
];
const FROM = '2027-06-01';
const TO = '2028-12-31';

let profile: Profile;
let planned: PlannedObligation[];
let notices: PlannedNotice[];

beforeAll(() => {
  profile = readProfile(profileFolder('hanoi-directive')).profile!;
  planned = planObligations(profile.milestones, profile.units, 2028);
  notices = dryRun(profile.ladder, planned.map(itemOfPlanned), FROM, TO);
});

/** What the rules say of one obligation: `day rung unit role`. */
function expected(one: PlannedObligation): string[] {
  const told = new Set<string>();
  return RULES.flatMap(([rung, anchor, days, who]) => {
    const base = { opens: one.opensOn, last: one.lastDay, due: one.dueOn }[anchor];
    const on = plainDate.add(base, days);
    const to = who === 'above' ? `${one.superior} supervisor` : who.includes(' ') ? who : `${one.unit} ${who}`;
    if (anchor === 'last' && on < one.opensOn) return [];
    if (rung.startsWith('escalate')) {
      // Nobody is told of one lateness twice, and no unit is reported to itself.
      if (told.has(to) || to.startsWith(`${one.unit} `) || to.startsWith('undefined')) return [];
      told.add(to);
    }
    return [`${on} ${rung} ${to}`];
  });
}

describe('the dry run of a plan year', () => {
  it.each([
    ['a commune', '00004'],
    ['a district', '001'],
    ['a department', 'so-nnptnt'],
  ])('tells %s what the ladder says, row by row', (_name, unit) => {
    const owed = planned.filter((one) => one.unit === unit);
    expect(owed.length).toBeGreaterThan(0);
    for (const one of owed) {
      const found = notices
        .filter((notice) => notice.unit === unit && notice.milestone === one.milestone)
        .map((notice) => `${notice.on} ${notice.rung} ${notice.audience.unit} ${notice.audience.role}`);
      const opening = expected(one)[0]!;
      const rules = expected(one);
      // A reminder of the morning on which it opens would be the second of one day.
      const wanted = rules.filter((line) => line === opening || line.slice(0, 10) !== opening.slice(0, 10));
      expect(found.sort()).toEqual(wanted.sort());
    }
  });

  it('has every notice once, inside the hours, with a reason', () => {
    expect(new Set(notices.map((notice) => notice.key)).size).toBe(notices.length);
    for (const notice of notices) {
      expect(notice.at).toMatch(/T(0[7-9]|1[0-7]):\d\d:00\+07:00$/);
      expect(notice.why).not.toBe('');
    }
  });

  it('shows a part of the year as the whole year shows it', () => {
    const part = dryRun(profile.ladder, planned.map(itemOfPlanned), '2027-07-01', '2027-07-31');
    expect(part).toEqual(notices.filter((notice) => notice.on >= '2027-07-01' && notice.on <= '2027-07-31'));
    expect(part.length).toBeGreaterThan(0);
  });

  it('has room in a range as wide as days can be written, without walking through its empty days', () => {
    const communes = planned.filter(({ milestone }) => milestone === 'r1-commune').map(itemOfPlanned);
    const asked = dryRun(profile.ladder, communes, '0001-01-01', '9999-12-31');
    expect(asked).toEqual(notices.filter(({ milestone }) => milestone === 'r1-commune'));
  });
});

describe('the load of a plan', () => {
  const message = (to: string, at: string) => ({ to, at: `${at}:00+07:00`, on: at.slice(0, 10), notices: 1 });
  const messages = [
    message('mai', '2027-06-22T07:30'),
    message('lan', '2027-06-22T07:45'),
    message('mai', '2027-06-22T09:00'),
    message('mai', '2027-06-26T07:30'),
  ];

  it('counts people and messages of each day', () => {
    expect(totalsPerDay(messages)).toEqual([
      { on: '2027-06-22', people: 2, messages: 3 },
      { on: '2027-06-26', people: 1, messages: 1 },
    ]);
  });

  it('names the fullest hour and when its last message has left', () => {
    const limits = [
      { channel: 'fast', perSecond: 30 },
      { channel: 'slow', perSecond: 1 },
    ];
    expect(peakHour(messages, limits)).toEqual({ hour: '2027-06-22T07', messages: 2, seconds: { fast: 1, slow: 2 } });
    expect(peakHour([], limits)).toBeUndefined();
  });
});

describe('npm run dry-run', () => {
  const command = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/run.mjs', 'dry-run', ...args], { cwd: packageRoot, encoding: 'utf8' });

  it('prints the notices as JSON', () => {
    const { status, stdout } = command(
      ...[
        '--profile',
        'hanoi-directive',
        '--plan-year',
        '2028',
        '--from',
        '2027-06-22',
        '--to',
        '2027-06-22',
        '--json',
      ],
    );
    expect(status).toBe(0);
    const lines = JSON.parse(stdout) as object[];
    expect(lines).toHaveLength(584);
    expect(lines[0]).toEqual({
      key: '2028/r1-commune/00001/remind-7@2027-06-30',
      unit: '00001',
      milestone: 'r1-commune',
      rung: 'remind-7',
      audience: { unit: '00001', role: 'official' },
      at: '2027-06-22T07:30:00+07:00',
      why: '7 days before the last day 2027-06-29',
    });
  }, 300_000);

  it.each([
    [['--plan-year', '2028'], 'Name the profile with --profile.'],
    [['--profile', 'x', '--plan-year', '2028'], 'There is no profile "x".'],
    [['--profile', 'hanoi-directive', '--plan-year', '28'], '"28" is no plan year'],
    [
      ['--profile', 'hanoi-directive', '--plan-year', '2028', '--from', '2027-02-30'],
      '--from is "2027-02-30", which is no day',
    ],
    [
      ['--profile', 'hanoi-directive', '--plan-year', '2028', '--from', '2027-06-02', '--to', '2027-06-01'],
      '--to (2027-06-01) lies before --from (2027-06-02).',
    ],
    [
      ['--profile', 'hanoi-directive', '--plan-year', '2028', '--unit', 'nowhere'],
      'The profile has no unit "nowhere".',
    ],
    [['--profile', 'hanoi-directive', '--plan-year', '2028', '--per-second', 'fast'], '--per-second is "fast"'],
  ])(
    'says what is wrong with %j',
    (args, sentence) => {
      const { status, stderr, stdout } = command(...args);
      expect(status).toBe(2);
      expect(stderr).toContain(sentence);
      expect(stdout).toBe('');
    },
    300_000,
  );
});
