import { Api, type ApiClientOptions, InputFile, type RawApi } from 'grammy';
import { type FetchedFile, type Incoming, MOST_FILE_BYTES } from '../../conversations/index.js';
import type { SendOutcome } from '../../outbox/index.js';
import { type Clock, sameSecret, SystemClock } from '../../shared/index.js';
import type { Capabilities, Channel, Outgoing } from '../channel.port.js';
import { ALLOWED_UPDATES, decodeUpdate } from './decode-update.js';
import { fetchTelegramFile } from './fetch-file.js';
import { oneAttempt } from '../one-attempt.js';
import { outcomeOf } from './outcome.js';
import { type Poll, poll } from './poll.js';

export interface TelegramOptions {
  token: string;
  /** Address of the Bot API server; Telegram's own where it is not given. */
  apiRoot?: string;
  /** What Telegram sends along with every webhook call; 1 to 256 of `A-Z a-z 0-9 _ -`. */
  webhookSecret?: string;
  /** Stands in for the network; a request that it surely did not send it refuses with `NotSent`. */
  fetch?: ReturnType<typeof oneAttempt>;
  clock?: Clock;
  /** Told what went wrong without being anybody's answer, in one line without secrets. */
  log?: (line: string) => void;
  /** How long one call may take. */
  timeoutMs?: number;
  /** First wait after polling failed; doubled each time. */
  pollRetryMs?: number;
}

export interface SetUp {
  /** Public https address that Telegram calls; where it is not given, a webhook set before is removed for polling. */
  webhookUrl?: string;
  menus: readonly CommandMenu[];
}

/** Commands that the messenger offers: in which chats, and to whom of which language (everybody, where none is named). */
export interface CommandMenu {
  chats: 'private' | 'group';
  language?: 'en';
  /** With or without a slash. */
  commands: readonly { command: string; description: string }[];
}

const PATIENCE_MS = 10_000;
/** A file on a slow line takes longer than a text; still within the lease of the outbox. */
const FILE_PATIENCE = 3;

type Signal = Parameters<RawApi['getMe']>[0];

/** Telegram by its Bot API. Texts go out as plain text: nothing in them is ever read as markup. */
export class TelegramChannel implements Channel {
  readonly name = 'telegram';
  readonly capabilities: Capabilities = {
    maxText: 4096,
    buttons: true,
    edits: true,
    documents: { maxBytes: 50_000_000, maxCaption: 1024 },
    startPayload: true,
    ordered: true,
    idempotent: false,
    listens: true,
    writesFirst: true,
    perChatPerSecond: 1,
    perSecond: 30,
    perMinutePerGroup: 20,
  };
  private readonly api: RawApi;
  private readonly fetch: ReturnType<typeof oneAttempt>;
  private readonly clock: Clock;
  private readonly log: (line: string) => void;
  /** The chat that was held back last, and until when by the monotonic clock. */
  private limited = { address: '', until: 0 };

  constructor(private readonly options: TelegramOptions) {
    this.fetch = options.fetch ?? oneAttempt();
    this.clock = options.clock ?? new SystemClock();
    this.log = options.log ?? (() => undefined);
    this.api = new Api(options.token, {
      apiRoot: this.apiRoot,
      // Ours answers with what grammY reads of a response, and knows its kind of signal.
      fetch: this.fetch as unknown as ApiClientOptions['fetch'],
      // grammY waits 500 s; the signals given with each call end it long before this.
      timeoutSeconds: 60,
    }).raw;
  }

  /** False always where no secret is set: an open webhook would let anybody speak for anybody. */
  authentic(headers: Record<string, string | string[] | undefined>): boolean {
    const given = headers['x-telegram-bot-api-secret-token'];
    const { webhookSecret } = this.options;
    return webhookSecret !== undefined && typeof given === 'string' && sameSecret(given, webhookSecret);
  }

  /** Telegram numbers people from 1 up and groups from -1 down. */
  isGroup(address: string): boolean {
    return address.startsWith('-');
  }

  decode(body: unknown): Incoming[] {
    return decodeUpdate(this.name, body, this.clock.now());
  }

  async acknowledge(incoming: Incoming): Promise<void> {
    if (incoming.content.type !== 'button' || incoming.content.callbackId === undefined) return;
    const answer = { callback_query_id: incoming.content.callbackId };
    await this.api.answerCallbackQuery(answer, this.inTime()).catch((error: unknown) => {
      this.log(`Telegram: a tap was not acknowledged: ${(error as Error).message}`);
    });
  }

