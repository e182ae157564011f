import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  dayIn,
  mayBeAsked,
  maySet,
  PLAIN_DAYS,
  planAfterEvent,
  planObligations,
  planWindows,
  WorkingDays,
} from '../calendar/index.js';
import type { PlannedObligation } from '../calendar/index.js';
import { packageRoot, plainDate } from '../shared/index.js';
import { UnitTree } from '../units/index.js';
import type { IndicatorForm } from '../../forms/index.js';
import { obligationsPage } from './obligations-page.js';
import type { Profile } from './profile.js';
import { profileFolder, readProfile } from './read-profile.js';

const directory = profileFolder('hanoi-directive');

interface CalendarRow {
  id: string;
  kind: string;
  start: string;
  due: string;
  last_allowed_day: string;
  year: string;
  clause: string;
}

const calendar: CalendarRow[] = parse(readFileSync(path.join(directory, 'calendar/calendar.csv')), { columns: true });

let profile: Profile;

beforeAll(() => {
  const read = readProfile(directory);
  expect(read.faults).toEqual([]);
  profile = read.profile!;
});

const plan = (planYear: number): PlannedObligation[] => planObligations(profile.milestones, profile.units, planYear);

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

describe('the calendar of the directive', () => {
  it('is read row by row, each once, as its kind says', () => {
    const sortOf = new Map<string, string>([
      ...profile.milestones.map((one) => [one.id, one.sort] as const),
      ...profile.oddities.map((one) => [one.id, 'oddity'] as const),
    ]);
    const read: Record<string, string[]> = {
      deadline: ['deadline'],
      window: ['window'],
      relative: ['relative', 'request'],
      'local-rule': ['local'],
      start: ['start'],
      period: ['period'],
      oddity: ['oddity'],
    };
    for (const row of calendar)
      expect([row.id, read[row.kind]]).toEqual([row.id, expect.arrayContaining([sortOf.get(row.id)])]);
    const others = [...sortOf.keys()].filter((id) => !calendar.some((row) => row.id === id));
    expect(others).toEqual(['r3-dept-agree']);
  });

  it('says in Vietnamese what is odd about a row, wherever anything is', () => {
    const milestones = profile.milestones.filter(({ oddity, oddityVi }) => oddity !== undefined && !oddityVi);
    const oddities = profile.oddities.filter(({ vi }) => !vi?.title);
    expect([...milestones, ...oddities].map(({ id }) => id)).toEqual([]);
  });
});

