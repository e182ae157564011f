import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Messages, packageRoot } from '../shared/index.js';
import { unsentCodes, unsentOf } from '../outbox/index.js';
import { type Why, whyText, wordsFor } from './why.js';

const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));
const inVietnamese = (why: Why) => whyText(why, wordsFor(messages, 'vi'));
const place: Why = { sort: 'rung', from: 'last-day', days: -3, on: '2027-06-29' };

describe('why a notice goes, or does not', () => {
  it('is said in the language of the reader, with names of rungs and days as people write them', () => {
    expect(inVietnamese(place)).toBe('3 ngày trước ngày cuối cùng của hạn 29/06/2027');
    expect(inVietnamese({ ...place, skipped: { code: 'takes-its-place', rung: 'remind-1', time: 1 } })).toBe(
      '3 ngày trước ngày cuối cùng của hạn 29/06/2027: không gửi, vì đã có bậc «Nhắc trước 1 ngày» thay thế',
    );
    expect(inVietnamese({ sort: 'silence', hours: 24, rung: 'escalate-recipient' })).toBe(
      '24 giờ sau bậc «Chuyển nơi nhận báo cáo» chưa có ai trả lời',
    );
  });

  it('names a rung of an admin that has no name by its id', () => {
    expect(inVietnamese({ sort: 'no-contact', rung: 'bac-moi' })).toContain('«bac-moi»');
  });

  it('has its words in both languages for every code', () => {
    const keys = [...messages.keys('en'), ...unsentCodes.map((code) => `outbox.unsent.${code}`)];
    const needed = keys.filter((key) => key.startsWith('why.') || key.startsWith('outbox.'));
    expect(needed.filter((key) => !messages.has('vi', key) || !messages.has('en', key))).toEqual([]);
  });

  it('is known of messages that were kept with an English sentence before', () => {
    expect(unsentOf('nothing of it is owed any more')).toBe('nothing-owed');
    expect(unsentOf('nothing-owed')).toBe('nothing-owed');
    expect(unsentOf('Forbidden: bot was blocked by the user')).toBeUndefined();
  });
});
