import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCircle } from './find-circle.js';

describe('a circle of needs', () => {
  it('is told from its first name back to it', () => {
    const needs = new Map([
      ['a', ['x', 'b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCircle(needs)).toEqual(['b', 'c', 'b']);
  });

  it('may be one name that needs itself', () => {
    expect(findCircle(new Map([['a', ['a']]]))).toEqual(['a', 'a']);
  });

  it('is not there where a name is only needed twice', () => {
    const needs = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
    ]);
    expect(findCircle(needs)).toBeUndefined();
  });

  it('is looked for along chains of any length', () => {
    const names = Array.from({ length: 20_000 }, (_none, at) => String(at));
    const needs = new Map(names.map((name, at) => [name, names.slice(at + 1, at + 2)]));
    expect(findCircle(needs)).toBeUndefined();
    needs.set(names.at(-1)!, ['0']);
    expect(findCircle(needs)).toHaveLength(20_001);
  });

  it('is never found where every name needs only later ones, and always where the last needs the first', () => {
    const sizes = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.boolean()), (size, coins) => {
        const names = Array.from({ length: size }, (_none, at) => String(at));
        const toss = (): boolean => coins.next().value === true;
        const needs = new Map(
          names.map((name, at) => [name, names.slice(at + 1).filter((_next, way) => way === 0 || toss())]),
        );
        expect(findCircle(needs)).toBeUndefined();
        needs.set(names.at(-1)!, [names[0]!]);
        expect(findCircle(needs)?.length).toBeGreaterThan(1);
      }),
    );
  });
});
