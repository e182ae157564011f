import { Inject, Injectable, Logger } from '@nestjs/common';
import { OneTimeService } from '../access/index.js';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { type Body, OutboxService, Wake } from '../outbox/index.js';
import { changedMeanwhile } from '../reports/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { CLOCK, MESSAGES, Problem, type Clock, type Messages } from '../shared/index.js';
import { ContactsService, GroupsService, PeopleService } from '../units/index.js';
import { type Dialog, GROUP_CODE, QUESTION_NUMBER, SIGN_IN_LINK, type Turn, type TurnView } from './dialog.js';
import { EffectsService } from './effects.service.js';
import type { Incoming } from './incoming.js';
import { readDialog } from './read-dialog.js';
import { ReceivedFilesService } from './received-files.service.js';
import { takeTurn } from './turn.js';
import { ViewService } from './view.service.js';

const MOST_ATTEMPTS = 3;
/** How often a turn is taken anew because a colleague answered in the same report at the same moment. */
const MOST_RETAKES = 5;
/** No attempt to send lasts until its lease has no more than this left: whoever made it has died. */
const LEASE_LEFT = '40 seconds';
/** A link in a chat is used at once or not at all. */
const LINK_MINUTES = 15;

const CHANGED = changedMeanwhile().code;

/** The shell around the turn: inbox row, dialog, effects and replies stand or fall in one transaction. */
@Injectable()
export class ConversationsService {
  private readonly log = new Logger('conversations');

