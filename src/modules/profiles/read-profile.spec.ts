import { describe, expect, it } from '@jest/globals';
import { describeFault } from '../shared/index.js';
import { profileFolder, readProfile } from './read-profile.js';

describe('the profile of the directive', () => {
  it('has no fault', () => {
    const { faults } = readProfile(profileFolder('hanoi-directive'));
    expect(faults.map(describeFault)).toEqual([]);
  });
});
