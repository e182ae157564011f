// The line between a messenger and the product: takes each call at once, and brings it one to three times, each copy when it likes,
// as often as it takes until the product has said 200.
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a copy is under way: most come soon, some overtake what was said before. */
const SOON_MS = [0, 60];
const LATE_MS = [300, 4000];
const LATE_SHARE = 0.15;
const RETRY_MS = [80, 2000];

/** Of one to three copies the milliseconds until each arrives. */
export function copyDelays(draw, ...event) {
  const copies = 1 + Math.floor(draw('copies', ...event) * 3);
  return Array.from({ length: copies }, (_, copy) => {
    const span = draw('late', ...event, copy) < LATE_SHARE ? LATE_MS : SOON_MS;
    return draw.between(...span, 'delay', ...event, copy);
  });
}

export class Line {
  counts = { events: 0, copies: 0, 'copies not accepted at first': 0 };
  underWay = 0;
  closed = new AbortController();
  agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

  /** @param {() => number} port of a process that serves; asked anew for each attempt */
  constructor(draw, port) {
    this.draw = draw;
    this.port = port;
    this.server = http.createServer((request, response) => void this.take(request, response));
  }

  async open() {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.address = `http://127.0.0.1:${this.server.address().port}`;
  }

  close() {
    this.closed.abort();
    this.agent.destroy();
    this.server.closeAllConnections();
    this.server.close();
  }

  async take(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const event = this.counts.events++;
    const call = { path: request.url, headers: request.headers, body: Buffer.concat(chunks) };
    response.writeHead(200).end('{}');
    for (const delay of copyDelays(this.draw, 'line', event)) void this.bring(call, delay);
  }

  async bring(call, delay) {
    this.counts.copies += 1;
    this.underWay += 1;
    try {
      await sleep(delay, undefined, { signal: this.closed.signal });
      for (let wait = RETRY_MS[0]; !(await this.post(call)); wait = Math.min(wait * 2, RETRY_MS[1])) {
        this.counts['copies not accepted at first'] += 1;
        await sleep(wait, undefined, { signal: this.closed.signal });
      }
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
    } finally {
      this.underWay -= 1;
    }
  }

  /** Whether the product said that it has it. */
  post({ path, headers, body }) {
    return new Promise((resolve) => {
      const { host: _, connection: __, ...kept } = headers;
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.port(),
          path,
          method: 'POST',
          headers: kept,
          agent: this.agent,
          timeout: 20_000,
        },
        (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode === 200));
        },
      );
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve(false));
      request.on('close', () => resolve(false));
      request.end(body);
    });
  }
}
