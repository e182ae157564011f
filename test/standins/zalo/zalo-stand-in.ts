import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { methodsOf } from './methods.js';
import { Refusal } from './refusal.js';
import { ZaloPerson, type Event, type World } from './people.js';

/** What can go wrong with one call. "after" means: Zalo did what was asked, the answer is lost. */
export type Fault =
  'drop before' | 'drop after' | 'silence after' | 'bad gateway' | { code: number; retryAfter?: number };

export interface Call {
  method: string;
  params: Record<string, unknown>;
  /** 200, the error code, or the fault that took the answer's place. */
  answer: number | Fault;
}

/** So often a webhook that did not answer with 2xx is called again. Zalo's documents do not say whether it is at all. */
const WEBHOOK_RETRIES = 5;

/**
 * A Bot API server on 127.0.0.1 that refuses what Zalo's documents refuse, and plays the people on the other side. What
 * the documents leave open it plays the harder way: unknown parameters are refused, nothing can be sent to somebody who
 * never wrote, events come one by one and may come again.
 */
export class ZaloStandIn {
  readonly token = '4207:zalo-test-token';
  /** All calls, oldest first. */
  readonly calls: Call[] = [];
  /** Asked at each call whether it goes wrong. */
  interfere: (method: string, params: Record<string, unknown>) => Fault | undefined = () => undefined;
  private readonly people = new Map<string, ZaloPerson>();
  private readonly open = new Set<Promise<void>>();
  private readonly server = http.createServer((request, response) => void this.handle(request, response));
  private closed = false;
  private readonly world: World = {
    now: () => this.clock(),
    chats: new Map(),
    pictures: new Map(),
    emit: (event) => {
      const delivery = this.deliver(event).finally(() => this.open.delete(delivery));
      this.open.add(delivery);
    },
    root: () => this.apiRoot,
  };
  private readonly methods = methodsOf(this.world);

  /** @param clock milliseconds since 1970 at which people write. */
  private constructor(private readonly clock: () => number) {}

  static async open(clock: () => number = Date.now): Promise<ZaloStandIn> {
    const standIn = new ZaloStandIn(clock);
    standIn.server.listen(0, '127.0.0.1');
    await once(standIn.server, 'listening');
    return standIn;
  }

  /** What to give a bot as the address of the Bot API. */
  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The person with this id; the bot can write to them once they have said something. */
  user(id: string): ZaloPerson {
    const person = this.people.get(id) ?? new ZaloPerson(this.world, id);
    this.people.set(id, person);
    return person;
  }

  /** The next calls of `method` go wrong, one fault each. */
  failNext(method: string, ...faults: Fault[]): void {
    const before = this.interfere;
    this.interfere = (called, params) =>
      called === method && faults.length > 0 ? faults.shift() : before(called, params);
  }

  /** Resolves when the webhook has been called for everything that happened. */
  async delivered(): Promise<void> {
    while (this.open.size > 0) await Promise.all(this.open);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async deliver(event: Event): Promise<void> {
    for (let attempt = 0; attempt <= WEBHOOK_RETRIES && !this.closed; attempt += 1) {
      const hook = this.methods.webhook();
      if (!hook) return;
      const answer = await fetch(hook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': hook.secret_token },
        body: JSON.stringify({ ok: true, result: event }),
      }).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      await sleep(20 * 2 ** attempt, undefined, { ref: false });
    }
  }

  private async handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const picture = this.world.pictures.get(request.url ?? '');
    if (picture) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
    const call: Call = { method: '', params: {}, answer: 200 };
    try {
      call.method = this.methodOf(request);
      call.params = await paramsOf(request);
      this.calls.push(call);
      const fault = this.interfere(call.method, call.params);
      const result = fault === undefined || isAfter(fault) ? this.methods.call(call.method, call.params) : undefined;
      if (fault === undefined) return send(response, 200, { ok: true, ...(result === true ? {} : { result }) });
      call.answer = fault;
      misbehave(fault, response);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, String(error));
      call.answer = refusal.code;
      send(response, refusal.code, refusal.body);
    }
  }

  private methodOf(request: http.IncomingMessage): string {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    if (token === undefined || method === undefined || !this.methods.has(method)) throw new Refusal(404, 'Not Found');
    if (token !== this.token) throw new Refusal(401, 'Unauthorized');
    return method;
  }
}

const isAfter = (fault: Fault): boolean => fault === 'drop after' || fault === 'silence after';

function misbehave(fault: Fault, response: http.ServerResponse): void {
  if (typeof fault === 'object') {
    const { code, retryAfter } = fault;
    if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
    return send(response, code, new Refusal(code, `code ${code}`).body);
  }
  if (fault === 'bad gateway') {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502 Bad Gateway</html>');
  } else if (fault !== 'silence after') response.destroy();
}

function send(response: http.ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function paramsOf(request: http.IncomingMessage): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') throw new Refusal(400, 'Bad Request: POST is expected');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Refusal(400, "Bad Request: can't parse JSON object");
  }
  return parsed as Record<string, unknown>;
}
