import { describe, expect, it } from '@jest/globals';
import { globalCommand, leadingCommand, says } from './commands.js';

describe('commands typed while the Vietnamese keyboard is off', () => {
  it.each([
    ['vieejc', 'owed'],
    ['vie65c', 'owed'],
    ['VIEECJ', 'owed'],
    ['/vieejc', 'owed'],
    ['tieesp tucj', 'continue'],
    ['tie61p tu5c', 'continue'],
    ['baos caos', 'status'],
    ['giups', 'help'],
    ['ddang owr ddaau', 'where'],
    ['duyeejt', 'decide'],
    ['duwngf', 'stop'],
    ['du72ng', 'stop'],
    ['thooi', 'stop'],
  ])('«%s» is understood', (typed, command) => {
    expect(globalCommand(typed)).toEqual({ command, rest: '' });
  });

  it('yes, no, back, skip and submit are understood too', () => {
    const meant = { yes: ['ddungs', 'd9u1ng', 'cos', 'ddoongf ys'], no: ['khoong', 'kho6ng', 'chuwa'] } as const;
    for (const [command, all] of Object.entries(meant)) {
      for (const typed of all) expect([typed, says(typed, command as 'yes' | 'no')]).toEqual([typed, true]);
    }
    expect(says('quay laji', 'back')).toBe(true);
    expect(says('bor qua', 'skip')).toBe(true);
    expect(says('noopj', 'submit')).toBe(true);
  });

  it('a mark that means another word is no yes, and no stop', () => {
    for (const typed of ['dungf', 'du2ng', 'dungx', 'duwngf'])
      expect([typed, says(typed, 'yes')]).toEqual([typed, false]);
    expect(globalCommand('dungf')).toBeUndefined();
    expect(says('saif', 'no')).toBe(false);
  });

  it('the beginning of a wish is understood, and what follows it reads as it was meant', () => {
    expect(leadingCommand('xin gia hanj ddeens 5/7 vif thieeus soos lieeuj thuees')).toEqual({
      command: 'extension',
      rest: 'đến 5/7 vì thiếu số liệu thuế',
    });
  });

  it('figures and words that stand as they are are no commands', () => {
    for (const typed of ['12,5', '1.234', '3: 1,2 ty', '5x', 'x', 'khong ap dung', 'abc123', 'done', 'usd']) {
      expect([typed, globalCommand(typed), leadingCommand(typed)]).toEqual([typed, undefined, undefined]);
    }
  });
});
