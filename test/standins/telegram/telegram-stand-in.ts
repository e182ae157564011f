import type { TelegramUser } from '@gramio/types';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Limits } from './limits.js';
import { methodsOf, noSuchMethod } from './methods.js';
import { Group, Person, type World } from './people.js';
import { Refusal, tooManyRequests } from './refusal.js';
import { checkShape } from './request-shapes.js';
import { type Release, Updates } from './updates.js';

/** What can go wrong with one call. "after" means: Telegram did what was asked, the answer is lost. */
export type Fault =
  'drop before' | 'drop after' | 'silence after' | 'error 500' | 'bad gateway' | { retryAfter: number };

export interface Call {
  method: string;
  params: Record<string, unknown>;
  /** 200, the error code, or the fault that took the answer's place. */
  answer: number | Fault;
}

export interface StandInOptions {
  token?: string;
  /** Milliseconds since 1970: of messages, limits and the age of taps. */
  clock?: () => number;
  /** Refuse more than 1 message a second in a chat, 20 a minute in a group, 30 a second in all. */
  limits?: boolean;
  /** First wait before a webhook that failed is called again; doubled each time. */
  webhookRetryMs?: number;
}

/**
 * A Bot API server on 127.0.0.1 that refuses what Telegram refuses, in its words, and plays the people on the other side.
 * Error texts are those of the published Bot API server; shapes of requests those of `@gramio/types`.
 */
export class TelegramStandIn {
  /** All calls, oldest first. */
  readonly calls: Call[] = [];
  /** Asked at each call whether it goes wrong. */
  interfere: (method: string, params: Record<string, unknown>) => Fault | undefined = () => undefined;
  private readonly people = new Map<number, Person>();
  private readonly methods: Record<string, (params: Record<string, unknown>, gone: AbortSignal) => unknown>;
  private readonly server = http.createServer((request, response) => void this.handle(request, response));

  private constructor(
    readonly token: string,
    private readonly world: World,
    limits: Limits | undefined,
  ) {
    this.methods = methodsOf(world, limits);
  }

  static async open({
    token = '70001:AAtest-token',
    clock = Date.now,
    limits = false,
    webhookRetryMs = 20,
  }: StandInOptions = {}) {
    const bot: TelegramUser = {
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: 'Nhịp',
      username: 'nhip_bot',
    };
    const world: World = {
      updates: new Updates(clock, webhookRetryMs),
      bot,
      chats: new Map(),
      taps: new Map(),
      files: new Map(),
      now: () => Math.floor(clock() / 1000),
    };
    const standIn = new TelegramStandIn(token, world, limits ? new Limits(clock) : undefined);
    standIn.server.listen(0, '127.0.0.1');
    await once(standIn.server, 'listening');
    return standIn;
  }

  /** What to give a bot as the address of the Bot API. */
  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The person with this id; the bot can write to them once they have said something. */
  user(id: number, name = `Người ${id}`): Person {
    const person = this.people.get(id) ?? new Person(this.world, id, name);
    this.people.set(id, person);
    return person;
  }

  /** A group with the bot in it; its id is negative. */
  group(id: number, title: string): Group {
    return new Group(this.world, id, title);
  }

  /** The next calls of `method` go wrong, one fault each. */
  failNext(method: string, ...faults: Fault[]): void {
    const before = this.interfere;
    this.interfere = (called, params) =>
      called === method && faults.length > 0 ? faults.shift() : before(called, params);
  }

  /** Keeps updates back until `release`, which can shuffle and duplicate them. */
  hold(): void {
    this.world.updates.hold();
  }

  release(how?: Release): void {
    this.world.updates.release(how);
  }

  /** Resolves when the webhook has accepted all updates. */
  delivered(): Promise<void> {
    return this.world.updates.delivered();
  }

  async close(): Promise<void> {
    this.world.updates.close();
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const call: Call = { method: '', params: {}, answer: 200 };
    try {
      const file = this.fileAt(request.url ?? '/');
      if (file) return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file);
      call.method = this.methodOf(request.url ?? '/');
      const { params, from } = await paramsOf(request);
      call.params = params;
      this.calls.push(call);
      const fault = this.interfere(call.method, params);
      if (fault === undefined)
        return send(response, 200, { ok: true, result: await this.act(call, from, gone.signal) });
      call.answer = fault;
      if (fault === 'drop after' || fault === 'silence after') await this.act(call, from, gone.signal);
      misbehave(fault, response);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${String(error)}`);
      call.answer = refusal.code;
      send(response, refusal.code, refusal.body);
    }
  }

  /** The file that a download's path names. */
  private fileAt(path: string): Uint8Array | undefined {
    const [, token, id] = /^\/file\/bot([^/]*)\/documents\/([\w-]+)$/.exec(path) ?? [];
    return token === this.token ? this.world.files.get(id ?? '') : undefined;
  }

  private methodOf(path: string): string {
    const [, token, method] = /^\/bot([^/]*)\/(\w+)(?:\?.*)?$/.exec(path) ?? [];
    if (token === undefined || !/^\d+:.+$/.test(token)) throw new Refusal(404, 'Not Found');
    if (token !== this.token) throw new Refusal(401, 'Unauthorized');
    const name = Object.keys(this.methods).find((one) => one.toLowerCase() === method!.toLowerCase());
    if (!name) throw noSuchMethod();
    return name;
  }

  private async act({ method, params }: Call, from: 'json' | 'form', gone: AbortSignal): Promise<unknown> {
    checkShape(method, from === 'form' ? withoutFiles(params) : params, from);
    return this.methods[method]!(params, gone);
  }
}

function misbehave(fault: Fault, response: http.ServerResponse): void {
  if (typeof fault === 'object') {
    const refusal = tooManyRequests(fault.retryAfter);
    return send(response, refusal.code, refusal.body);
  }
  switch (fault) {
    case 'drop before':
    case 'drop after':
      response.destroy();
      return;
    case 'silence after':
      return;
    case 'error 500':
      return send(response, 500, new Refusal(500, 'Internal Server Error').body);
    case 'bad gateway':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502 Bad Gateway</html>');
  }
}

function send(response: http.ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function paramsOf(request: http.IncomingMessage): Promise<Pick<Call, 'params'> & { from: 'json' | 'form' }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const type = request.headers['content-type'] ?? '';
  const body = Buffer.concat(chunks);
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://x').searchParams);
  if (body.length === 0) return { params: query, from: 'form' };
  if (type.startsWith('application/json')) {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return { params: { ...query, ...parsed }, from: 'json' };
    }
    throw new Refusal(400, "Bad Request: can't parse JSON object");
  }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return { params: { ...query, ...fieldsOf(form) }, from: 'form' };
}

/** In a form nested values are JSON, and `attach://name` names another part. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const fields = [...form].map(([name, value]) => {
    if (typeof value !== 'string') return [name, value];
    const attached = /^attach:\/\/(.+)$/.exec(value)?.[1];
    if (attached !== undefined) return [name, form.get(attached)];
    return [name, /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value];
  });
  const attached = new Set([...form.values()].map((value) => /^attach:\/\/(.+)$/.exec(String(value))?.[1]));
  return Object.fromEntries(fields.filter(([name]) => !attached.has(String(name)))) as Record<string, unknown>;
}

const withoutFiles = (params: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value instanceof Blob ? name : value]));
