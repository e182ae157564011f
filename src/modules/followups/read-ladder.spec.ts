import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolder, describeFault } from '../shared/index.js';
import { readLadder } from './read-ladder.js';

const LADDER = `key: short
hours: { from: '07:00', to: '18:00' }
time-zone: Asia/Ho_Chi_Minh
rungs:
  - { id: last, sort: last-day, from: last-day, days: 0, at: '07:30', to: { of: unit, role: official }, template: notice.last-day }
  - { id: up, sort: escalation, from: due, days: 2, at: '08:00', to: { of: named, unit: desk, role: supervisor }, template: notice.up }
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'nhip-ladder-'));
  mkdirSync(path.join(root, 'ladders'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function read(text: string) {
  writeFileSync(path.join(root, 'ladders/short.yaml'), text);
  const folder = new DataFolder(root);
  const ladder = readLadder(folder, 'short', {
    units: new Set(['desk']),
    templates: new Set(['notice.last-day', 'notice.up']),
  });
  return { ladder, faults: folder.faults.map(describeFault) };
}

describe('reading a ladder', () => {
  it('gives its rungs in order', () => {
    const { ladder, faults } = read(LADDER);
    expect(faults).toEqual([]);
    expect(ladder).toEqual({
      key: 'short',
      hours: { from: '07:00', to: '18:00' },
      timeZone: 'Asia/Ho_Chi_Minh',
      rungs: [
        {
          id: 'last',
          sort: 'last-day',
          from: 'last-day',
          offsetDays: 0,
          at: '07:30',
          audience: { of: 'unit', role: 'official' },
          template: 'notice.last-day',
        },
        {
          id: 'up',
          sort: 'escalation',
          from: 'due',
          offsetDays: 2,
          at: '08:00',
          audience: { of: 'named', unit: 'desk', role: 'supervisor' },
          template: 'notice.up',
        },
      ],
    });
  });

  it('knows everything that a rung may say', () => {
    const { ladder, faults } = read(
      LADDER.replace('days: 2,', 'working-days: 2,').replace(
        'template: notice.up }',
        `template: notice.up, channels: [telegram], grouping: single, on-working-days-only: true,
    repeat: { every: 3, in: working-days, at-most: 4 }, until: [promised, acknowledged], acknowledge-within-hours: 24, slack-at-most: 2 }`,
      ),
    );
    expect(faults).toEqual([]);
    expect(ladder?.rungs[1]).toMatchObject({
      offsetDays: 2,
      countedIn: 'working-days',
      channels: ['telegram'],
      grouping: 'single',
      onWorkingDaysOnly: true,
      repeat: { every: 3, countedIn: 'working-days', atMost: 4 },
      until: ['promised', 'acknowledged'],
      acknowledgeWithinHours: 24,
      slackAtMost: 2,
    });
  });

  it.each([
    ['a unit that is not there', 'unit: desk', 'unit: chair', 'rungs.1: unit "chair" is unknown'],
    ['a rung that stands twice', 'id: up', 'id: last', 'rungs.1: id "last" stands twice'],
    ['an hour outside the hours', "at: '08:00'", "at: '18:00'", "rungs.1: 18:00 lies outside the ladder's hours"],
    ['hours that end before they begin', "to: '18:00'", "to: '06:00'", 'hours: 07:00 is not before 06:00'],
    ['another key', 'key: short', 'key: long', 'key: is "long", the file is "short"'],
    ['no time zone', 'Asia/Ho_Chi_Minh', 'Asia/Ha_Noi', 'time-zone: "Asia/Ha_Noi" is no time zone'],
    ['no distance', 'days: 2,', '', 'rungs.1: needs either days or working-days'],
    ['two distances', 'days: 2,', 'days: 2, working-days: 2,', 'rungs.1: needs either days or working-days'],
    [
      'a reminder after the last day',
      'from: last-day, days: 0',
      'from: last-day, days: 1',
      'rungs.0: after the last day count from due',
    ],
    ['lateness before it is late', 'days: 2', 'days: -2', 'rungs.1: before the due day count from last-day'],
    ['a text that is not there', 'notice.up', 'notice.down', 'rungs.1: text "notice.down" is unknown'],
    [
      'quiet times that are none',
      'time-zone:',
      "quiet: [{ from: '13:00', to: '12:00' }]\ntime-zone:",
      'quiet.0: 13:00 is not before 12:00',
    ],
    ['half a day', 'days: 2', 'days: 2.5', 'rungs.1.days: Invalid input: expected int, received number'],
  ])('names %s', (_name, from, to, fault) => {
    expect(read(LADDER.replace(from, to)).faults).toContain(`ladders/short.yaml:${fault}`);
  });
});
