import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../shared/index.js';
import { withinHours } from './office-hours.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const HOURS = { from: '07:00', to: '18:00' };
const at = (day: string, time: string) => plainDate.at(day, time, ZONE);

describe('a message that is written at any time of day', () => {
  it.each([
    ['06:59', '2027-09-06', '07:00'],
    ['07:00', '2027-09-06', '07:00'],
    ['17:59', '2027-09-06', '17:59'],
    ['18:00', '2027-09-07', '07:00'],
    ['23:30', '2027-09-07', '07:00'],
  ])('at %s leaves on %s at %s', (written, day, time) => {
    expect(withinHours(at('2027-09-06', written), HOURS, ZONE)).toEqual(at(day, time));
  });

  it('never leaves before it is written, never outside the hours, and never waits a day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2027-01-01', '00:00'), max: at('2028-12-31', '23:59'), noInvalidDate: true }),
        (now) => {
          const leaves = withinHours(now, HOURS, ZONE);
          const time = plainDate.timeOfDay(leaves, ZONE);
          expect(leaves >= now && leaves.getTime() - now.getTime() < 86_400_000).toBe(true);
          expect(time >= HOURS.from && time < HOURS.to).toBe(true);
        },
      ),
    );
  });
});
