import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../shared/index.js';
import { allowedHours, nextAllowed } from './allowed-hours.js';

const timeZone = 'Asia/Ho_Chi_Minh';
const hours = { from: '07:00', to: '18:00' };
const NOON = { from: '11:30', to: '13:30' };
const at = (day: string, time: string) => plainDate.at(day, time, timeZone);

describe('the hours of a ladder', () => {
  it.each([
    ['06:59', '2027-06-28', '07:30'],
    ['07:30', '2027-06-28', '07:30'],
    ['11:29', '2027-06-28', '11:29'],
    ['11:30', '2027-06-28', '14:00'],
    ['14:00', '2027-06-28', '14:00'],
    ['17:59', '2027-06-28', '17:59'],
    ['18:00', '2027-06-29', '07:30'],
  ])('let what is ready at %s leave on %s at %s', (ready, day, time) => {
    const quiet = [{ from: '07:00', to: '07:30' }, NOON, { from: '13:30', to: '14:00' }];
    expect(nextAllowed(at('2027-06-28', ready), { hours, quiet, timeZone })).toEqual(at(day, time));
  });

  it('end at the quiet time or the evening, and begin where the last one ended', () => {
    const ladder = { hours, quiet: [NOON], timeZone };
    const between = (time: string) => allowedHours(at('2027-06-28', time), ladder);
    expect(between('09:00')).toEqual({ from: at('2027-06-28', '07:00'), until: at('2027-06-28', '11:30') });
    expect(between('13:30')).toEqual({ from: at('2027-06-28', '13:30'), until: at('2027-06-28', '18:00') });
  });

  it('are asked at one instant and hold for every instant between their ends', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 - 1 });
    fc.assert(
      fc.property(minute, minute, (asked, later) => {
        const instant = (minutes: number) => new Date(at('2027-06-28', '00:00').getTime() + minutes * 60_000);
        const ladder = { hours, quiet: [NOON], timeZone };
        const open = nextAllowed(instant(asked), ladder);
        const { from, until } = allowedHours(open, ladder);
        expect(open >= from && open < until).toBe(true);
        const then = instant(later);
        if (then >= from && then < until) expect(nextAllowed(then, ladder)).toEqual(then);
      }),
    );
  });
});
