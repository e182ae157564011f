import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadOf, type PlannedMessage } from './load-of-plan.js';

const message = (to: string, at: string, channel?: string, notices = 1): PlannedMessage => ({
  to,
  on: at.slice(0, 10),
  at: `${at}:00+07:00`,
  notices,
  ...(channel === undefined ? {} : { channel }),
});

describe('the load of a plan', () => {
  it('tells of each channel its fullest hour, and the seconds that it takes at that channel’s limit', () => {
    const { channels } = loadOf(
      [
        message('mai', '2027-06-22T07:30', 'telegram'),
        message('lan', '2027-06-22T07:45', 'telegram'),
        message('mai', '2027-06-23T07:30', 'telegram', 3),
        message('thu', '2027-06-22T07:30', 'email'),
        message('ha', '2027-06-22T08:00'),
      ],
      [{ channel: 'telegram', perSecond: 1 }],
    );
    expect(channels).toEqual([
      { channel: 'telegram', messages: 3, people: 2, peak: { hour: '2027-06-22T07', messages: 2, seconds: 2 } },
      { messages: 1, people: 1, peak: { hour: '2027-06-22T08', messages: 1 } },
      { channel: 'email', messages: 1, people: 1, peak: { hour: '2027-06-22T07', messages: 1 } },
    ]);
  });

  it('names first who hears most', () => {
    const { people } = loadOf(
      [
        message('lan', '2027-06-22T07:30', 'email', 5),
        message('mai', '2027-06-22T07:30'),
        message('mai', '2027-06-23T07:30'),
      ],
      [],
    );
    expect(people).toEqual([
      { to: 'mai', messages: 2, notices: 2 },
      { to: 'lan', messages: 1, notices: 5 },
    ]);
  });

  it('counts every message once by day, by person and by channel', () => {
    const one = fc.record({
      to: fc.constantFrom('mai', 'lan', 'thu'),
      at: fc.constantFrom('2027-06-22T07:30', '2027-06-22T13:00', '2027-06-23T07:30'),
      channel: fc.constantFrom('telegram', 'email', undefined),
    });
    fc.assert(
      fc.property(fc.array(one), (drawn) => {
        const { days, people, channels, peak } = loadOf(
          drawn.map(({ to, at, channel }) => message(to, at, channel)),
          [],
        );
        const sum = (list: { messages: number }[]) => list.reduce((all, { messages }) => all + messages, 0);
        expect([sum(days), sum(people), sum(channels)]).toEqual([drawn.length, drawn.length, drawn.length]);
        expect(peak?.messages ?? 0).toBeLessThanOrEqual(drawn.length);
      }),
    );
  });
});
