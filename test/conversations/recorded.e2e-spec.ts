import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/modules/shared/index.js';
import { readRecord, writeRecord } from './recorded/record.js';
import { Stage } from './recorded/stage.js';

// The whole product is started once, and waits for the pace of the messengers.
jest.setTimeout(300_000);

const folder = path.join(packageRoot, 'test/conversations/recorded');
const isRecording = process.env.NHIP_RECORD === 'yes';

const records = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    return { file, text, name: path.basename(name, '.txt'), situation: readRecord(text) };
  })
  // The clock only moves forward: a situation that begins later, or moves the clock, comes later.
  .toSorted((a, b) => (lastDay(a.situation) + a.name < lastDay(b.situation) + b.name ? -1 : 1));

function lastDay(situation: { day: string; moves: object[] }): string {
  return situation.moves.flatMap((move) => ('day' in move ? [String(move.day)] : [])).at(-1) ?? situation.day;
}

/** Whole conversations as they were recorded and read by somebody; `npm run record` writes them anew. */
describe('recorded conversations', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open('2027-06-15');
  });
  afterAll(() => stage?.close());

  it('are thirty or more, each of a sentence and a commune of its own', () => {
    const sentences = new Set(records.map(({ situation }) => situation.sentence));
    const units = new Set(records.map(({ situation }) => situation.people[0]!.unit));
    expect(sentences.size).toBeGreaterThanOrEqual(30);
    expect([sentences.size, units.size]).toEqual([records.length, records.length]);
  });

  it.each(records)('$name: $situation.sentence', async ({ file, text, situation }) => {
    const played = writeRecord(situation, await stage.play(situation));
    if (isRecording) writeFileSync(file, played);
    else expect(played).toBe(text);
  });
});