describe('the obligations of the directive', () => {
  it('are one for each unit that owes a milestone', () => {
    expect(countBy(plan(2028), (one) => one.milestone)).toEqual({
      'r1-commune': 584,
      'r1-district': 30,
      'r1-dept': 16,
      'r1-dpi': 1,
      'r2-commune': 584,
      'r2-district': 30,
      'r2-dept': 16,
      'r3-city-submit': 1,
      'r3-city-assign': 1,
      'r3-city-send': 1,
      'r3-district-submit': 30,
      'r3-district-assign': 30,
      'r3-district-send': 30,
      'r3-commune-submit': 584,
      'r3-commune-issue': 584,
      'r3-commune-send': 584,
      'rep-dept-1': 16,
      'rep-dept-2': 16,
      'rep-dept-3': 16,
      'rep-dept-4': 16,
      'rep-district-1': 30,
      'rep-district-2': 30,
      'rep-district-3': 30,
      'rep-district-4': 30,
    });
  });

  it.each([2027, 2028, 2029])('of plan year %i are due on the days of the calendar, row by row', (planYear) => {
    const deadlines = calendar.filter((row) => row.kind === 'deadline');
    const planned = plan(planYear);
    expect(new Set(planned.map((one) => one.milestone))).toEqual(new Set(deadlines.map((row) => row.id)));
    for (const row of deadlines) {
      const year = row.year === 'R' ? planYear - 1 : planYear;
      const days = new Set(
        planned.filter((one) => one.milestone === row.id).map((one) => `${one.dueOn} after ${one.lastDay}`),
      );
      expect([row.id, ...days]).toEqual([row.id, `${year}-${row.due} after ${year}-${row.last_allowed_day}`]);
    }
  });

  it('end with the sending of the commune plan in the plan year itself, opened before New Year', () => {
    const sent = plan(2028).find((one) => one.milestone === 'r3-commune-send')!;
    expect([sent.opensOn, sent.dueOn, sent.lastDay]).toEqual(['2027-12-31', '2028-01-05', '2028-01-04']);
  });

  it('open before their last day, every one', () => {
    for (const one of plan(2028)) expect([one.milestone, one.opensOn < one.lastDay]).toEqual([one.milestone, true]);
  });

  it('quote the sentence of the calendar and name its section', () => {
    const clauses = new Map(calendar.map((row) => [row.id, row.clause]));
    for (const one of plan(2028)) {
      expect(one.clause.quote).toBe(clauses.get(one.milestone));
      expect(one.clause.section).toMatch(/^(II\.3, Vòng [123] |III\.[123])/);
    }
  });

  it('of a commune go to its district, of a district to the planning department', () => {
    const planned = plan(2028);
    const commune = planned.find((one) => one.milestone === 'r1-commune' && one.unit === '00001')!;
    expect([commune.superior, commune.recipients]).toEqual(['001', [{ unit: '001', name: 'Quận Ba Đình' }]]);
    const sent = planned.find((one) => one.milestone === 'r3-commune-send' && one.unit === '00001')!;
    expect(sent.recipients[0]).toEqual({ unit: '001-tckh', name: 'Phòng Tài chính - Kế hoạch quận Ba Đình' });
    const district = planned.find((one) => one.milestone === 'r1-district' && one.unit === '001')!;
    expect(district.superior).toBe('so-khdt');
    expect(district.recipients).toEqual([
      { unit: 'so-khdt', name: 'Sở Kế hoạch và Đầu tư' },
      { name: 'Các sở, ngành liên quan' },
    ]);
  });

  it('of the city leave out the ministry that is only asked, windows and local rules', () => {
    const made = new Set(plan(2028).map((one) => one.milestone));
    for (const id of [
      'r2-city-notice',
      'r2-notice',
      'r2-city-conf',
      'r2-commune-conf',
      'rep-local',
      'rep-stat',
      'frame',
    ]) {
      expect(made.has(id)).toBe(false);
      expect(profile.milestones.some((milestone) => milestone.id === id)).toBe(true);
    }
  });

  it('stand as docs/obligations.md says', () => {
    const page = readFileSync(path.join(packageRoot, 'docs/obligations.md'), 'utf8');
    const notes = readFileSync(path.join(directory, 'calendar/notes.md'), 'utf8');
    expect(page).toBe(obligationsPage(profile, notes));
  });
});

describe('the windows of the directive', () => {
  it.each([2027, 2028, 2029])('of plan year %i begin and end on the days of the calendar, row by row', (planYear) => {
    const planned = planWindows(profile.milestones, profile.units, planYear);
    for (const row of calendar.filter((one) => one.kind === 'window')) {
      const days = new Set(
        planned.filter((one) => one.milestone === row.id).map((one) => `${one.opensOn} ${one.lastDay}`),
      );
      expect([row.id, ...days]).toEqual([
        row.id,
        `${planYear - 1}-${row.start} ${planYear - 1}-${row.last_allowed_day}`,
      ]);
    }
  });
});

