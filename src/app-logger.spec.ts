import { describe, expect, it } from '@jest/globals';
import { loggable } from './app-logger.js';

describe('a line of the log', () => {
  it('holds no mail address and no telephone number, however a provider quotes them', () => {
    const said = 'message 7 was rejected: RCPT TO 550 <mai.nt@nguhiep.gov.vn>: no such user; +84912345678, 0912345678';
    expect(loggable(said)).toBe('message 7 was rejected: RCPT TO 550 <…>: no such user; …, …');
  });

  it('keeps what says where it happened', () => {
    const said =
      'job plan-followups took longer than 300000 ms at 2027-06-15T01:00:00.000Z (0197a000-0123-7123-8123-0123456789ab)';
    expect(loggable(said)).toBe(said);
  });
});
