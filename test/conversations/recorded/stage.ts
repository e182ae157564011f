import { setTimeout as sleep } from 'node:timers/promises';
import { OneTimeService } from '../../../src/modules/access/index.js';
import { ConversationsService } from '../../../src/modules/conversations/index.js';
import { FollowupsService } from '../../../src/modules/followups/index.js';
import { Attachments } from '../../../src/modules/outbox/index.js';
import { DelegationsService } from '../../../src/modules/people/index.js';
import { plainDate } from '../../../src/modules/shared/index.js';
import { PeopleService, type Role } from '../../../src/modules/units/index.js';
import { at, opened, saved } from '../../exchange/workbook-desk.js';
import { House, ZONE } from '../../house/house.js';
import { Door } from '../../house/door.js';
import { TelegramStandIn } from '../../standins/telegram/telegram-stand-in.js';
import { ZaloStandIn } from '../../standins/zalo/zalo-stand-in.js';
import { type Chat, telegramChat, webchat, zaloChat } from './chats.js';
import type { Given, Heard, Move, Situation } from './record.js';

/** Between two things that a person does: longer than any messenger's clock is coarse. */
const PAUSE_MS = 20_000;

interface Seat {
  given: Given;
  channel: string;
  chat: Chat;
  heard: number;
}

/** The product with its three channels, on which one situation after the other is played, each in a commune of its own. */
export class Stage {
  private seats: Seat[] = [];
  private readonly ids = new Map<string, string>();
  private accounts = 0;
  private reached = '';

  private constructor(
    readonly house: House,
    private readonly door: Door,
    private readonly telegram: TelegramStandIn,
    private readonly zalo: ZaloStandIn,
  ) {}

  static async open(day: string): Promise<Stage> {
    const door = new Door();
    const clock = { now: () => Date.now() };
    const telegram = await TelegramStandIn.open({ clock: () => clock.now() });
    const zalo = await ZaloStandIn.open(() => clock.now());
    const house = await House.open({
      day,
      env: {
        PUBLIC_URL: await door.open(),
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        TELEGRAM_WEBHOOK_SECRET: 'bi-mat-telegram',
        ZALO_BOT_TOKEN: zalo.token,
        ZALO_API_ROOT: zalo.apiRoot,
        ZALO_WEBHOOK_SECRET: 'bi-mat-zalo',
        ZALO_PER_CHAT_PER_SECOND: '100',
      },
    });
    clock.now = () => house.clock.now().getTime();
    door.house = house;
    await house.openCycle(2028);
    const stage = new Stage(house, door, telegram, zalo);
    const isSetUp = (calls: { method: string }[]) => calls.some(({ method }) => method === 'setWebhook');
    await stage.until(async () => isSetUp(telegram.calls) && isSetUp(zalo.calls));
    return stage;
  }

  async close(): Promise<void> {
    await this.house.close();
    this.door.close();
    await this.telegram.close();
    await this.zalo.close();
  }

  /** Plays a situation from its day on; gives what was heard after each move. */
  async play(situation: Situation): Promise<Heard[][]> {
    if (situation.day > plainDate.today(this.house.clock.now(), ZONE)) await this.house.advanceTo(situation.day);
    await this.enter(situation);
    const heard: Heard[][] = [];
    for (const [at, move] of situation.moves.entries()) {
      const next = situation.moves[at + 1];
      // What is sent quickly behind it comes in the same instant.
      const isHasty = next && 'typed' in next && next.typed.startsWith('(quickly)');
      const isHeld = 'typed' in move && move.typed.startsWith('(quickly)');
      if (!isHeld) this.pause();
      if (isHasty) this.telegram.hold();
      await this.make(move);
      if (isHasty) {
        heard.push([]);
        continue;
      }
      if (isHeld) this.telegram.release();
      await this.quiet();
      heard.push(await this.listen());
    }
    await this.leave();
    return heard;
  }

  private async enter({ people, deputies }: Situation): Promise<void> {
    this.seats = [];
    this.ids.clear();
    for (const given of people) {
      this.ids.set(given.who, await this.house.person(given.name, { unit: given.unit, role: given.role as Role }));
      for (const channel of given.channels) await this.seat(given, channel);
    }
    for (const { who, actsFor, lastDay, by } of deputies) {
      const away = people.find((one) => one.who === actsFor)!;
      const actor = await this.house.of(PeopleService).find(this.ids.get(by)!);
      await this.house.of(DelegationsService).set(actor!, {
        ...{ person: this.ids.get(actsFor)!, deputy: this.ids.get(who), unit: away.unit },
        ...{ role: away.role as 'official', firstDay: plainDate.today(this.house.clock.now(), ZONE), lastDay },
        decision: '12/QĐ-UBND',
      });
    }
    await this.quiet();
    await this.listen();
  }