  constructor(
    private readonly database: Database,
    private readonly contacts: ContactsService,
    private readonly groups: GroupsService,
    private readonly people: PeopleService,
    private readonly oneTime: OneTimeService,
    private readonly outbox: OutboxService,
    private readonly views: ViewService,
    private readonly effects: EffectsService,
    private readonly files: ReceivedFilesService,
    private readonly wake: Wake,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Keeps what came in; once this returns it is never lost. A second delivery of the same event changes nothing. */
  async keep(incoming: readonly Incoming[]): Promise<void> {
    await this.database.transaction(async (em) => {
      for (const one of incoming) {
        await run(
          em,
          `insert into inbox (channel, event_id, address, incoming, received_at) values (?, ?, ?, ?::jsonb, ?)
           on conflict do nothing`,
          [one.channel, one.eventId, one.address, JSON.stringify(one), this.clock.now()],
        );
      }
    });
  }

  /** Takes the turns that wait, oldest first within a chat; chats go side by side. Gives how many were taken. */
  async takeWaiting(most = 200): Promise<number> {
    const waiting = await rows<{ channel: string; address: string }>(
      this.database.em,
      `select channel, address from inbox where done_at is null group by channel, address order by min(seq) limit ?`,
      [most],
    );
    const taken = await Promise.all(waiting.map(({ channel, address }) => this.takeTurns(channel, address)));
    return taken.reduce((sum, count) => sum + count, 0);
  }

  /** Takes all turns that wait in one chat, in the order they came. */
  async takeTurns(channel: string, address: string): Promise<number> {
    let taken = 0;
    for (;;) {
      const event = await this.takeNext(channel, address);
      if (event === 'none') break;
      taken += 1;
    }
    if (taken > 0) this.wake.wake('deliver');
    return taken;
  }

  private async takeNext(channel: string, address: string, retakes = 0): Promise<'taken' | 'none'> {
    let eventId: string | undefined;
    let unread: Incoming | undefined;
    try {
      const taken = await this.database.transaction(async (em): Promise<'taken' | 'none' | 'unread'> => {
        const owner = (await this.contacts.owner(channel, address, em)) ?? `${channel}:${address}`;
        // One turn at a time per person, whichever chat they write from and whichever process hears it.
        await run(em, `select pg_advisory_xact_lock(4207003, hashtext(?))`, [owner]);
        const next = await row<{ event_id: string; incoming: Incoming }>(
          em,
          `select event_id, incoming from inbox where channel = ? and address = ? and done_at is null
           order by seq limit 1 for update`,
          [channel, address],
        );
        if (!next) return 'none';
        eventId = next.event_id;
        if (next.incoming.content.type === 'file' && !(await this.files.reading(em, next.incoming))) {
          unread = next.incoming;
          return 'unread';
        }
        await this.turn(em, next.incoming);
        await run(em, `update inbox set done_at = ?, attempts = attempts + 1 where channel = ? and event_id = ?`, [
          this.clock.now(),
          channel,
          next.event_id,
        ]);
        return 'taken';
      });
      if (taken !== 'unread' || unread?.content.type !== 'file') return taken === 'none' ? 'none' : 'taken';
      // Fetched and read without holding anything that others wait for; then its turn comes.
      await this.files.receive({ ...unread, content: unread.content });
      return 'taken';
    } catch (error) {
      if (eventId === undefined) throw error;
      // Nothing of the turn stands: taken anew it sees, and shows, what the colleague answered.
      if (error instanceof Problem && error.code === CHANGED && retakes < MOST_RETAKES) {
        return this.takeNext(channel, address, retakes + 1);
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
    Object.assign(view, await this.reading(em, dialog));
    const turn = takeTurn(dialog, incoming, view, this.messages);
    const { linked, revisions, question, groupCode } = await this.effects.carryOut(em, incoming, turn.effects, {
      person,
      view,
    });
    const replies = (await this.withSignInLink(em, incoming, turn, person)).map((body) => ({
      ...body,
      text: body.text
        .replaceAll(QUESTION_NUMBER, question === undefined ? QUESTION_NUMBER : String(question))
        .replaceAll(GROUP_CODE, groupCode ?? GROUP_CODE),
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

  /** What the ledger knows of whether the question that stands was read: it waits, it left, or nobody knows what became of it. */
  private async reading(em: Em, { askedBy }: Dialog): Promise<Pick<TurnView, 'unseen' | 'askedAt'>> {
    if (askedBy === undefined) return {};
    const asked = await row<{ state: string; sent_at: string | null; overdue: boolean | null }>(
      em,
      `select state, sent_at, claimed_until < now() + interval '${LEASE_LEFT}' as overdue from message where key = ?`,
      [askedBy],
    );
    if (!asked) return {};
    if (asked.state === 'due' || asked.state === 'claimed') return { unseen: 'waits' };
    if (asked.state === 'unknown' || (asked.state === 'sending' && asked.overdue)) return { unseen: 'unknown' };
    if (asked.state === 'sending') return { unseen: 'leaving' };
    return asked.sent_at === null ? {} : { askedAt: instant(asked.sent_at) };
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

  /** A reply that is to hold a sign-in link gets one that works once and soon runs out. */
  private async withSignInLink(em: Em, { channel }: Incoming, turn: Turn, person: string | undefined): Promise<Body[]> {
    if (!person || !turn.effects.some((effect) => effect.do === 'sign-in')) return turn.replies;
    const secret = await this.oneTime.signInSecret(person, { minutes: LINK_MINUTES, em });
    // The web chat is on the same address as the pages, whatever that is called from outside.
    const at = channel === 'webchat' ? '' : (this.settings.publicUrl ?? `http://localhost:${this.settings.port}`);
    const link = `${at}/dang-nhap#${secret}`;
    return turn.replies.map((body) => ({ ...body, text: body.text.replaceAll(SIGN_IN_LINK, link) }));
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

/** The dialog with what the person has now seen of the report: what was shown, and the own answers. */
function seeing(dialog: Dialog, revisions: ReadonlyMap<string, number>): Dialog {
  const revision = dialog.seen && revisions.get(dialog.seen.obligation);
  return dialog.seen && revision !== undefined ? { ...dialog, seen: { ...dialog.seen, revision } } : dialog;
}

/** The dialog with the reply that puts its question, where this turn put one that no earlier reply has put. */
const asking = (dialog: Dialog, before: Dialog, askedBy: string): Dialog =>
  dialog.prompt === before.prompt ? dialog : { ...dialog, askedBy: dialog.askedBy ?? askedBy };
