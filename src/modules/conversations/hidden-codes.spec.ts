import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newSecret, newTypedCode } from '../shared/index.js';
import { codeIn, keptOf, saidCodes, withoutCodes } from './hidden-codes.js';
import type { Incoming } from './incoming.js';

const said = (text: string, chat: Incoming['chat'] = 'private'): Incoming => ({
  channel: 'webchat',
  address: 'a',
  eventId: 'e',
  sentAt: '2027-06-15T00:00:00Z',
  chat,
  content: { type: 'text', text },
});
const code = fc.noShrink(fc.constant(0)).map(newTypedCode);
const secret = fc.noShrink(fc.constant(0)).map(newSecret);
const around = fc.constantFrom(['', ''], ['mã của tôi: ', ' ạ'], ['(', ')'], ['«', '»']);

describe('what is kept of a message', () => {
  it('holds no code and no secret of a link that stands in it as it was given out', () => {
    fc.assert(
      fc.property(code, secret, around, (typed, tapped, [before, after]) => {
        expect(withoutCodes(`${before}${typed}${after}`)).toBe(`${before}•••••${after}`);
        for (const start of ['/start ', 'https://t.me/nhip_bot?start=', 'https://nhip.vn/chat#ma=', '/dang-nhap#'])
          expect(withoutCodes(`${start}${tapped}`)).toBe(`${start}•••••`);
      }),
    );
  });

  it('holds no code however it was typed, where it was taken for one', () => {
    fc.assert(
      fc.property(code, (given) => {
        for (const typed of [given, given.replace('-', ''), given.replace('-', ' '), given.toLowerCase()]) {
          expect(codeIn(said(typed), false)).toBe(typed);
          expect(keptOf(said(typed), false)?.content).toEqual({ type: 'text', text: '•••••' });
          expect(saidCodes(said(`mã ${typed} nhé`, 'group'))).toContain(typed);
        }
      }),
    );
  });

  it('is the message itself where there is none', () => {
    for (const text of ['1234567890', '12,5', 'đang thực hiện', 'thanh-tra nhanh-chong', 'bao cao', '3: 1,2 tỷ; 4: 0'])
      expect(keptOf(said(text), true)).toBeUndefined();
  });
});
