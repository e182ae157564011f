// The web chat as many phones with a bad line: each message is posted one to three times under its key, answers are lost on the way,
// and the stream of lines breaks and is taken up again after the last line.
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyDelays } from '../line.mjs';

/** Of a hundred answers so many do not reach the phone: it asks again. */
const LOST_SHARE = 0.03;
const RETRY_MS = [100, 3000];
const BROKEN_STREAM_MS = 500;

export async function openWebchat({ draw, port }) {
  const stop = new AbortController();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const counts = { posts: 0, 'answers lost': 0, 'streams broken': 0 };
  const chats = [];
  return {
    name: 'webchat',
    env: {},
    async chat(number) {
      const phone = new Phone({ number, draw, port, agent, counts, signal: stop.signal });
      await phone.open();
      chats.push(phone);
      return phone;
    },
    isQuiet: () => chats.every(({ underWay }) => underWay === 0),
    counts: () => counts,
    async close() {
      stop.abort();
      agent.destroy();
    },
  };
}

class Phone {
  said = [];
  lines = [];
  underWay = 0;
  keys = 0;
  /** The last line that was looked at. */
  seen = 0;
  /** What the stream brought that it must not. */
  wrong = [];

  constructor(given) {
    Object.assign(this, given);
  }

  async open() {
    const { cookie, address } = await this.insist(async () => {
      const { status, headers } = await this.post('/api/chat/open', {});
      const secret = /nhip_chat=([^;]+)/.exec(headers?.['set-cookie']?.[0] ?? '')?.[1];
      return status === 200 && secret ? { cookie: `nhip_chat=${secret}`, address: await digestOf(secret) } : undefined;
    });
    Object.assign(this, { cookie, address });
    void this.listen().catch(() => undefined);
  }

  startWith(code) {
    return `/start ${code}`;
  }

  say(text) {
    this.send({ text, seen: this.seen });
  }

  tap(label) {
    const buttons = this.shown().flatMap((line) => line.rows?.flat() ?? []);
    const { token } = buttons.findLast((button) => button.label === label);
    this.send({ token });
  }

  heard() {
    this.seen = this.lines.at(-1)?.line ?? 0;
    return this.shown();
  }

  shown() {
    return this.lines
      .filter(({ author }) => author === 'bot')
      .map(({ line, text, buttons }) => ({
        id: String(line),
        text,
        rows: buttons,
        buttons: buttons?.map((row) => row.map(({ label }) => label)),
      }));
  }

  accepted() {
    return this.shown();
  }

  send(what) {
    const key = `chaos-${this.number}-${(this.keys += 1)}`;
    this.said.push(`${this.address}/${key}`);
    for (const delay of copyDelays(this.draw, 'webchat', key)) {
      this.underWay += 1;
      const bring = async () => {
        await sleep(delay, undefined, { signal: this.signal });
        await this.insist(async (time) => {
          const lost = this.draw('lost', key, delay, time) < LOST_SHARE;
          if (lost) this.counts['answers lost'] += 1;
          const { status } = await this.post('/api/chat/lines', { key, ...what }, lost);
          return status === 202 || undefined;
        });
      };
      bring()
        .catch(() => undefined)
        .finally(() => (this.underWay -= 1));
    }
  }

  /** Tries until there is a result. */
  async insist(attempt) {
    for (let time = 0, wait = RETRY_MS[0]; ; time += 1, wait = Math.min(wait * 2, RETRY_MS[1])) {
      const result = await attempt(time);
      if (result !== undefined) return result;
      await sleep(wait, undefined, { signal: this.signal });
    }
  }

  /** The status of the answer; none where it was lost. */
  post(path, body, lost = false) {
    this.counts.posts += 1;
    return new Promise((resolve) => {
      const options = {
        ...{ host: '127.0.0.1', port: this.port(), path, method: 'POST', agent: this.agent, timeout: 20_000 },
        headers: { 'content-type': 'application/json', ...(this.cookie && { cookie: this.cookie }) },
      };
      const request = http.request(options, (response) => {
        if (lost) return request.destroy();
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
      });
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve({}));
      request.on('close', () => resolve({}));
      request.end(JSON.stringify(body));
    });
  }

  async listen() {
    for (; !this.signal.aborted; await sleep(BROKEN_STREAM_MS, undefined, { signal: this.signal })) {
      await this.stream();
      this.counts['streams broken'] += 1;
    }
  }

  stream() {
    return new Promise((resolve) => {
      const last = this.lines.at(-1)?.line ?? 0;
      const headers = { cookie: this.cookie, ...(last > 0 && { 'last-event-id': String(last) }) };
      const options = { host: '127.0.0.1', port: this.port(), path: '/api/chat/stream', headers, signal: this.signal };
      const request = http.get(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece) => {
          const events = (text + piece).split('\n\n');
          text = events.pop();
          for (const event of events) this.take(event);
        });
        response.on('close', resolve);
      });
      request.on('error', resolve);
    });
  }

  take(event) {
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (data === undefined) return;
    const line = JSON.parse(data);
    const expected = (this.lines.at(-1)?.line ?? 0) + 1;
    if (line.line !== expected) this.wrong.push(`line ${line.line} came in the place of ${expected}`);
    this.lines.push(line);
  }
}

async function digestOf(secret) {
  const { digest } = await import('../../../dist/modules/shared/index.js');
  return digest(secret);
}
