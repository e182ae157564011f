import { describe, expect, it } from '@jest/globals';
import { groupNotices, type Recipient } from './group-notices.js';
import type { PlannedNotice } from './ladder.js';

function notice(
  milestone: string,
  sort: PlannedNotice['sort'],
  unit: string,
  role: string,
  at = '07:30',
): PlannedNotice {
  return {
    key: `2028/${milestone}/${unit}/${sort}`,
    obligation: `${milestone} ${unit}`,
    unit,
    milestone,
    rung: sort,
    sort,
    template: `notice.${sort}`,
    audience: { unit, role },
    on: '2027-06-29',
    at: `2027-06-29T${at}:00+07:00`,
    why: { sort: 'rung', from: 'last-day', days: 0, on: '2027-06-29' },
  };
}

const people: Recipient[] = [
  { person: 'an', unit: 'xa-1', role: 'official' },
  { person: 'an', unit: 'xa-1', role: 'head' },
  { person: 'an', unit: 'xa-2', role: 'supervisor' },
  { person: 'binh', unit: 'xa-1', role: 'official' },
];
const recipientsOf = ({ audience }: PlannedNotice) =>
  people.filter((one) => one.unit === audience.unit && one.role === audience.role);

describe('a morning with much to say', () => {
  it('gives each person one message, the most urgent first, at the earliest time', () => {
    const { digests, unreachable } = groupNotices(
      [
        notice('a', 'reminder', 'xa-1', 'official', '08:00'),
        notice('b', 'last-day', 'xa-1', 'official', '07:30'),
        notice('c', 'escalation', 'xa-2', 'supervisor', '09:00'),
      ],
      recipientsOf,
    );
    expect(unreachable).toEqual([]);
    expect(digests.map(({ key, at, notices }) => ({ key, at, sorts: notices.map((one) => one.sort) }))).toEqual([
      {
        key: 'digest/an/2027-06-29',
        at: '2027-06-29T07:30:00+07:00',
        sorts: ['escalation', 'last-day', 'reminder'],
      },
      { key: 'digest/binh/2027-06-29', at: '2027-06-29T07:30:00+07:00', sorts: ['last-day', 'reminder'] },
    ]);
  });

  it('keeps what goes alone in a message of its own, with the channels that it names', () => {
    const alone: PlannedNotice = {
      ...notice('c', 'escalation', 'xa-2', 'supervisor'),
      single: true,
      channels: ['telegram'],
    };
    const { digests } = groupNotices([notice('b', 'last-day', 'xa-1', 'head'), alone], recipientsOf);
    expect(digests.map(({ key, channels }) => ({ key, channels }))).toEqual([
      { key: 'digest/an/2027-06-29', channels: undefined },
      { key: 'notice/2028/c/xa-2/escalation/an', channels: ['telegram'] },
    ]);
  });

  it('names the notices whose audience is nobody', () => {
    const lost = notice('a', 'overdue', 'xa-9', 'official');
    expect(groupNotices([lost], recipientsOf)).toEqual({ digests: [], unreachable: [lost] });
  });

  it('compares times as instants, whatever their offset', () => {
    const early = { ...notice('a', 'reminder', 'xa-1', 'official'), at: '2027-06-29T01:00:00+00:00' };
    const [digest] = groupNotices([early, notice('b', 'reminder', 'xa-1', 'official')], recipientsOf).digests;
    expect(digest?.at).toBe('2027-06-29T07:30:00+07:00');
  });
});