  async send(address: string, { text, buttons, attachment }: Outgoing): Promise<SendOutcome> {
    const chat_id = Number(address);
    if (!Number.isSafeInteger(chat_id) || chat_id === 0)
      return { outcome: 'rejected', detail: `not a chat: ${address}` };
    const rows = (buttons ?? []).filter((row) => row.length > 0);
    const inline_keyboard = rows.map((row) => row.map(({ label, token }) => ({ text: label, callback_data: token })));
    const markup = rows.length > 0 ? { reply_markup: { inline_keyboard } } : {};
    try {
      const sent = attachment
        ? await this.api.sendDocument(
            {
              chat_id,
              document: new InputFile(attachment.content, quoted(attachment.name)),
              ...(text === '' ? {} : { caption: text }),
              ...markup,
            },
            this.inTime(FILE_PATIENCE),
          )
        : await this.api.sendMessage(
            // A preview would fetch the address: a one-time link would be used up before anybody taps it.
            { chat_id, text, link_preview_options: { is_disabled: true }, ...markup },
            this.inTime(),
          );
      return { outcome: 'sent', providerId: String(sent.message_id) };
    } catch (error) {
      return this.failed(address, error);
    }
  }

  fetchFile(fileId: string, most = MOST_FILE_BYTES): Promise<FetchedFile> {
    const root = `${this.apiRoot}/file/bot${this.options.token}`;
    const signal = AbortSignal.timeout((this.options.timeoutMs ?? PATIENCE_MS) * FILE_PATIENCE);
    return fetchTelegramFile(this.api, root, fileId, { most, signal });
  }

  /**
   * Makes Telegram call `webhookUrl`, or be polled where there is none, and offers the commands. Gives the bot's username.
   * Throws with Telegram's reason where it refuses.
   */
  async setUp({ webhookUrl, menus }: SetUp): Promise<{ username: string }> {
    const me = await this.api.getMe(this.inTime());
    if (webhookUrl !== undefined) {
      const secret_token = this.options.webhookSecret;
      if (secret_token === undefined) throw new Error('a webhook needs a secret, else anybody could call it');
      await this.api.setWebhook({ url: webhookUrl, secret_token, allowed_updates: ALLOWED_UPDATES }, this.inTime());
    } else {
      await this.api.deleteWebhook({}, this.inTime());
    }
    for (const { chats, language, commands } of menus) {
      const offered = commands.map((one) => ({ ...one, command: one.command.replace(/^\//, '') }));
      const scope = { type: chats === 'private' ? ('all_private_chats' as const) : ('all_group_chats' as const) };
      const given = { commands: offered, scope, ...(language && { language_code: language }) };
      await this.api.setMyCommands(given, this.inTime());
    }
    return { username: me.username };
  }

  /** Long polling until `signal` aborts; never rejects. Only one process at a time may poll for a bot. */
  startPolling(onUpdates: Poll['onUpdates'], signal: AbortSignal, log = this.log): Promise<void> {
    return poll(this.api, { onUpdates, signal, log, retryMs: this.options.pollRetryMs });
  }

  /** Ends the connections kept open. */
  close(): void {
    this.fetch.close();
  }

  private failed(address: string, error: unknown): SendOutcome {
    const now = performance.now();
    const othersLimited = this.limited.address !== address && this.limited.until > now;
    const outcome = outcomeOf(error, othersLimited);
    if (outcome.outcome === 'retry') this.limited = { address, until: now + outcome.afterSeconds * 1000 };
    if (outcome.outcome !== 'retry' || outcome.scope === 'global') this.log(`Telegram: ${(error as Error).message}`);
    return outcome;
  }

  /** A signal that ends one call; grammY's types know an AbortSignal of their own. */
  private inTime(times = 1): Signal {
    return AbortSignal.timeout((this.options.timeoutMs ?? PATIENCE_MS) * times) as Signal;
  }

  private get apiRoot(): string {
    return (this.options.apiRoot ?? 'https://api.telegram.org').replace(/\/+$/, '');
  }
}

/** The name stands in a header of the upload, where grammY puts it without the quotes that names with spaces need. */
const quoted = (name: string): string => `"${name.replace(/[\p{Cc}"\\]/gu, '')}"`;
