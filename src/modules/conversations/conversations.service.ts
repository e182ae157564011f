import { Inject, Injectable, Logger } from '@nestjs/common';
import { AtMost, Database, row, rows, run, Together, type Em } from '../database/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import { changedMeanwhile } from '../reports/index.js';
import { CLOCK, MESSAGES, Problem, type Clock, type Messages } from '../shared/index.js';
import { ContactsService, GroupsService, PeopleService } from '../units/index.js';
import { ASKED, type AskedRow, readingOf } from './asked-question.js';
import type { Dialog } from './dialog.js';
import { QUESTION_NUMBER } from './effect.js';
import type { TurnView } from './turn-view.js';
import { EffectsService } from './effects.service.js';
import { GroupedTurns } from './grouped-turns.service.js';
import { keptOf } from './hidden-codes.js';
import type { Incoming } from './incoming.js';
import { asking, seeing } from './kept-dialog.js';
import { letGo } from './let-go.js';
import { OneTimeRepliesService } from './one-time-replies.service.js';
import { readDialog } from './read-dialog.js';
import { ReceivedFilesService } from './received-files.service.js';
import { takeTurn } from './turn.js';
import { ViewService } from './view.service.js';

const MOST_ATTEMPTS = 3;
/** A turn holds a connection: so many of the pool are left for those who ask in the middle of one, and for everybody else. */
const TURNS_AT_ONCE = 5;
/** How often a turn is taken anew because a colleague answered in the same report at the same moment. */
const MOST_RETAKES = 5;

const CHANGED = changedMeanwhile().code;

const KEEP = {
  name: 'keep-incoming',
  text: `insert into inbox (channel, event_id, address, incoming, received_at, kept_by)
         select channel, event_id, address, incoming, $2::timestamptz, $3::int
         from jsonb_to_recordset($1::jsonb) as g (place int, channel text, event_id text, address text, incoming jsonb)
         order by place on conflict do nothing`,
};

const LEFT = {
  name: 'turns-left',
  text: `select channel, address from inbox where done_at is null and kept_by = any($1::int[])
         group by channel, address order by min(seq)`,
};

/** The shell around the turn: inbox row, dialog, effects and replies stand or fall in one transaction. */
@Injectable()
export class ConversationsService {
  private readonly log = new Logger('conversations');
  /** Chats of which turns are being taken here. */
  private readonly running = new Map<string, { again: boolean; done: Promise<number> }>();
  /** Alone where one of a group cannot be kept: then the others can, and it is told. */
  private readonly keeping = new Together<readonly Incoming[], void>(async (group) => {
    const kept = await this.keepAll(group.flat()).then(
      () => true,
      () => false,
    );
    if (!kept && group.length === 1) await this.keepAll(group[0]!);
    if (!kept && group.length > 1) for (const one of group) await this.keepAll(one);
    return group.map(() => undefined);
  });
  private readonly atOnce = new AtMost(TURNS_AT_ONCE);