describe('the terms and rules of the directive', () => {
  const tree = () => new UnitTree(profile.units);
  const milestone = (id: string) => profile.milestones.find((one) => one.id === id)!;

  it.each([2027, 2028, 2029])(
    'of plan year %i give the conclusion notice five days after each conference, at the latest on the days that the calendar names',
    (planYear) => {
      const year = planYear - 1;
      const last = (window: string, heldBy: string, about: string) => {
        const endedOn = plainDate.add(dayIn(milestone(window).due!, planYear), -1);
        const event = { id: '', planYear, milestone: window, occasion: about, unit: about, heldBy, endedOn, note: '' };
        return planAfterEvent(profile.milestones, tree(), event, PLAIN_DAYS).map((one) => [one.unit, one.lastDay]);
      };
      expect(last('r2-district-conf', 'so-khdt', '020')).toEqual([['so-khdt', `${year}-09-15`]]);
      expect(last('r2-dept-conf', 'so-khdt', 'so-y-te')).toEqual([['so-khdt', `${year}-09-15`]]);
      expect(last('r2-commune-conf', '020', '00667')).toEqual([['020', `${year}-10-05`]]);
      expect(last('r2-city-conf', '01', '01')).toEqual([]);
    },
  );

  it('let a district ask its own communes, and only those, for M5 and M6', () => {
    const rule = milestone('rep-local');
    expect(rule.forms).toEqual(['m5', 'm6']);
    expect([maySet(rule, tree(), '020'), maySet(rule, tree(), '00667'), maySet(rule, tree(), 'so-khdt')]).toEqual([
      true,
      false,
      false,
    ]);
    const asked = mayBeAsked(rule, tree(), '020', '2028-01-01');
    expect(asked).toEqual(
      profile.units.filter((unit) => unit.parent === '020' && unit.kind === 'commune').map((unit) => unit.code),
    );
  });

  it('propose days to the planning department for what the text does not date, each marked as assumed', () => {
    const proposed = profile.milestones.flatMap((one) =>
      (one.proposals ?? []).map((proposal) => [
        one.id,
        proposal.key,
        proposal.periods.length,
        Boolean(proposal.assumed.vi),
      ]),
    );
    expect(proposed).toEqual([
      ['rep-stat', 'month', 12, true],
      ['rep-stat', 'quarter', 3, true],
      ['rep-stat', 'year', 1, true],
      ['r3-dept-agree', 'agree', 1, true],
    ]);
    const council = dayIn(milestone('r3-city-submit').due!, 2028);
    expect(dayIn(milestone('r3-dept-agree').proposals![0]!.periods[0]!.due, 2028) < council).toBe(true);
  });

  it('call the figures of every report estimates, because it is due before its period ends', () => {
    for (const one of profile.milestones.filter((row) => /^rep-(dept|district)-/.test(row.id))) {
      const { to, dataUntil, standing } = one.figures!;
      expect([one.id, standing, dayIn(to, 2028) >= dayIn(one.due!, 2028)]).toEqual([one.id, 'estimate', true]);
      expect(dayIn(dataUntil, 2028) < dayIn(one.due!, 2028)).toBe(true);
    }
  });
});