  private async seat(given: Given, channel: string): Promise<void> {
    this.accounts += 1;
    const chat =
      channel === 'telegram'
        ? telegramChat(this.telegram, this.accounts)
        : channel === 'zalo'
          ? zaloChat(this.zalo, this.accounts)
          : await webchat(this.house);
    this.seats.push({ given, channel, chat, heard: 0 });
    if (given.isNew) return;
    for (const text of ['/start {code}', 'đúng']) {
      this.pause();
      await this.make({ who: given.who, channel, typed: text });
      await this.quiet();
    }
  }

  /** Whoever played is told nothing of the next situation. */
  private async leave(): Promise<void> {
    await this.house.database.rows(`update person set active = false where id::text in (?) returning id`, [
      [...this.ids.values()],
    ]);
  }

  private async make(move: Move): Promise<void> {
    if ('day' in move) return this.house.advanceTo(move.day);
    const seat = this.seats.find(({ given, channel }) => given.who === move.who && channel === move.channel);
    if (!seat) throw new Error(`${move.who} is not on ${move.channel}`);
    const [, act = '', rest = ''] = /^(?:\((\w+)(?: \d+)?\) ?)?([\s\S]*)$/.exec(move.typed)!;
    const button = /^\[(.+)\]$/.exec(rest)?.[1];
    if (button !== undefined) return void (await seat.chat.taps(button, act === 'old' ? 'oldest' : 'newest'));
    if (act === 'workbook') return this.sendsWorkbook(seat, rest);
    if (act === 'decomposed') return void (await seat.chat.says(rest.normalize('NFD')));
    if (act === 'times') return void (await seat.chat.says(rest.repeat(Number(/\d+/.exec(move.typed)![0]))));
    const person = this.ids.get(seat.given.who)!;
    const code = rest.includes('{code}') ? await this.house.of(OneTimeService).enrolmentCode(person) : '';
    const text = rest.replace('{code}', code);
    await (act === '' || act === 'quickly' ? seat.chat.says(text) : seat.chat.does(act, text));
  }

  /** Sends the workbook last given out back, with one number filled in: "state-budget-revenue :estimate-current 31.25". */
  private async sendsWorkbook(seat: Seat, filled: string): Promise<void> {
    const person = this.ids.get(seat.given.who)!;
    const [given] = await this.house.database.rows<{ ref: string }>(
      `select body -> 'attachment' ->> 'fileRef' as ref from message
       where body -> 'attachment' is not null and kind = 'reply'
         and address in (select address from channel_link where person_id = ?::uuid)
       order by seq desc limit 1`,
      [person],
    );
    const file = await this.house.of(Attachments).open(given!.ref, person);
    const book = await opened(file!.content);
    const [row = '', column = '', value = ''] = filled.split(' ');
    at(book.worksheets[0]!, row, column).value = Number(value);
    await seat.chat.sendsFile('bieu.xlsx', await saved(book));
  }

  private pause(): void {
    this.house.clock.set(new Date(this.house.clock.now().getTime() + PAUSE_MS));
  }

  private async listen(): Promise<Heard[]> {
    const heard: Heard[] = [];
    for (const seat of this.seats) {
      const shown = await seat.chat.shown();
      const fresh = shown.slice(seat.heard);
      seat.heard = shown.length;
      for (const one of fresh) {
        heard.push({ who: seat.given.who, channel: seat.channel, ...one, text: settled(one.text) });
      }
    }
    return heard;
  }

  /**
   * Everything that came in is answered, and everything that is due has left. Whoever can be told since is told what there is
   * to tell: the worker would do that by the real clock, now in this place of a record and now in another.
   */
  private async quiet(): Promise<void> {
    await this.calm();
    const [links] = await this.house.database.rows<{ reached: string }>(
      `select string_agg(id::text, ' ' order by id) as reached from channel_link where ended_at is null and unreachable_at is null`,
    );
    const reached = links?.reached ?? '';
    if (reached === this.reached) return;
    this.reached = reached;
    await this.house.of(FollowupsService).planToday();
    await this.calm();
  }

  private async calm(): Promise<void> {
    await this.telegram.delivered();
    await this.zalo.delivered();
    await this.until(async () => {
      const [open] = await this.house.database.rows<{ count: number }>(
        `select (select count(*) from inbox where done_at is null)::int + (select count(*) from message
           where state in ('claimed', 'sending') or state = 'due' and not_before <= ?)::int as count`,
        [this.house.clock.now()],
      );
      return open!.count === 0;
    });
  }

  private async until(condition: () => Promise<boolean>): Promise<void> {
    const until = performance.now() + 60_000;
    do {
      if (performance.now() > until) throw new Error('it did not become quiet within a minute');
      await this.house.of(ConversationsService).takeWaiting();
      await this.house.settle();
      await sleep(20);
    } while (!(await condition()));
  }
}

/** What differs from run to run is named instead: secrets in links and the port of the pages. */
const settled = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, '{site}')
    .replace(/#[\w-]{20,}/g, '#{secret}')
    .replace(/(\/attachments\/)[\w-]{20,}/g, '$1{secret}');
