import { describe, expect, it } from '@jest/globals';
import { networkOf } from './network-of.js';

describe('who an address is counted as', () => {
  it('is the address itself, written either way', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('is one network for every address that one subscriber of IPv6 has', () => {
    const same = ['2001:db8:0:1::1', '2001:0db8:0000:0001:ffff::', '2001:db8:0:1:2:3:4:5', '2001:db8::1:0:0:0:9%eth0'];
    expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:0:1::/64']));
    expect(networkOf('2001:db8:0:2::1')).toBe('2001:db8:0:2::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
  });
});
