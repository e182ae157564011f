// `npm run bench -- aborted`: 1,000 connections that break off in the middle of what they ask, and what it leaves behind: the rate of
// submissions before and after, the connections that the server still holds to the database, idle transactions among them.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { at } from '../prepare/root.mjs';
import { breakOff } from './kit/break-off.mjs';
import { connectionsOf } from './kit/connections.mjs';
import { median, printCircumstances, printTable } from './kit/figures.mjs';
import { startPart } from './kit/part.mjs';
import { withDatabase } from './kit/postgres.mjs';
import { inThrowawayFolder } from './kit/throwaway.mjs';

const ABORTED = 1000;
const CONNECTIONS = 32;
const PEOPLE = 256;
const AIM = 0.95;

export async function run(args) {
  const options = { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '5' } };
  const { values } = parseArgs({ args, options });
  await inThrowawayFolder((folder) =>
    withDatabase(folder, async ({ url, about }) => {
      printCircumstances(['@nestjs/core', 'fastify', 'pg'], { PostgreSQL: about });
      const server = await startPart(at('scripts/bench/submit/ours.mjs'), { databaseUrl: url, people: PEOPLE });
      const load = await startPart(at('scripts/bench/submit/load.mjs'), {});
      const { port, method, targets } = server.ready;
      const rate = async (seconds) => {
        const result = await load.ask({ port, method, targets, connections: CONNECTIONS, seconds });
        return result.latencies.length / result.seconds;
      };
      await rate(3);
      const rows = [];
      for (let round = 0; round < Number(values.rounds); round += 1) {
        const before = await rate(Number(values.seconds));
        await breakOff(port, ABORTED, requestOn(targets));
        await sleep(1000);
        const held = await connectionsOf(url);
        const after = await rate(Number(values.seconds));
        rows.push({ before, after, ...held });
      }
      const middle = (what) => median(rows.map((row) => row[what]));
      printTable(
        ['', 'before (1/s)', 'after (1/s)', 'ratio', 'database connections', 'idle in transaction'],
        rows.map((row, index) => [
          `round ${index + 1}`,
          row.before.toFixed(0),
          row.after.toFixed(0),
          `${(row.after / row.before).toFixed(2)}×`,
          row.connections,
          row.idle,
        ]),
      );
      const ratio = median(rows.map((row) => row.after / row.before));
      console.log(
        `median ${ratio.toFixed(2)}×, ${middle('idle')} idle in transaction after ${ABORTED} broken connections a round`,
      );
      console.log(
        `aim: at least ${AIM}× ${ratio >= AIM ? 'reached' : 'NOT reached'}, no connection left in a transaction`,
      );
      for (const part of [server, load]) await part.end();
    }),
  );
}

/** Connections that are cut while they send a body, while they wait for an answer, and while they listen to a stream. */
function requestOn(targets) {
  const requests = [
    ({ path, cookie, bodies: [body] }) =>
      `PUT ${path} HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${body.length + 50}\r\n\r\n${body}`,
    ({ path, cookie, bodies: [body] }) =>
      `PUT ${path} HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ({ cookie }) => `GET /api/obligations?scope=own HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`,
    () =>
      `GET /api/chat/stream HTTP/1.1\r\nhost: x\r\ncookie: nhip_chat=nobody-${Math.floor(performance.now() * 1000)}\r\n\r\n`,
    () => 'GET /api/obl',
  ];
  return (number) => requests[number % requests.length](targets[number % targets.length]);
}
