// A closed loop over loopback: each keep-alive connection sends its next request when the last one was answered. Requests
// are prepared beforehand and answers hardly looked at, so that the two servers have the machine.
import net from 'node:net';
import { answersOf, BROKEN } from '../kit/answers.mjs';
import { servePart } from '../kit/part.mjs';

const MOST_REQUESTS = 500_000;

servePart(() => 'ready', drive);
process.on('disconnect', () => process.exit(0));

/** @returns {Promise<{ seconds: number, latencies: number[], statuses: Record<string, number> }>} */
async function drive({ port, method, targets, connections, seconds }) {
  const requests = targets.map((target) => target.bodies.map((body) => requestOf(method, target, body)));
  const latencies = [];
  const statuses = {};
  const began = performance.now();
  const until = began + seconds * 1000;
  let sent = 0;

  const connection = async (number) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    const answers = answersOf(socket);
    // Each connection has people of its own: no two requests at a time are about one report.
    for (let turn = 0; performance.now() < until && sent < MOST_REQUESTS; turn += 1) {
      const mine = Math.floor(targets.length / connections);
      const variants = requests[number * mine + (turn % mine)];
      const at = performance.now();
      sent += 1;
      socket.write(variants[Math.floor(turn / mine) % variants.length]);
      const status = await answers.next();
      latencies.push(performance.now() - at);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === BROKEN) break;
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => connection(number)));
  return { seconds: (performance.now() - began) / 1000, latencies: latencies.sort((a, b) => a - b), statuses };
}

function requestOf(method, { path, cookie }, body) {
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(cookie ? [`cookie: ${cookie}`] : []),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
