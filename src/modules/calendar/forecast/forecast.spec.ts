import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../shared/index.js';
import { type ChainItem, type ChainLink, forecast } from './forecast.js';

const links: ChainLink[] = [
  { id: 'draft-low', feeds: 'draft-mid' },
  { id: 'draft-mid', feeds: 'draft-top', usualDays: 2 },
  { id: 'draft-top', usualDays: 3 },
  { id: 'assign-top' },
  { id: 'assign-mid', waitsOn: 'assign-top' },
];
const above: Record<string, string[]> = {
  ngu: ['thanh', 'ha'],
  tu: ['thanh', 'ha'],
  thanh: ['ha'],
  gia: ['ha'],
  ha: [],
};
const superiors = (unit: string) => above[unit] ?? [];

const item = (milestone: string, unit: string, dueOn: string, more: Partial<ChainItem> = {}): ChainItem => ({
  id: `${milestone}/${unit}`,
  milestone,
  unit,
  recipients: [],
  dueOn,
  ...more,
});

/** Two communes and their district, another district without open communes, the planning department above. */
const chain = (ngu: Partial<ChainItem> = {}, tu: Partial<ChainItem> = {}): ChainItem[] => [
  item('draft-low', 'ngu', '2027-06-30', ngu),
  item('draft-low', 'tu', '2027-06-30', tu),
  item('draft-mid', 'thanh', '2027-07-07', { recipients: ['desk'] }),
  item('draft-mid', 'gia', '2027-07-07', { recipients: ['desk'] }),
  item('draft-top', 'desk', '2027-07-20'),
];

describe('the forecast of a round', () => {
  const of = (items: ChainItem[], today: string) => forecast(items, links, superiors, today);

  it('gives a district the days between the last commune and its own last day', () => {
    const thanh = of(chain({ doneOn: '2027-06-20' }), '2027-06-25').get('draft-mid/thanh')!;
    expect(thanh).toMatchObject({
      slackDays: 7,
      daysLeft: 11,
      children: 2,
      childrenOpen: 1,
      childrenLate: 0,
      heldUpBy: { unit: 'tu', expectedOn: '2027-06-29' },
    });
  });

  it('shrinks it day by day while a commune is late', () => {
    const slack = ['2027-06-30', '2027-07-01', '2027-07-04', '2027-07-08'].map(
      (today) => of(chain({ doneOn: '2027-06-20' }), today).get('draft-mid/thanh')!.slackDays,
    );
    expect(slack).toEqual([6, 5, 2, -2]);
  });

  it('believes the day that a unit names, before its last day or after it, but no day that has passed', () => {
    const slack = (saidOn: string) =>
      of(chain({ doneOn: '2027-06-20' }, { saidOn }), '2027-06-25').get('draft-mid/thanh')!.slackDays;
    expect([slack('2027-06-26'), slack('2027-07-04'), slack('2027-06-24')]).toEqual([10, 2, 11]);
  });

  it('carries a late commune up the chain to the planning department', () => {
    const late = of(chain({ doneOn: '2027-06-20' }, { saidOn: '2027-07-15' }), '2027-07-05');
    expect(late.get('draft-mid/thanh')).toMatchObject({ slackDays: -9, expectedOn: '2027-07-17', childrenLate: 1 });
    expect(late.get('draft-top/desk')).toMatchObject({
      slackDays: 2,
      heldUpBy: { unit: 'thanh' },
      expectedOn: '2027-07-20',
    });
  });

  it('says nothing of slack where nothing feeds it or everything is there', () => {
    const done = of(chain({ doneOn: '2027-06-20' }, { doneOn: '2027-06-28' }), '2027-07-01');
    expect(done.get('draft-mid/thanh')).toMatchObject({ children: 2, childrenOpen: 0 });
    expect(done.get('draft-mid/thanh')).not.toHaveProperty('slackDays');
    expect(done.get('draft-low/ngu')).not.toHaveProperty('slackDays');
  });

  it('names the superior’s act on which one waits, done or not', () => {
    const items = (doneOn?: string) => [
      item('assign-top', 'ha', '2027-12-15', doneOn ? { doneOn } : {}),
      item('assign-mid', 'thanh', '2027-12-25'),
    ];
    expect(of(items(), '2027-12-20').get('assign-mid/thanh')!.waitsOn).toEqual({
      id: 'assign-top/ha',
      milestone: 'assign-top',
      unit: 'ha',
      dueOn: '2027-12-15',
    });
    expect(of(items('2027-12-19'), '2027-12-20').get('assign-mid/thanh')!.waitsOn?.doneOn).toBe('2027-12-19');
  });

  const day = fc.integer({ min: 0, max: 60 }).map((n) => plainDate.add('2027-06-01', n));
  const answer = fc.record({ doneOn: fc.option(day, { nil: undefined }), saidOn: fc.option(day, { nil: undefined }) });

  it('never gains slack by a later answer, nor by waiting', () => {
    fc.assert(
      fc.property(answer, day, day, fc.integer({ min: 0, max: 20 }), (ngu, said, today, days) => {
        const slack = (saidOn: string, on: string) => of(chain(ngu, { saidOn }), on).get('draft-mid/thanh')!.slackDays!;
        expect(slack(plainDate.add(said, days), today)).toBeLessThanOrEqual(slack(said, today));
        expect(slack(said, plainDate.add(today, days))).toBeLessThanOrEqual(slack(said, today));
      }),
    );
  });

  it('expects nothing open before today, and nothing before what it is made from', () => {
    fc.assert(
      fc.property(answer, answer, day, (ngu, tu, today) => {
        const all = of(chain(ngu, tu), today);
        for (const one of chain(ngu, tu)) {
          const ahead = all.get(one.id)!;
          if (one.doneOn === undefined) expect(ahead.expectedOn >= today).toBe(true);
          if (ahead.heldUpBy) expect(ahead.expectedOn >= ahead.heldUpBy.expectedOn).toBe(true);
        }
      }),
    );
  });
});
