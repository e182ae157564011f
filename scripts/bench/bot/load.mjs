// Officials in a closed loop over loopback: each connection is one official at a time, who says something more when the last thing
// had its effect. That is the answer to the webhook, and where the server tells of it the committed turn.
import net from 'node:net';
import { answersOf } from '../kit/answers.mjs';
import { servePart } from '../kit/part.mjs';

let updates = 0;

servePart(() => 'ready', drive);
process.on('disconnect', () => process.exit(0));

/**
 * @param {{ port: number, eventsPort?: number, path: string, secret: string, chats: string[], texts: string[], connections: number,
 *   seconds?: number, turnsEach?: number, said?: Record<string, number> }} job `turnsEach`: so many messages of each chat, and no
 *   longer; `said`: how many each chat has sent before
 * @returns {Promise<{ seconds: number, latencies: number[], said: Record<string, number> }>} `said` counted on
 */
async function drive({
  port,
  eventsPort,
  path,
  secret,
  chats,
  texts,
  connections,
  seconds = Infinity,
  turnsEach = Infinity,
  said = {},
}) {
  const latencies = [];
  const events = eventsPort === undefined ? undefined : await listen(eventsPort);
  const began = performance.now();
  const until = began + seconds * 1000;

  const official = async (number) => {
    const mine = chats.filter((_, at) => at % connections === number);
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    const answers = answersOf(socket);
    for (let turn = 0; performance.now() < until && turn < turnsEach * mine.length; turn += 1) {
      const chat = mine[turn % mine.length];
      const text = texts[(said[chat] ?? 0) % texts.length];
      said[chat] = (said[chat] ?? 0) + 1;
      const at = performance.now();
      const committed = events?.turnOf(chat);
      socket.write(requestOf(path, secret, Number(chat), text));
      const status = await answers.next();
      if (status !== '200') throw new Error(`the webhook answered ${status}`);
      await committed;
      latencies.push(performance.now() - at);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => official(number)));
  events?.close();
  return { seconds: (performance.now() - began) / 1000, latencies: latencies.sort((a, b) => a - b), said };
}

function requestOf(path, secret, id, text) {
  const from = { id, is_bot: false, first_name: 'Cán bộ', language_code: 'vi' };
  const chat = { id, type: 'private', first_name: 'Cán bộ' };
  updates += 1;
  const message = { message_id: updates, from, chat, date: 1_813_000_000, text };
  const body = Buffer.from(JSON.stringify({ update_id: updates, message }));
  const head =
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
    `x-telegram-bot-api-secret-token: ${secret}\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** Tells when the next turn of a chat was committed. */
async function listen(port) {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
  const waiting = new Map();
  let rest = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const chat of lines) waiting.get(chat)?.();
  });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return { turnOf: (chat) => new Promise((resolve) => waiting.set(chat, resolve)), close: () => socket.destroy() };
}
