// A bot that does nothing with what it hears, by its framework's own webhook server: no state, no answer, nothing kept.
import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { cpuMs, servePart } from '../kit/part.mjs';

const TOKEN = '1:x';
const PATH = '/hook';
const SECRET = 'bi-mat-cua-phep-do';
const ME = {
  ...{ id: 1, is_bot: true, first_name: 'Nhịp', username: 'nhip_bot', can_join_groups: true },
  ...{ can_read_all_group_messages: false, supports_inline_queries: false, can_connect_to_business: false },
};
const nothing = () => undefined;

const servers = {
  async grammy() {
    const { Bot, webhookCallback } = await import('grammy');
    const bot = new Bot(TOKEN, { botInfo: ME });
    bot.on('message', nothing);
    return http.createServer(webhookCallback(bot, 'http', { secretToken: SECRET }));
  },
  async telegraf(require) {
    const { Telegraf } = require('telegraf');
    const bot = new Telegraf(TOKEN);
    bot.botInfo = ME;
    bot.on('message', nothing);
    return http.createServer(bot.webhookCallback(PATH, { secretToken: SECRET }));
  },
  async 'node-telegram-bot-api'(require) {
    const load = (name) => import(pathToFileURL(require.resolve(name)).href);
    const [{ Bot }, { createWebhookServer }] = [
      await load('node-telegram-bot-api'),
      await load('node-telegram-bot-api/node'),
    ];
    const bot = new Bot(TOKEN, { botInfo: ME });
    bot.on('message', nothing);
    return createWebhookServer(bot, { path: PATH, secretToken: SECRET });
  },
};

servePart(begin, (question) => (question === 'cpu' ? cpuMs() : undefined));
process.on('disconnect', () => process.exit(0));

async function begin({ framework, from, chats }) {
  const server = await servers[framework](createRequire(from));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: server.address().port, path: PATH, secret: SECRET, chats, texts: ['1: 45; 45'] };
}
