import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Capabilities } from './channel.port.js';
import { cutToFit } from './cut-to-fit.js';

const able: Capabilities = {
  maxText: 20,
  buttons: true,
  edits: false,
  documents: { maxBytes: 1000, maxCaption: 10 },
  startPayload: true,
  ordered: true,
  idempotent: false,
  listens: true,
  writesFirst: true,
  perChatPerSecond: 1,
  perSecond: 1,
};
const plain: Capabilities = { ...able, buttons: false, documents: false };
const yes = { label: 'Đúng', token: 't1', typed: '1' };
const no = { label: 'Nhập lại', token: 't2', typed: '2' };
const stop = { label: 'Dừng', token: 't3', typed: 'dừng' };
const attachment = { name: 'M3.xlsx', fileRef: 'form/1' };
const parts = (body: Parameters<typeof cutToFit>[0], how = able) => cutToFit(body, how).map(({ part }) => part);

describe('a message cut to what a channel carries', () => {
  it('goes in one piece where it fits', () => {
    expect(parts({ text: 'Đúng không?', buttons: [[yes]] })).toEqual([{ text: 'Đúng không?', buttons: [[yes]] }]);
  });

  it('has its buttons and its file under the last piece', () => {
    expect(parts({ text: 'một hai ba bốn năm sáu bảy', buttons: [[yes]], attachment })).toEqual([
      { text: 'một hai ba bốn năm' },
      { text: 'sáu bảy', buttons: [[yes]], attachment },
    ]);
  });

  it('sends the file alone where the text beside it would be too long', () => {
    expect(parts({ text: 'một hai ba bốn', attachment })).toEqual([
      { text: 'một hai ba bốn' },
      { text: '', attachment },
    ]);
    expect(parts({ text: '', attachment })).toEqual([{ text: '', attachment }]);
  });

  it('says in words what there are no buttons for', () => {
    const long = { ...plain, maxText: 200 };
    expect(parts({ text: 'Đúng không?', buttons: [[yes, no], [stop]] }, long)).toEqual([
      { text: 'Đúng không?\n1. Đúng\n2. Nhập lại\n• Dừng' },
    ]);
  });

  it('says no word twice that the text says already', () => {
    const long = { ...plain, maxText: 200 };
    const text = 'Đúng không?\n1. Đúng\n2. Nhập lại\nHoặc gõ: DỪNG.';
    expect(parts({ text, buttons: [[yes, no], [stop]] }, long)).toEqual([{ text }]);
  });

  it('does not take a figure in the text for a choice', () => {
    const long = { ...plain, maxText: 200 };
    expect(parts({ text: 'Năm trước: 1 234\n1 234 tỷ', buttons: [[yes]] }, long)).toEqual([
      { text: 'Năm trước: 1 234\n1 234 tỷ\n1. Đúng' },
    ]);
  });

  it('is nothing where there is nothing to say', () => expect(parts({ text: ' ' })).toEqual([]));

  it('leaves, whichever piece fails, everything from there on to be said later', () => {
    const text = fc
      .array(fc.constantFrom('một', 'hai', 'ba,', 'bốn.\n'), { minLength: 1 })
      .map((words) => words.join(' '));
    const squeezed = (said: string) => said.replace(/\s+/g, '');
    fc.assert(
      fc.property(text, fc.boolean(), (said, withFile) => {
        const body = { text: said, buttons: [[yes]], ...(withFile ? { attachment } : {}) };
        const pieces = cutToFit(body, able);
        pieces.forEach(({ rest }, at) => {
          const before = pieces.slice(0, at).map(({ part }) => part.text);
          expect(squeezed([...before, rest.text].join(''))).toBe(squeezed(said));
          expect(rest.buttons).toEqual([[yes]]);
          expect(rest.attachment).toEqual(withFile ? attachment : undefined);
        });
      }),
    );
  });
});