/** National Day of the report year and New Year of the plan year, as each due day meets them. */
describe('the days off that the calendar meets', () => {
  const rules = (due: 'none' | 'next' | 'previous') => ({
    policy: { due, noticesOnWorkingDaysOnly: false },
    days: new WorkingDays(profile.holidays),
  });
  const last = (planYear: number, id: string, due: 'none' | 'next' | 'previous') =>
    planObligations(profile.milestones, profile.units, planYear, rules(due)).find((one) => one.milestone === id)!
      .lastDay;

  it('move nothing in the directive, which says nothing of them', () => {
    expect(profile.rules.daysOff.due).toBe('none');
    for (const planYear of [2027, 2028, 2029]) {
      expect(planObligations(profile.milestones, profile.units, planYear, rules('none'))).toEqual(plan(planYear));
    }
  });

  it.each([
    // 4/9/2027 is a Saturday after the two days of National Day; 2/9 and 4/9/2028 are off, assumed.
    [2027, 'rep-dept-3', '2027-09-04', '2027-09-06', '2027-09-01'],
    [2028, 'rep-dept-3', '2028-09-04', '2028-09-05', '2028-08-31'],
    [2029, 'rep-dept-3', '2029-09-04', '2029-09-05', '2029-08-31'],
    // New Year: the communes send their plans by 4/1; 30/12 is the day before the end of the year.
    [2027, 'r3-commune-send', '2027-01-04', '2027-01-04', '2027-01-04'],
    [2028, 'r3-commune-send', '2028-01-04', '2028-01-04', '2028-01-04'],
    [2029, 'r3-commune-issue', '2028-12-30', '2029-01-02', '2028-12-29'],
    // A Saturday and a Sunday.
    [2027, 'r1-dpi', '2026-07-19', '2026-07-20', '2026-07-17'],
    [2028, 'r2-district', '2027-10-24', '2027-10-25', '2027-10-22'],
  ])(
    'would in plan year %i move the last day of %s from %s to %s or %s under another policy',
    (planYear, id, none, next, previous) => {
      expect([last(planYear, id, 'none'), last(planYear, id, 'next'), last(planYear, id, 'previous')]).toEqual([
        none,
        next,
        previous,
      ]);
    },
  );

  it('say where an answer rests on a day that nobody has decreed yet', () => {
    const days = new WorkingDays(profile.holidays);
    expect(
      ['2027-09-03', '2028-09-04', '2029-09-04', '2027-01-01', '2028-01-01'].map((day) => days.isAssumed(day)),
    ).toEqual([false, true, true, false, true]);
  });
});

describe('the forms of the directive', () => {
  const form = (key: string): IndicatorForm => {
    const found = profile.forms.find((one) => one.key === key);
    if (found?.kind !== 'indicators') throw new Error(`${key} is no indicator form`);
    return found;
  };
  const counted = (key: string): number => form(key).rows.filter((row) => row.part === undefined).length;

  it('hold the indicators that the directive counts', () => {
    expect(['m2-city', 'm2-district', 'm2-commune', 'm3-city', 'm3-district', 'm3-commune'].map(counted)).toEqual([
      116, 97, 28, 21, 19, 9,
    ]);
    expect(['m3-city', 'm3-district'].map((key) => form(key).rows.filter((row) => row.assignedDown).length)).toEqual([
      19, 9,
    ]);
  });

  it('ask by the bot only the estimate and the next plan', () => {
    expect(
      form('m3-commune')
        .measures.filter((measure) => measure.asked)
        .map((measure) => measure.key),
    ).toEqual(['estimate-current', 'plan-next']);
  });

  it('say nothing of meaning and method, and only what the directive says of the legal basis', () => {
    const rows = profile.forms.flatMap((one) => (one.kind === 'indicators' ? one.rows : []));
    for (const { help } of rows) expect([help.meaning, help.method]).toEqual([undefined, undefined]);
    const based = form('m2-commune').rows.filter((row) => row.help.legalBasis);
    expect(based.map((row) => row.nationalCode)).toEqual(['0201', '0202', '0206']);
    expect(form('m3-commune').rows.every((row) => row.help.legalBasis?.vi.includes('phụ lục H1'))).toBe(true);
  });

  it('follow each indicator with its breakdown rows, which are not required', () => {
    const rows = form('m3-district').rows.filter((row) => row.code === 'waste-collection-rate');
    expect(rows.map((row) => [row.key, row.required])).toEqual([
      ['waste-collection-rate', true],
      ['waste-collection-rate/urban', false],
      ['waste-collection-rate/rural', false],
    ]);
  });

  it('ask a level for the bases that its own aggregations need and that are no rows there', () => {
    expect(form('bases-commune').rows.map((row) => row.key)).toEqual([
      'births',
      'births-third-plus',
      'children-under-5',
      'children-under-1',
      'children-3-5',
      'villages',
      'residential-groups',
      'waste-generated',
    ]);
  });

  it('require in a quarterly report only what is counted at least every quarter', () => {
    const report = form('m2-city-report');
    const required = new Map(report.rows.map((row) => [row.key, row.required]));
    expect([required.get('grdp-growth'), required.get('population')]).toEqual([true, false]);
    expect(new Set(report.measures.filter((measure) => measure.required).map((measure) => measure.year))).toEqual(
      new Set([1]),
    );
  });

  it('let a department see the rows that its names lead, and every lead agency leads somewhere', () => {
    const health = profile.units.find((unit) => unit.code === 'so-y-te')!;
    expect(health.leads).toEqual(['Sở Y tế', 'Chi cục DS-KHHGĐ (Sở Y tế)']);
    const leads = new Set(
      profile.units
        .filter((unit) => ['department', 'planning-department'].includes(unit.kind))
        .flatMap((unit) => unit.leads),
    );
    for (const row of form('m2-city').rows) expect([row.key, leads.has(row.leadAgency)]).toEqual([row.key, true]);
  });
});

