import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Messages, packageRoot } from '../../shared/index.js';
import { commandMenus } from './command-menus.js';

const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));

describe("the messenger's menu", () => {
  it('offers every command in both languages, each with a text that Telegram takes', () => {
    const menus = commandMenus(messages);
    expect(menus.map(({ chats, language }) => [chats, language])).toEqual([
      ['private', undefined],
      ['private', 'en'],
      ['group', undefined],
      ['group', 'en'],
    ]);
    for (const { command, description } of menus.flatMap(({ commands }) => commands)) {
      expect(command).toMatch(/^[a-z]{1,32}$/);
      expect([command, description.startsWith('telegram.'), description.length <= 256]).toEqual([command, false, true]);
    }
  });

  it('offers nothing that `docs/bot-commands.md` does not name', () => {
    const page = readFileSync(path.join(packageRoot, 'docs/bot-commands.md'), 'utf8');
    for (const { command } of commandMenus(messages).flatMap(({ commands }) => commands)) {
      expect([command, page.includes(`/${command}`)]).toEqual([command, true]);
    }
  });
});
