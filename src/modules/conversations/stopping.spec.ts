import { describe, expect, it } from '@jest/globals';
import { MAI, owing, Talk } from '../../../test/dialogs/talk.js';

const WORDS = ['dừng', 'Dừng lại.', 'thôi', '/dung', 'stop', 'Stop.', '/stop', 'cancel', 'CANCEL', '/cancel'];
const ONE = { ...MAI, owed: [owing()], units: [{ code: '00667', name: 'Xã Ngũ Hiệp' }] };

/** What is typed to come to each question of the dialogs. */
const PLACES: readonly (readonly [string, readonly string[]])[] = [
  ['the state', ['/baocao']],
  ['a likely state', ['/baocao', 'nộp']],
  ['the progress', ['/baocao', '2']],
  ['the difficulty of a status report', ['/baocao', '3']],
  ['the expected day', ['/baocao', '3', 'mất điện']],
  ['the yes to a status report', ['/baocao 80% vì mất điện, xong 28/6']],
  ['a difficulty', ['/vuongmac']],
  ['the day of an extension', ['/giahan']],
  ['the reason of an extension', ['/giahan', '5/7/2027']],
  ['the yes to an extension', ['/giahan đến 5/7 vì chờ số liệu thuế']],
  ['a question to whoever watches', ['/hoi']],
  ['an indicator', ['/dien']],
  ['why an indicator has no figure', ['/dien', 'chưa có số liệu']],
];

describe.each(['vi', 'en'] as const)('every word of stopping, in %s', (locale) => {
  it.each(PLACES)('leaves %s and records nothing', (_question, typed) => {
    for (const word of WORDS) {
      const mai = new Talk({ ...ONE, locale });
      mai.says(...typed);
      expect(mai.dialog.place.at).not.toBe('idle');
      mai.says(word);
      expect([word, mai.dialog.place.at, mai.turn.effects]).toEqual([word, 'idle', []]);
    }
  });
});