describe('the units of the directive', () => {
  it('are valid in any year', () => {
    expect(profile.units.filter((unit) => unit.validFrom ?? unit.validTo)).toEqual([]);
  });

  it('have the traits of their type', () => {
    const traits = (code: string): string[] => profile.units.find((unit) => unit.code === code)!.traits;
    expect(traits('001')).toEqual(['urban-unit']);
    expect(traits('269')).toEqual(['rural-unit', 'urban-unit']);
    expect(traits('00001')).toEqual(['urban-unit']);
  });

  it('give each district its finance-planning office', () => {
    const offices = profile.units.filter((unit) => unit.kind === 'finance-planning');
    expect(offices).toHaveLength(30);
    for (const office of offices) expect(office.code).toBe(`${office.parent}-tckh`);
  });
});

describe('the ladder of the directive', () => {
  it('reminds of 30/6 on 22, 26, 28 and 29/6', () => {
    const lastDay = '2027-06-29';
    const days = profile.ladder.rungs
      .filter((rung) => rung.from === 'last-day')
      .map((rung) => plainDate.add(lastDay, rung.offsetDays));
    expect(days).toEqual(['2027-06-22', '2027-06-26', '2027-06-28', '2027-06-29']);
  });
});

describe('the holidays', () => {
  it('mark the years that were not decreed when they were written down as assumed', () => {
    const statuses = (from: string, to: string): string[] => [
      ...new Set(profile.holidays.filter((day) => day.date >= from && day.date < to).map((day) => day.status)),
    ];
    expect([statuses('2024', '2027'), statuses('2028', '2030')]).toEqual([['decreed'], ['assumed']]);
  });

  it('give the seven days of the New Year of 2027 and the four around its National Day', () => {
    const named = (name: RegExp): string[] =>
      profile.holidays.filter((day) => day.date.startsWith('2027') && name.test(day.nameVi)).map((day) => day.date);
    expect([named(/Tết Nguyên đán/).at(0), named(/Tết Nguyên đán/).at(-1), named(/Tết Nguyên đán/).length]).toEqual([
      '2027-02-04',
      '2027-02-10',
      7,
    ]);
    // Thursday and Friday; the weekend follows.
    expect(named(/Quốc khánh/)).toEqual(['2027-09-02', '2027-09-03']);
  });

  it('give back every day taken in exchange with a worked Saturday of the same year', () => {
    const swaps = countBy(
      profile.holidays.filter((day) => day.kind !== 'off'),
      (day) => `${day.date.slice(0, 4)} ${day.kind}`,
    );
    expect(swaps).toEqual({
      '2024 swap-off': 1,
      '2024 work': 1,
      '2025 swap-off': 1,
      '2025 work': 1,
      '2026 swap-off': 2,
      '2026 work': 2,
    });
  });
});
