import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from './modules/shared/index.js';

describe('the page on security', () => {
  it('names a test for each threat, and every one of them is there', async () => {
    const page = await readFile(path.join(packageRoot, 'docs', 'security.md'), 'utf8');
    const [told = ''] = page.split('## What nothing stops yet');
    const threats = told.split('\n').filter((line) => /^\|(?! *(what they try|-))/.test(line));
    expect(threats.length).toBeGreaterThan(25);
    const nameless = threats.filter((line) => !/`(test|src)\/[^`]+spec\.ts`/.test(line));
    expect(nameless).toEqual([]);
    const named = [...page.matchAll(/`((?:test|src)\/[^`]+\.ts)`/g)].map(([, file]) => file!);
    expect(named.filter((file) => !existsSync(path.join(packageRoot, file)))).toEqual([]);
  });
});
