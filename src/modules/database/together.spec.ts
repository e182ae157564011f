import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Together } from './together.js';

describe('questions asked together', () => {
  it('go in one group while another is under way, each with its own answer', async () => {
    const groups: number[][] = [];
    const doubled = new Together<number, number>(async (group) => {
      groups.push([...group]);
      await sleep(5);
      return group.map((one) => one * 2);
    });
    const first = doubled.ask(1);
    await sleep(2);
    const later = [2, 3, 4].map((one) => doubled.ask(one));
    expect(await Promise.all([first, ...later])).toEqual([2, 4, 6, 8]);
    expect(groups).toEqual([[1], [2, 3, 4]]);
  });

  it('are no more at a time than allowed', async () => {
    const sizes: number[] = [];
    const kept = new Together<number, number>(async (group) => {
      sizes.push(group.length);
      return group;
    }, 2);
    await Promise.all([1, 2, 3, 4, 5].map((one) => kept.ask(one)));
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('fail together, and the next are answered again', async () => {
    let broken = true;
    const kept = new Together<string, string>(async (group) => {
      if (broken) throw new Error('the connection broke');
      return group;
    });
    const both = await Promise.allSettled([kept.ask('a'), kept.ask('b')]);
    expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    broken = false;
    await expect(kept.ask('c')).resolves.toBe('c');
  });
});
