import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { reasonParams } from './index.js';

const textsOf = (locale: string): Record<string, string> =>
  parse(readFileSync(path.join(import.meta.dirname, `../../../config/messages/${locale}/understand.yaml`), 'utf8'));
const [vi, en] = [textsOf('vi'), textsOf('en')];

/** Quoted words with a hyphen, or known single words, where reasons are made. */
const codesInCode = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'))
  .flatMap((source) => [...source.matchAll(/(?:reason|invalid)\(\s*(?:[\w.]+ (?:===|\?)[^'\n]*)?'([a-z-]+)'/g)])
  .map((match) => match[1]!)
  .filter((code) => code !== 'before');

describe('the texts of reasons', () => {
  it.each([...new Set(codesInCode)])('say in both languages what %s means', (code) => {
    expect(vi[`understand.${code}`]).toBeDefined();
    expect(en[`understand.${code}`]).toBeDefined();
  });

  it('fill in the same parameters in both languages', () => {
    const params = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) expect([key, params(en[key] ?? '')]).toEqual([key, params(text)]);
  });

  it('are courteous: NFC, no exclamation marks', () => {
    for (const text of Object.values(vi)) expect(text).toBe(text.normalize('NFC').replaceAll('!', ''));
  });

  it('show numbers as the readers of the language write them', () => {
    const because = {
      code: 'out-of-range',
      params: { value: '-1.234,5', min: '0', numbers: '1.234; 5,5', typed: '1.5' },
    };
    expect(reasonParams(because, 'vi')['value']).toBe('-1.234,5');
    expect(reasonParams(because, 'en')).toEqual({ value: '-1,234.5', min: '0', numbers: '1,234; 5.5', typed: '1.5' });
  });
});
