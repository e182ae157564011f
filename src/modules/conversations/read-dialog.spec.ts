import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAI, Talk } from '../../../test/dialogs/talk.js';
import { readDialog } from './read-dialog.js';

describe('a dialog kept by an older program', () => {
  it('goes on where it was, when only its version is missing', () => {
    const old = {
      place: { at: 'fill', obligation: 'o-1', rowKey: 'poor', measure: 'now' },
      prompt: 7,
      promptedAt: MAI.now,
    };
    const mai = new Talk();
    const read = readDialog(old);
    expect(read.lostPlace).toBe(false);
    mai.dialog = read.dialog;
    mai.says('5');
    expect(mai.at('poor', 'now')).toBe('5');
  });

  it('begins anew for somebody who never wrote', () => {
    expect(readDialog(undefined)).toMatchObject({ dialog: { place: { at: 'idle' } }, lostPlace: false });
  });

  it('falls to a safe place where its shape is unknown, and the form is found again by «tiếp tục»', () => {
    const read = readDialog({
      place: { at: 'fill-by-voice', obligation: 'o-1', rowKey: 'poor', measure: 'next', tune: 3 },
      prompt: 7,
    });
    expect(read).toMatchObject({ dialog: { place: { at: 'idle' }, prompt: 8 }, lostPlace: true });
    const mai = new Talk();
    mai.dialog = read.dialog;
    expect(mai.says('tiếp tục')).toContain('Chỉ tiêu 6/9');
    expect(mai.dialog.place).toMatchObject({ rowKey: 'poor', measure: 'next' });
  });

  it('is read without a fault whatever stands there, and a turn can be taken from it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ place: fc.jsonValue(), prompt: fc.jsonValue() })), (state) => {
        const mai = new Talk();
        mai.dialog = readDialog(state).dialog;
        expect(mai.says('việc')).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });
});
