import type { TelegramUpdate } from '@gramio/types';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.js';

export interface Webhook {
  url: string;
  secret_token?: string;
  max_connections: number;
}

/** In which order and how often held updates go out; all at the same time, or one after the other in each chat. */
export interface Release {
  order?: (updates: TelegramUpdate[]) => TelegramUpdate[];
  copies?: number | ((update: TelegramUpdate) => number);
  atOnce?: boolean;
}

type Kind = Exclude<keyof TelegramUpdate, 'update_id'>;

const DAY_MS = 24 * 3600_000;
const TAP_MS = 150_000;
/** Sent only where they are asked for by name. */
const NOT_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** The bot's updates: waiting for `getUpdates`, or delivered to a webhook until it answers with 2xx. */
export class Updates {
  private next = 700_000_001;
  private waiting: { update: TelegramUpdate; at: number }[] = [];
  private held?: TelegramUpdate[];
  private allowed?: ReadonlySet<string>;
  private hook?: Webhook;
  private poller?: { wake: () => void; refuse: (refusal: Refusal) => void };
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly open = new Set<object>();
  private closed = false;
  /** What the webhook did wrong last, as `getWebhookInfo` tells it. */
  lastError?: { last_error_date: number; last_error_message: string };

  constructor(
    private readonly clock: () => number,
    private readonly retryMs: number,
  ) {}

  /** Adds what happened; gives the update's id, also where the bot did not ask for this kind. */
  add<K extends Kind>(kind: K, what: NonNullable<TelegramUpdate[K]>): number {
    const update = { update_id: this.next++, [kind]: what } as TelegramUpdate;
    if (this.allowed ? !this.allowed.has(kind) : NOT_BY_DEFAULT.has(kind)) return update.update_id;
    if (this.held) this.held.push(update);
    else this.put(update, false);
    return update.update_id;
  }

  /** From now on updates are kept back, until they are released. */
  hold(): void {
    this.held ??= [];
  }

  /** Lets go what was held. A poller gets it by id, as Telegram gives it; duplicates stand side by side. */
  release({ order = (updates) => updates, copies = 1, atOnce = false }: Release = {}): void {
    const held = this.held ?? [];
    this.held = undefined;
    const often = held.flatMap((one) =>
      Array<TelegramUpdate>(typeof copies === 'number' ? copies : copies(one)).fill(one),
    );
    const sorted = this.hook ? order(often) : often;
    for (const update of sorted) this.put(update, atOnce);
  }

  /** `getUpdates`: forgets what is older than `offset`, then waits up to `timeout` seconds for something new. */
  async poll(offset: number, limit: number, timeout: number, gone: AbortSignal): Promise<TelegramUpdate[]> {
    if (this.hook) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.poller?.refuse(
      conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    if (offset >= 0) this.waiting = this.waiting.filter(({ update }) => update.update_id >= offset);
    else this.waiting = this.waiting.slice(offset);
    this.forgetOld();
    if (this.waiting.length === 0 && timeout > 0) await this.somethingNew(Math.min(timeout, 50) * 1000, gone);
    return this.waiting.slice(0, limit).map(({ update }) => update);
  }

  /** Sets, changes or (undefined) removes the webhook; what waits is delivered to a new one. */
  setWebhook(hook: Webhook | undefined, allowed: readonly string[] | undefined, drop: boolean | undefined): void {
    if (drop) this.waiting = [];
    this.allow(allowed);
    this.hook = hook;
    if (!hook) return;
    this.poller?.refuse(conflict('terminated by setWebhook request'));
    for (const { update } of this.waiting.splice(0)) this.put(update, false);
  }

  allow(kinds: readonly string[] | undefined): void {
    if (kinds) this.allowed = kinds.length > 0 ? new Set(kinds) : undefined;
  }

  get webhook(): Webhook | undefined {
    return this.hook;
  }

  /** How many updates the bot has not taken yet. */
  get pending(): number {
    return this.waiting.length + this.open.size + (this.held?.length ?? 0);
  }

  /** Resolves when the webhook has taken everything that is not held. */
  async delivered(): Promise<void> {
    while (this.open.size > 0) await Promise.all(this.lanes.values());
  }

  close(): void {
    this.closed = true;
    this.poller?.wake();
  }

  private put(update: TelegramUpdate, atOnce: boolean): void {
    if (!this.hook) {
      this.waiting.push({ update, at: this.clock() });
      this.poller?.wake();
      return;
    }
    const ticket = {};
    this.open.add(ticket);
    // Messages queue up per chat, taps per person: the two can overtake each other.
    const lane = atOnce ? `alone ${this.open.size} ${this.next++}` : laneOf(update);
    const before = this.lanes.get(lane) ?? Promise.resolve();
    const mine = before
      .then(() => this.deliver(update))
      .finally(() => {
        this.open.delete(ticket);
        if (this.lanes.get(lane) === mine) this.lanes.delete(lane);
      });
    this.lanes.set(lane, mine);
  }

  private async deliver(update: TelegramUpdate): Promise<void> {
    const since = this.clock();
    for (let attempt = 0; !this.closed; attempt += 1) {
      const { hook } = this;
      if (!hook) {
        this.waiting.push({ update, at: since });
        return;
      }
      const fault = await this.post(hook, update);
      if (fault === undefined) return;
      this.lastError = { last_error_date: Math.floor(this.clock() / 1000), last_error_message: fault };
      if (tooOld(update, this.clock() - since)) return;
      await sleep(Math.min(this.retryMs * 2 ** attempt, 5000), undefined, { ref: false });
    }
  }

  private async post(hook: Webhook, update: TelegramUpdate): Promise<string | undefined> {
    try {
      const answer = await fetch(hook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(hook.secret_token ? { 'x-telegram-bot-api-secret-token': hook.secret_token } : {}),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(60_000),
      });
      await answer.arrayBuffer();
      return answer.ok ? undefined : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
    } catch {
      return 'Connection refused';
    }
  }

  private async somethingNew(ms: number, gone: AbortSignal): Promise<void> {
    const mine = Promise.withResolvers<void>();
    const poller = { wake: () => mine.resolve(), refuse: (refusal: Refusal) => mine.reject(refusal) };
    this.poller = poller;
    const timer = setTimeout(poller.wake, ms);
    gone.addEventListener('abort', poller.wake, { once: true });
    try {
      await mine.promise;
    } finally {
      clearTimeout(timer);
      if (this.poller === poller) this.poller = undefined;
    }
  }

  private forgetOld(): void {
    this.waiting = this.waiting.filter(({ update, at }) => !tooOld(update, this.clock() - at));
  }
}

/** Messages are kept for a day, taps for 150 seconds. */
const tooOld = (update: TelegramUpdate, ageMs: number): boolean => ageMs > (update.callback_query ? TAP_MS : DAY_MS);

function laneOf(update: TelegramUpdate): string {
  if (update.callback_query) return `taps ${update.callback_query.from.id}`;
  const chat = (update.message ?? update.edited_message ?? update.my_chat_member)?.chat.id;
  return `chat ${chat ?? 'none'}`;
}

const conflict = (reason: string): Refusal => new Refusal(409, `Conflict: ${reason}`);
