import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RateLimit, tooManyTries } from '../../access/index.js';
import { codeIn, ConversationsService, type Incoming, withoutCodes } from '../../conversations/index.js';
import { Database } from '../../database/index.js';
import { OneTimeTexts, OutboxService } from '../../outbox/index.js';
import { SETTINGS, type Settings } from '../../settings/index.js';
import { CLOCK, newSecret, Takes, type Clock } from '../../shared/index.js';
import { ContactsService, PeopleService } from '../../units/index.js';
import { keepable } from '../keepable.js';
import { addressOf, CHAT_COOKIE, chatNotOpen, chatOf } from './chat-cookie.js';
import { LinesService, type Line } from './lines.service.js';
import { Said, WebChatChannel } from './webchat.channel.js';

const Read = z.strictObject({ line: z.number().int().min(1).max(1e9) });
const After = z.object({ after: z.coerce.number().int().min(0).optional() });

/** What the chat page calls. The cookie is the chat's address: whoever holds it is at that phone. */
@Controller('api/chat')
export class WebChatController {
  // Guessing codes is what this slows down; a person types far less.
  private readonly limit = new RateLimit(60);

  constructor(
    private readonly channel: WebChatChannel,
    private readonly lines: LinesService,
    private readonly conversations: ConversationsService,
    private readonly contacts: ContactsService,
    private readonly people: PeopleService,
    private readonly outbox: OutboxService,
    private readonly oneTimes: OneTimeTexts,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Opens the chat of this browser and says whether a person is linked to it. */
  @Post('open')
  @HttpCode(200)
  async open(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    let secret = request.cookies[CHAT_COOKIE];
    if (!secret) {
      secret = newSecret();
      void reply.setCookie(CHAT_COOKIE, secret, {
        path: '/api/chat',
        httpOnly: true,
        sameSite: 'lax',
        secure: this.settings.publicUrl?.startsWith('https:') ?? false,
        maxAge: 400 * 86_400,
      });
    }
    const person = await this.contacts.owner(this.channel.name, addressOf(secret));
    return { linked: person !== undefined, name: person && (await this.people.find(person))?.name };
  }

  @Get('lines')
  async since(@Req() request: FastifyRequest, @Query({ schema: After }) query: z.infer<typeof After>) {
    const address = chatOf(request);
    if (!address) return { lines: [] };
    const lines = await this.lines.after(address, query.after);
    return { lines: await Promise.all(lines.map((line) => this.shown(line, address))) };
  }

  /** Takes what the person said; the same key twice is one line. The answer comes as lines, like every other message. */
  @Post('lines')
  @Takes({ cleansTexts: true })
  @HttpCode(202)
  async say(@Req() request: FastifyRequest, @Body({ schema: Said }) said: z.infer<typeof Said>) {
    const address = chatOf(request);
    const now = this.clock.now();
    if (!address) throw chatNotOpen();
    if (!this.limit.allows(address, now.getTime())) throw tooManyTries();
    const incoming = this.channel.decode({ address, sentAt: now.toISOString(), said });
    const shown =
      'text' in said ? await this.transcript(address, said.text, incoming) : await this.labelOf(address, said.token);
    const line = await this.database.transaction((em) =>
      this.lines.add(em, address, `said/${said.key}`, 'person', { text: keepable(shown).normalize('NFC') }, now),
    );
    await this.conversations.keep(incoming);
    await this.conversations.takeTurns(this.channel.name, address);
    return { line };
  }

  /** The page says up to which line a person has seen the chat: what was sent there as a notice is read. */
  @Post('read')
  @HttpCode(204)
  async read(@Req() request: FastifyRequest, @Body({ schema: Read }) { line }: z.infer<typeof Read>): Promise<void> {
    const address = chatOf(request);
    if (!address) throw chatNotOpen();
    await this.outbox.markRead(this.database.em, { channel: this.channel.name, address }, this.clock.now(), line);
  }

  /** Lines as they are added, as server-sent events; a reader that comes back names the last line it has. */
  @Get('stream')
  async stream(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: After }) query: z.infer<typeof After>,
  ): Promise<void> {
    const address = chatOf(request);
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    out.write('retry: 1500\n\n');
    if (!address) {
      out.end();
      return;
    }
    const resumed = Number(request.headers['last-event-id']);
    let last = Number.isInteger(resumed) && resumed > 0 ? resumed : (query.after ?? 0);
    let busy = Promise.resolve();
    const flush = () => {
      busy = busy.then(async () => {
        for (
          let lines = await this.lines.after(address, last);
          lines.length > 0;
          lines = await this.lines.after(address, last)
        ) {
          for (const line of lines) {
            last = line.line;
            const data = JSON.stringify(await this.shown(line, address));
            out.write(`id: ${line.line}\nevent: line\ndata: ${data}\n\n`);
          }
        }
      });
      busy.catch(() => out.destroy());
    };
    const stop = await this.lines.listen(address, flush);
    const pulse = setInterval(() => out.write(': \n\n'), 20_000);
    out.on('close', () => {
      clearInterval(pulse);
      stop();
    });
    flush();
  }

  /** What the person said as the transcript keeps it: without codes, whether they are right or wrong. */
  private async transcript(address: string, text: string, [incoming]: readonly Incoming[]): Promise<string> {
    const isLinked = (await this.contacts.owner(this.channel.name, address)) !== undefined;
    return withoutCodes(text, incoming && codeIn(incoming, isLinked));
  }

  /** A line as the page shows it: what works once is made now, for the person whose chat this is still. */
  private async shown(line: Line, address: string) {
    const { oneTime } = line.body;
    if (!oneTime) return toWire(line, line.body.text);
    const isTheirs = (await this.contacts.owner(this.channel.name, address)) === oneTime.person;
    const text = isTheirs
      ? await this.oneTimes.fill(line.body.text, oneTime, true)
      : this.oneTimes.masked(line.body).text;
    return toWire(line, text);
  }

  /** What the tapped button said, for the transcript. */
  private async labelOf(address: string, token: string): Promise<string> {
    const lines = await this.lines.after(address, undefined);
    const buttons = lines.flatMap((line) => line.body.buttons?.flat() ?? []);
    return buttons.findLast((button) => button.token === token)?.label ?? '…';
  }
}

const toWire = ({ line, author, body, at }: Line, text: string) => ({
  line,
  author,
  text,
  file: body.attachment?.name,
  buttons: body.buttons?.map((row) => row.map(({ label, token }) => ({ label, token }))),
  at,
});
