import { expect, test } from '@jest/globals';
import { wantsPage } from './wants-page.js';

test('an address of the pages answers a browser, and a program that takes anything or says nothing', () => {
  for (const accept of ['text/html,application/xhtml+xml,*/*;q=0.8', '*/*', undefined]) {
    expect(wantsPage('/chat', accept)).toBe(true);
    expect(wantsPage('/lich?nam=2028', accept)).toBe(true);
  }
});

test('who wants data, an address of the interface or a file that is not there gets no page', () => {
  expect(wantsPage('/chat', 'application/json')).toBe(false);
  expect(wantsPage('/api/nothing', 'text/html')).toBe(false);
  expect(wantsPage('/assets/gone.js', '*/*')).toBe(false);
});
