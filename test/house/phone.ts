import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';

interface Line {
  line: number;
  author: 'person' | 'bot';
  text: string;
  buttons?: { label: string; token: string }[][];
  /** The name of a file that came along. */
  file?: string;
}

/** A phone with our web chat open, through the same HTTP calls as the page's. */
export class Phone {
  private last = 0;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie: string,
    private readonly settle: () => Promise<void>,
  ) {}

  static async open(app: NestFastifyApplication, settle: () => Promise<void>): Promise<Phone> {
    const reply = await app.inject({ method: 'POST', url: '/api/chat/open' });
    const cookie = reply.cookies.find((one) => one.name === 'nhip_chat');
    if (!cookie) throw new Error(`no chat was opened: ${reply.body}`);
    return new Phone(app, `nhip_chat=${cookie.value}`, settle);
  }

  /** Types a text; gives what the bot answered. The same `key` is the same message sent again. */
  async says(text: string, key: string = randomUUID()): Promise<string> {
    await this.post({ key, text });
    return this.hears();
  }

  /** Taps the newest button with this label. */
  async taps(label: string): Promise<string> {
    const button = (await this.lines())
      .flatMap((line) => line.buttons?.flat() ?? [])
      .findLast((one) => one.label === label);
    if (!button) throw new Error(`there is no button "${label}"`);
    await this.post({ key: randomUUID(), token: button.token });
    return this.hears();
  }

  /** Taps a token as it was, however old. */
  async tapsToken(token: string): Promise<string> {
    await this.post({ key: randomUUID(), token });
    return this.hears();
  }

  /** What the bot has said since we last listened, joined. */
  async hears(): Promise<string> {
    await this.settle();
    // Another process or the worker may be sending at this very moment: what it claimed arrives within a second.
    for (let tries = 0; ; tries += 1) {
      const fresh = (await this.lines()).filter((line) => line.line > this.last && line.author === 'bot');
      if (fresh.length > 0 || tries === 40) {
        this.last = Math.max(this.last, ...fresh.map((line) => line.line));
        return fresh.map((line) => line.text).join('\n---\n');
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** The headers by which the product knows this phone. */
  get cookies(): { cookie: string } {
    return { cookie: this.cookie };
  }

  async lines(): Promise<Line[]> {
    const reply = await this.app.inject({ url: '/api/chat/lines', headers: { cookie: this.cookie } });
    return reply.json<{ lines: Line[] }>().lines;
  }

  private async post(payload: object): Promise<void> {
    const reply = await this.app.inject({
      method: 'POST',
      url: '/api/chat/lines',
      headers: { cookie: this.cookie },
      payload,
    });
    if (reply.statusCode !== 202) throw new Error(`the chat refused: ${reply.statusCode} ${reply.body}`);
  }
}
