import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Field, readSeveralRows, saysAsBefore, understand } from '../../forms/index.js';
import { fold, packageRoot } from '../shared/index.js';
import {
  globalCommand,
  leadingCommand,
  looksLikeCode,
  readEdit,
  readReply,
  readSettlement,
  says,
  saysInsist,
  WORDS,
  type Command,
} from './commands.js';
import { LATE_WORDS, readLateWords } from './late-words.js';
import { factsIn, readStatusLine } from './status-line.js';

/** What `docs/bot-commands.md` says can be typed: everything between backticks left of the last column. */
const typed = readFileSync(path.join(packageRoot, 'docs/bot-commands.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:type|-)/.test(line))
  .flatMap((line) => {
    const cells = line.split(' | ');
    return [
      ...cells
        .slice(0, -1)
        .join(' ')
        .matchAll(/`([^`]+)`/g),
    ].map((found) => found[1]!);
  });
/** With something in the places where a person puts a word. */
const samples = typed.map((text) => text.replaceAll(/<[^>]+>|…/g, 'lời của tôi'));

const commands = Object.keys(WORDS) as Command[];
const rows = Array.from({ length: 9 }, (_, at) => ({ key: `r${at}`, names: [`Dòng ${at}`], columns: 2 }));

const isCommand = (text: string): boolean =>
  commands.some((command) => says(text, command)) ||
  [globalCommand, leadingCommand, readReply, readSettlement, readEdit, readLateWords].some(
    (read) => read(text) !== undefined,
  ) ||
  saysInsist(text) ||
  // The link of an invitation is a start with its code.
  text.startsWith('/start ') ||
  looksLikeCode(text);

const today = '2027-06-15';
const last: Field = { type: 'decimal', last: '12' };

/** Whether every part of a message answers a question about a number, or says that there is none. */
const isAnswer = (text: string): boolean =>
  readSeveralRows(text, rows) !== undefined ||
  factsIn(readStatusLine(text, today)) >= 2 ||
  saysAsBefore(text) ||
  [text, ...text.split(/[;,] /)].some((part) => understand(last, part.trim(), { today }).outcome !== 'invalid');

describe('docs/bot-commands.md', () => {
  it.each(samples)('names nothing that is not understood: %s', (text) => {
    expect(isCommand(text) || isAnswer(text)).toBe(true);
  });

  it('is compared with what can fail', () => {
    for (const text of ['/khongco', 'làm gì đó', 'hẹn gặp'])
      expect([isCommand(text), isAnswer(text)]).toEqual([false, false]);
    expect(typed.length).toBeGreaterThan(40);
  });

  it.each(Object.entries(LATE_WORDS))('names the act «%s» below the list of what is late', (_act, words) => {
    expect(typed.some((text) => words.some((word) => fold(text).startsWith(`${word} 3`)))).toBe(true);
  });

  it.each(commands)('names the command «%s»', (command) => {
    const named = typed.map((text) => fold(text).replace(/^\//, ''));
    // Where a word stands with more behind it, its beginning names the command.
    const isNamed = named.some((text) => WORDS[command].some((word) => text === word || text.startsWith(`${word} `)));
    expect(isNamed).toBe(true);
  });
});
