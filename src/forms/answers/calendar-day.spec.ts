import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isCalendarDay } from './calendar-day.js';

const isReal = (text: string) => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

describe('a day', () => {
  it('is real where the calendar has it, in common years, leap years and at the turn of centuries', () => {
    const wrong: string[] = [];
    const two = (part: number) => String(part).padStart(2, '0');
    for (const year of ['0000', '0001', '1900', '2000', '2023', '2024', '2100', '9999']) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          if (isCalendarDay(text) !== isReal(text)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(['', '2027-6-29', '29/06/2027', '2027-06-29T00:00', '٢٠٢٧-06-29'])('is not "%s"', (text) => {
    expect(isCalendarDay(text)).toBe(false);
  });
});
