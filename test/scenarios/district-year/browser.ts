import { randomUUID } from 'node:crypto';
import { until } from '../../house/until.js';

interface Line {
  line: number;
  author: 'person' | 'bot';
  text: string;
}

/** One person's browser: cookies, the pages' calls, the chat. What fails for a lost connection is tried again as the page does. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private heard = 0;

  constructor(private readonly base: () => string) {}

  async signIn(token: string): Promise<void> {
    await this.post('/api/session', { token });
  }

  async signInOnce(token: string): Promise<void> {
    if (!this.cookies.has('nhip_session')) await this.signIn(token);
  }

  get<R>(path: string): Promise<R> {
    return this.call<R>('GET', path);
  }

  post<R>(path: string, body: object): Promise<R> {
    return this.call<R>('POST', path, body);
  }

  put<R>(path: string, body: object): Promise<R> {
    return this.call<R>('PUT', path, body);
  }

  /** Opens the chat by an enrolment code and says yes. */
  async link(code: string): Promise<void> {
    await this.post('/api/chat/open', {});
    await this.says(`/start ${code}`);
    await this.says('đúng');
  }

  /** Types into the chat, below what it shows as the page does, and waits for the bot's answer; a text is sent under one key however often it must be tried. */
  async says(text: string): Promise<string> {
    const { lines } = await this.get<{ lines: Line[] }>(`/api/chat/lines?after=${this.heard}`);
    this.heard = Math.max(this.heard, ...lines.map((line) => line.line));
    await this.post('/api/chat/lines', { key: randomUUID(), text, seen: this.heard });
    return this.hears();
  }

  /** What the bot has said since we last looked. */
  private async hears(): Promise<string> {
    return until(async () => {
      const { lines } = await this.get<{ lines: Line[] }>(`/api/chat/lines?after=${this.heard}`);
      const said = lines.filter((line) => line.author === 'bot');
      if (said.length === 0) return '';
      this.heard = Math.max(...lines.map((line) => line.line));
      return said.map((line) => line.text).join('\n');
    });
  }

  async download(path: string): Promise<Buffer> {
    const reply = await fetch(this.base() + path, { headers: { cookie: this.cookie() } });
    if (!reply.ok) throw new Error(`GET ${path}: ${reply.status} ${await reply.text()}`);
    return Buffer.from(await reply.arrayBuffer());
  }

  private cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async call<R>(method: string, path: string, body?: object): Promise<R> {
    const headers: Record<string, string> = {
      cookie: this.cookie(),
    };
    if (body) headers['content-type'] = 'application/json';
    const reply = await fetch(this.base() + path, { method, headers, body: body && JSON.stringify(body) });
    for (const cookie of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as R;
  }
}
