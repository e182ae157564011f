import { type FetchedFile, type Incoming, MOST_FILE_BYTES } from '../../conversations/index.js';
import type { SendOutcome } from '../../outbox/index.js';
import { type Clock, sameSecret, SystemClock } from '../../shared/index.js';
import type { Capabilities, Channel, Outgoing } from '../channel.port.js';
import { oneAttempt } from '../one-attempt.js';
import { decodeEvent } from './decode-event.js';
import { fetchZaloFile } from './fetch-file.js';
import { Envelope, outcomeOfAnswer, outcomeOfFailure } from './outcome.js';

export interface ZaloOptions {
  token: string;
  /** Address of the Bot API; Zalo's own where it is not given. */
  apiRoot?: string;
  /** What Zalo sends along with every webhook call; 8 to 256 characters. */
  webhookSecret?: string;
  /** What Zalo's documents leave open, by the settings: pace, whether the bot may write first, where pictures lie. */
  perSecond: number;
  perChatPerSecond: number;
  writesFirst: boolean;
  fileHosts: readonly string[];
  clock?: Clock;
  log?: (line: string) => void;
  timeoutMs?: number;
}

/** Zalo by its Bot API: plain text of at most 2000 characters, no buttons, no edits, no files out. */
export class ZaloChannel implements Channel {
  readonly name = 'zalo';
  readonly capabilities: Capabilities;
  private readonly fetch = oneAttempt();
  private readonly clock: Clock;

  constructor(private readonly options: ZaloOptions) {
    this.clock = options.clock ?? new SystemClock();
    const { perSecond, perChatPerSecond, writesFirst } = options;
    this.capabilities = {
      maxText: 2000,
      buttons: false,
      edits: false,
      documents: false,
      startPayload: false,
      ordered: false,
      idempotent: false,
      listens: true,
      writesFirst,
      perChatPerSecond,
      perSecond,
    };
  }

  /** False always where no secret is set: an open webhook would let anybody speak for anybody. */
  authentic(headers: Record<string, string | string[] | undefined>): boolean {
    const given = headers['x-bot-api-secret-token'];
    const { webhookSecret } = this.options;
    return webhookSecret !== undefined && typeof given === 'string' && sameSecret(given, webhookSecret);
  }

  decode(body: unknown): Incoming[] {
    return decodeEvent(this.name, body, this.clock.now());
  }

  /** There is nothing to be tapped. */
  async acknowledge(): Promise<void> {}

  async send(address: string, { text }: Outgoing): Promise<SendOutcome> {
    try {
      const { envelope, answer } = await this.call('sendMessage', { chat_id: address, text });
      if (!envelope?.ok) this.options.log?.(`Zalo: ${reasonOf(envelope, answer)}`);
      return outcomeOfAnswer(envelope, answer);
    } catch (error) {
      return outcomeOfFailure(error);
    }
  }

  fetchFile(fileId: string, most = MOST_FILE_BYTES): Promise<FetchedFile> {
    const { fileHosts, log } = this.options;
    return fetchZaloFile(fileId, { most, hosts: fileHosts, own: this.root, signal: this.patience(3), log });
  }

  /** Makes Zalo call `webhookUrl`; throws with its reason where it refuses. */
  async setUp(webhookUrl: string): Promise<void> {
    const { webhookSecret: secret_token } = this.options;
    if (secret_token === undefined) throw new Error('a webhook needs a secret, else anybody could call it');
    for (const [method, params] of [
      ['getMe', {}],
      ['setWebhook', { url: webhookUrl, secret_token }],
    ] as const) {
      const { envelope, answer } = await this.call(method, params);
      if (!envelope?.ok) throw new Error(`${method}: ${reasonOf(envelope, answer)}`);
    }
  }

  close(): void {
    this.fetch.close();
  }

  private async call(method: string, params: object) {
    const answer = await this.fetch(`${this.root}/bot${this.options.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
      signal: this.patience(),
    });
    return { envelope: Envelope.safeParse(await answer.json().catch(() => undefined)).data, answer };
  }

  private patience = (times = 1): AbortSignal => AbortSignal.timeout((this.options.timeoutMs ?? 10_000) * times);

  private get root(): string {
    return (this.options.apiRoot ?? 'https://bot-api.zaloplatforms.com').replace(/\/+$/, '');
  }
}

const reasonOf = (envelope: Envelope | undefined, { status }: { status: number }): string =>
  envelope ? `${envelope.error_code ?? status} ${envelope.description ?? ''}` : `HTTP ${status}, not of the Bot API`;
