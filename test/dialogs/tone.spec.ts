import { describe, expect, it } from '@jest/globals';
import { messages } from './talk.js';

/** What is said in chats: everything but the catalogs of pages and files. */
const SAID_IN_CHATS =
  /^(bot|notice|rung|understand|questions|extension|reports|calendar|channel|channels|telegram|access|chat|escalation|people|followups)\./;

// Short forms that officials write on paper and that a courteous letter spells out. PDF, Word and Excel are names.
const SHORTENED =
  /(?<![\p{L}\p{N}])(UBND|HĐND|KT-XH|KTXH|KHĐT|KH&ĐT|XDCB|BC|SL|CT|VB|QĐ|TP|đ\/c|đc|Đ\/c|vd|VD|v\.v|stt|STT|tr\.đ|ko|dc|GPMB|NSNN)(?![\p{L}\p{N}])/u;

const FAMILIAR = /(?<![\p{L}])(bạn|Bạn|anh|chị|em|quý vị|nhé|nha|ok|OK)(?![\p{L}])/u;

const keys = messages.keys('vi').filter((key) => SAID_IN_CHATS.test(key));
const names = (text: string) => [...text.matchAll(/\{([\w-]+)\}/g)].map((match) => match[1]).sort();

describe('what the bot says', () => {
  it('is a few hundred texts, all in both languages, with the same names to fill in', () => {
    expect(keys.length).toBeGreaterThan(250);
    const missing = keys.filter((key) => !messages.has('en', key));
    expect(missing).toEqual([]);
    const differing = keys.filter((key) => {
      const [vi, en] = [new Set(names(messages.t('vi', key))), new Set(names(messages.t('en', key)))];
      return [...en].some((name) => !vi.has(name));
    });
    expect(differing).toEqual([]);
  });

  it.each(keys)('%s is courteous, exact and spelled out', (key) => {
    const text = messages.t('vi', key);
    expect(text).not.toBe('');
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/[!！]/);
    expect(messages.t('en', key)).not.toMatch(/[!！]/);
    // What a person types is quoted as it is typed.
    const said = text.replace(/«[^»]*»/g, '').replace(/\{[\w-]+\}/g, '');
    expect(said).not.toMatch(SHORTENED);
    expect(said).not.toMatch(FAMILIAR);
    expect(said).not.toMatch(/\p{Extended_Pictographic}/u);
    // Whoever is asked to do something is asked courteously.
    expect(said).not.toMatch(/(?:^|[.\n] ?)(?:Hãy|Vui lòng|Bấm ngay|Thử lại)(?![\p{L}])/u);
  });

  it('begins a notice as a letter does', () => {
    for (const key of ['bot.linked', 'bot.hello', 'notice.head', 'questions.asked', 'questions.answered']) {
      expect(messages.t('vi', key)).toMatch(/^Kính gửi đồng chí \{name\}/);
    }
  });
});