  constructor(
    private readonly database: Database,
    private readonly contacts: ContactsService,
    private readonly groups: GroupsService,
    private readonly people: PeopleService,
    private readonly oneTimes: OneTimeRepliesService,
    private readonly outbox: OutboxService,
    private readonly views: ViewService,
    private readonly effects: EffectsService,
    private readonly files: ReceivedFilesService,
    private readonly grouped: GroupedTurns,
    private readonly wake: Wake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Keeps what came in; once this returns it is never lost. A second delivery of the same event changes nothing. */
  async keep(incoming: readonly Incoming[]): Promise<void> {
    if (incoming.length > 0) await this.keeping.ask(incoming);
  }

  private async keepAll(all: readonly Incoming[]): Promise<void> {
    const by = await this.database.presence.announced();
    const at = this.clock.now();
    const given = all.map((one, place) => {
      return { place, channel: one.channel, event_id: one.eventId, address: one.address, incoming: one };
    });
    await this.database.prepared(KEEP, [JSON.stringify(given), at, by]);
  }

  /** Takes the turns that wait, oldest first within a chat; chats go side by side. Gives how many were taken. */
  async takeWaiting(most = 200): Promise<number> {
    const waiting = await rows<{ channel: string; address: string }>(
      this.database.em,
      `select channel, address from inbox where done_at is null group by channel, address order by min(seq) limit ?`,
      [most],
    );
    return this.takeAll(waiting);
  }

  /** Takes the turns that processes which died had promised. Gives how many were taken. */
  async takeLeftBy(gone: readonly number[]): Promise<number> {
    const left = await this.database.prepared<{ channel: string; address: string }>(LEFT, [gone]);
    return this.takeAll(left);
  }

  private async takeAll(chats: readonly { channel: string; address: string }[]): Promise<number> {
    const taken = await Promise.all(chats.map(({ channel, address }) => this.takeTurns(channel, address)));
    return taken.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Takes all turns that wait in one chat, in the order they came. Who asks while that is being done waits with whoever does it:
   * two of one chat would hold two connections, one of them for nothing.
   */
  takeTurns(channel: string, address: string): Promise<number> {
    const chat = `${channel}:${address}`;
    const running = this.running.get(chat);
    if (running) {
      running.again = true;
      return running.done;
    }
    const one = { again: false, done: Promise.resolve(0) };
    this.running.set(chat, one);
    one.done = this.takeAllOf(channel, address, one);
    return one.done;
  }

  private async takeAllOf(channel: string, address: string, one: { again: boolean }): Promise<number> {
    let taken = 0;
    try {
      do {
        one.again = false;
        for (let event = await this.takeNext(channel, address); event !== 'none';) {
          taken += 1;
          event = event === 'last' ? 'none' : await this.takeNext(channel, address);
        }
      } while (one.again);
    } finally {
      // At once: whoever asks from now on must not wait with us, who look no more.
      this.running.delete(`${channel}:${address}`);
    }
    if (taken > 0) this.wake.wake('deliver');
    return taken;
  }

  /** `last`: nothing waited behind it. */
  private async takeNext(channel: string, address: string): Promise<'taken' | 'last' | 'none'> {
    return (
      (await this.grouped.take({ channel, address })) ?? (await this.atOnce.run(() => this.takeAlone(channel, address)))
    );
  }

  private async takeAlone(channel: string, address: string, retakes = 0): Promise<'taken' | 'last' | 'none'> {
    let eventId: string | undefined;
    let unread: Incoming | undefined;
    try {
      const taken = await this.database.transaction(async (em): Promise<'taken' | 'last' | 'none' | 'unread'> => {
        const person = await this.contacts.owner(channel, address, em);
        const owner = person ?? `${channel}:${address}`;
        // One turn at a time per person, whichever chat they write from and whichever process hears it.
        await run(em, `select pg_advisory_xact_lock(4207003, hashtext(?))`, [owner]);
        const [next, another] = await rows<{ event_id: string; incoming: Incoming }>(
          em,
          `select event_id, incoming from inbox where channel = ? and address = ? and done_at is null
           order by seq limit 2 for update`,
          [channel, address],
        );
        if (!next) return 'none';
        eventId = next.event_id;
        if (next.incoming.content.type === 'file' && !(await this.files.reading(em, next.incoming))) {
          unread = next.incoming;
          return 'unread';
        }
        await this.turn(em, next.incoming);
        const kept = keptOf(next.incoming, person !== undefined);
        await run(
          em,
          `update inbox set done_at = ?, attempts = attempts + 1, failure = null, incoming = coalesce(?::jsonb, incoming)
           where channel = ? and event_id = ?`,
          [this.clock.now(), kept ? JSON.stringify(kept) : null, channel, next.event_id],
        );
        return another ? 'taken' : 'last';
      });
      if (taken !== 'unread' || unread?.content.type !== 'file') return taken === 'unread' ? 'taken' : taken;
      // Fetched and read without holding anything that others wait for; then its turn comes.
      await this.files.receive({ ...unread, content: unread.content });
      return 'taken';
    } catch (error) {
      if (eventId === undefined) throw error;
      // Nothing of the turn stands: taken anew it sees, and shows, what the colleague answered.
      if (error instanceof Problem && error.code === CHANGED && retakes < MOST_RETAKES) {
        return this.takeAlone(channel, address, retakes + 1);
      }
      await this.failed(channel, address, eventId, error);
      return 'taken';
    }
  }

  private async turn(em: Em, incoming: Incoming): Promise<void> {
    const person = await this.contacts.owner(incoming.channel, incoming.address, em);
    const key = person ? `person:${person}` : `chat:${incoming.channel}:${incoming.address}`;
    const now = this.clock.now();
    if (incoming.content.type === 'left') {
      await this.contacts.markUnreachable(em, incoming.channel, incoming.address, 'left', now);
      await this.groups.end(em, incoming);
      return;
    }
    if (incoming.content.type === 'moved') {
      await this.contacts.move(em, incoming.channel, incoming.address, incoming.content.to);
      return;
    }
    if (person) await this.contacts.markReachable(em, incoming.channel, incoming.address);
    const kept = await row<{ state: unknown }>(em, `select state from dialog where owner = ? for update`, [key]);
    const { dialog: here, lostPlace } = readDialog(kept?.state);
    const view = await this.views.load(em, incoming, here, person, now);
    const dialog = view.enrolment && !person ? await this.joined(em, here, view.enrolment.person) : here;
    Object.assign(view, await this.reading(em, dialog, incoming));
    const turn = takeTurn(dialog, incoming, view, this.messages);
    const { linked, revisions, question } = await this.effects.carryOut(em, incoming, turn.effects, {
      person,
      view,
    });
    const replies = this.oneTimes.named(turn, person).map((body) => ({
      ...body,
      text: body.text.replaceAll(QUESTION_NUMBER, question === undefined ? QUESTION_NUMBER : String(question)),
    }));
    if (lostPlace && person) replies.unshift({ text: this.messages.t(view.locale, 'bot.place-lost') });
    const asked = asking(turn.dialog, dialog, `reply/${incoming.channel}/${incoming.eventId}/${replies.length - 1}`);
    await this.saveDialog(em, linked ? `person:${linked}` : key, seeing(asked, revisions));
    if (linked) await run(em, `delete from dialog where owner = ?`, [key]);
    await this.outbox.put(
      em,
      replies.map((body, index) => ({
        key: `reply/${incoming.channel}/${incoming.eventId}/${index}`,
        kind: 'reply',
        to: { channel: incoming.channel, address: incoming.address, person: linked ?? person },
        body,
      })),
    );
  }

  /** What the ledger knows of whether the question that stands was read. */
  private async reading(
    em: Em,
    { askedBy }: Dialog,
    incoming: Incoming,
  ): Promise<Pick<TurnView, 'unseen' | 'askedAt' | 'waiting'>> {
    if (askedBy === undefined) return {};
    return readingOf(await row<AskedRow>(em, `select ${ASKED} from message m where m.key = ?`, [askedBy]), incoming);
  }

  /**
   * The dialog of a chat that is about to be somebody's who has a dialog elsewhere: a form that is being answered there is
   * what "tiếp tục" goes back to, and its prompts are counted on, so that buttons of both chats are told apart.
   */
  private async joined(em: Em, here: Dialog, person: string): Promise<Dialog> {
    const kept = await row<{ state: unknown }>(em, `select state from dialog where owner = ?`, [`person:${person}`]);
    if (!kept) return here;
    const { dialog: there } = readDialog(kept.state);
    const { at: _, ...question } = there.place.at === 'fill' ? there.place : { at: undefined };
    const left = 'obligation' in question ? question : there.left;
    return { ...here, prompt: Math.max(here.prompt, there.prompt), left, seen: there.seen };
  }

  /** Nobody is kept in a question whose answer was refused. */
  private async letGo(em: Em, owner: string): Promise<void> {
    const kept = await row<{ state: unknown }>(em, `select state from dialog where owner = ? for update`, [owner]);
    if (!kept) return;
    const { dialog } = readDialog(kept.state);
    const after = letGo(dialog);
    if (after !== dialog) await this.saveDialog(em, owner, after);
  }

  private async saveDialog(em: Em, owner: string, dialog: Dialog): Promise<void> {
    await run(
      em,
      `insert into dialog (owner, state, revision, updated_at) values (?, ?::jsonb, 1, ?)
       on conflict (owner) do update set state = excluded.state, revision = dialog.revision + 1, updated_at = excluded.updated_at`,
      [owner, JSON.stringify(dialog), this.clock.now()],
    );
  }

  /** Nothing of the turn stands. An expected problem is said; a fault is tried again, then said and kept for looking at. */
  private async failed(channel: string, address: string, eventId: string, error: unknown): Promise<void> {
    const expected = error instanceof Problem;
    if (!expected) this.log.error(`turn ${channel}/${eventId} failed: ${String(error)}`, (error as Error).stack);
    await this.database.transaction(async (em) => {
      const tried = await row<{ attempts: number }>(
        em,
        `update inbox set attempts = attempts + 1, failure = ?,
           done_at = case when ? or attempts + 1 >= ${MOST_ATTEMPTS} then ?::timestamptz end
         where channel = ? and event_id = ? and done_at is null returning attempts`,
        [String(error), expected, this.clock.now(), channel, eventId],
      );
      // Another process that tried at the same moment has given it up already.
      if (!tried || (!expected && tried.attempts < MOST_ATTEMPTS)) return;
      const person = await this.contacts.owner(channel, address, em);
      if (expected && person) await this.letGo(em, `person:${person}`);
      const locale = (person && (await this.people.find(person, em))?.locale) || 'vi';
      const said = expected ? this.messages.t(locale, error.code, error.params) : this.messages.t(locale, 'bot.failed');
      // What can be done about it in a chat, where there is something.
      const then = expected ? `bot.after.${error.code}` : '';
      const text = this.messages.has('vi', then) ? `${said}\n${this.messages.t(locale, then)}` : said;
      await this.outbox.put(em, [
        { key: `reply/${channel}/${eventId}/failed`, kind: 'reply', to: { channel, address, person }, body: { text } },
      ]);
    });
  }
}
