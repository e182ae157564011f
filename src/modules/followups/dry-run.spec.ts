import { describe, expect, it } from '@jest/globals';
import { dryRun, fromNow } from './dry-run.js';
import type { Ladder, OwedItem } from './ladder.js';

const ladder: Ladder = {
  ...{ key: 'any', hours: { from: '07:00', to: '18:00' }, timeZone: 'Asia/Ho_Chi_Minh' },
  rungs: [-1, 0].map((offsetDays) => ({
    ...{ id: `r${offsetDays}`, sort: 'reminder', from: 'last-day', offsetDays, at: '07:30', template: 'notice.r' },
    audience: { of: 'unit', role: 'official' },
  })),
};
const draft: OwedItem = {
  ...{ id: 'o', planYear: 2028, milestone: 'draft', unit: 'xa', occasion: '', superior: 'huyen', settled: false },
  ...{ opensOn: '2027-06-10', dueOn: '2027-06-30' },
};
const shownAt = (now: string) =>
  fromNow(dryRun(ladder, [draft], '2027-06-28', '2027-06-30'), new Date(now), ladder).map(({ at }) => at);

describe('a dry run from today on', () => {
  it.each([
    ['before their hour', '2027-06-28T06:10:00+07:00', '2027-06-28T07:30:00+07:00'],
    ['after their hour, now', '2027-06-28T10:20:40+07:00', '2027-06-28T10:20:00+07:00'],
    ['in the evening, the next morning', '2027-06-28T19:00:00+07:00', '2027-06-29T07:00:00+07:00'],
  ])('shows what is still to be sent of today when it will leave (%s)', (_, now, leaves) => {
    expect(shownAt(now)).toEqual([leaves, '2027-06-29T07:30:00+07:00']);
  });
});
