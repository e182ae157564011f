import { Inject, Injectable } from '@nestjs/common';
import { Database, Together } from '../database/index.js';
import { type Body, type Draft, givenMessages, writingMessages } from '../outbox/index.js';
import {
  type Change,
  givenAnswers,
  type NewAnswers,
  ReportsService,
  type Standing,
  writingAnswers,
} from '../reports/index.js';
import { CLOCK, MESSAGES, type Clock, type Messages } from '../shared/index.js';
import { ASKED, type AskedRow, readingOf } from './asked-question.js';
import type { Dialog } from './dialog.js';
import type { Effect } from './effect.js';
import type { TurnView } from './turn-view.js';
import { codeIn, keptOf } from './hidden-codes.js';
import type { Incoming } from './incoming.js';
import { asking, seeing } from './kept-dialog.js';
import { readDialog } from './read-dialog.js';
import { takeTurn } from './turn.js';
import { ViewService } from './view.service.js';

export interface ChatPlace {
  channel: string;
  address: string;
}

/** What waits first in a chat that is somebody's who has a dialog. */
interface Next extends AskedRow {
  place: number;
  event_id: string;
  incoming: Incoming;
  more: boolean;
  person: string;
  state: unknown;
  revision: number;
}

/** A turn that is thought out and not written yet. */
interface Made {
  place: number;
  next: Next;
  dialog: Dialog;
  replies: readonly Body[];
  answers?: NewAnswers;
}

/**
 * The usual turns (an answer, a command that shows something) of many chats together: what they must know is read in a few
 * statements for all of them, each is thought out by itself, and they are written by one, each whole or not at all.
 * Whatever is rarer, or was changed by somebody meanwhile, is not written here: it goes the long way, alone, under its lock.
 */
@Injectable()
export class GroupedTurns {
  private readonly together = new Together<ChatPlace, 'taken' | 'last' | undefined>((chats) => this.takeAll(chats));

  constructor(
    private readonly database: Database,
    private readonly views: ViewService,
    private readonly reports: ReportsService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Takes the turn that waits first in a chat; `last` where nothing waits behind it, undefined where nothing was done. */
  take(chat: ChatPlace): Promise<'taken' | 'last' | undefined> {
    return this.together.ask(chat).catch(() => undefined);
  }

  private async takeAll(chats: readonly ChatPlace[]): Promise<('taken' | 'last' | undefined)[]> {
    const found = await this.database.prepared<Next>(NEXT, [
      chats.map(({ channel }) => channel),
      chats.map(({ address }) => address),
    ]);
    const thought = await Promise.all(found.map((next) => this.think(next).catch(() => undefined)));
    const made = distinct(thought.filter((one) => one !== undefined));
    const written = made.length === 0 ? new Set() : await this.write(made);
    const done = new Map(made.filter(({ place }) => written.has(place)).map(({ place, next }) => [place, next]));
    return chats.map((_, index) => {
      const next = done.get(index + 1);
      return next && (next.more ? 'taken' : 'last');
    });
  }

  /** The turn as it would be; undefined where it has to go the long way. */
  private async think(next: Next): Promise<Made | undefined> {
    const { incoming, person } = next;
    const { type } = incoming.content;
    if ((type !== 'text' && type !== 'button') || incoming.chat !== 'private') return undefined;
    const { dialog, lostPlace } = readDialog(next.state);
    if (lostPlace || dialog.place.at === 'confirm-link') return undefined;
    // What lets somebody in is looked up, counted and hidden there.
    if (codeIn(incoming, true) !== undefined || keptOf(incoming, true)) return undefined;
    // What an answer would be written into is read beside what the turn may know; a change in between is told by its revision.
    const { place } = dialog;
    const [loaded, standing] = await Promise.all([
      this.views.load(undefined, incoming, dialog, person, this.clock.now()),
      place.at === 'fill' ? this.reports.withObligation(place.obligation) : undefined,
    ]);
    if (!loaded.person) return undefined;
    const view: TurnView = { ...loaded, ...readingOf(next, incoming) };
    const turn = takeTurn(dialog, incoming, view, this.messages);
    const effects = turn.effects.filter((effect) => effect.do === 'answer');
    if (effects.length !== turn.effects.length) return undefined;
    const answers =
      effects.length === 0 ? undefined : await this.answers(effects, view, incoming, { person, standing });
    if (effects.length > 0 && !answers) return undefined;
    const revisions = answers ? new Map([[effects[0]!.obligation, answers.seen + 1]]) : new Map<string, number>();
    const asked = asking(turn.dialog, dialog, keyOf(incoming, turn.replies.length - 1));
    return { place: next.place, next, dialog: seeing(asked, revisions), replies: turn.replies, answers };
  }

  /** What the answers make of the one report that they are about. */
  private async answers(
    effects: readonly Extract<Effect, { do: 'answer' }>[],
    view: TurnView,
    { channel }: Incoming,
    { person, standing }: { person: string; standing: Standing | undefined },
  ): Promise<NewAnswers | undefined> {
    const id = effects[0]!.obligation;
    if (effects.some(({ obligation }) => obligation !== id)) return undefined;
    const cells: NonNullable<Change['cells']> = {};
    for (const { rowKey, measure, cell } of effects) (cells[rowKey] ??= {})[measure] = cell;
    const stands = standing?.obligation.id === id ? standing : await this.reports.withObligation(id);
    if (!stands) return undefined;
    const seen = view.owed.find((owed) => owed.id === id)?.form?.revision;
    const doer = { person, via: channel, locale: view.locale };
    const made = await this.reports.newAnswers(stands, { cells }, doer, seen);
    return made && 'report' in made ? made : undefined;
  }

  /** Writes those whose inbox row, dialog and report are still as they were read; gives their places. */
  private async write(made: readonly Made[]): Promise<Set<number>> {
    const turns = made.map(({ place, next: { incoming, event_id: event, person, revision }, dialog, answers }) => {
      const owner = `person:${person}`;
      return { turn: place, channel: incoming.channel, event, owner, revision, state: dialog, report: answers?.report };
    });
    const answered = made.flatMap(({ place, answers }) => (answers ? [{ ...answers, turn: place }] : []));
    const now = this.clock.now();
    const written = await this.database.prepared<{ turn: number }>(WRITE, [
      JSON.stringify(turns),
      givenAnswers(answered, ({ turn }) => ({ turn })),
      givenMessages(made.flatMap(draftsOf), now, ({ turn }) => ({ turn })),
      now,
    ]);
    return new Set(written.map(({ turn }) => turn));
  }
}

/** One turn of a person and one change of a report at a time; the others of the group go the long way. */
function distinct(made: readonly Made[]): Made[] {
  const people = new Set<string>();
  const reports = new Set<string>();
  return made.filter(({ next, answers }) => {
    if (people.has(next.person) || (answers && reports.has(answers.report))) return false;
    people.add(next.person);
    if (answers) reports.add(answers.report);
    return true;
  });
}

const keyOf = ({ channel, eventId }: Incoming, index: number): string => `reply/${channel}/${eventId}/${index}`;

const draftsOf = ({ place, next: { incoming, person }, replies }: Made): (Draft & { turn: number })[] =>
  replies.map((body, index) => ({
    turn: place,
    key: keyOf(incoming, index),
    kind: 'reply',
    to: { channel: incoming.channel, address: incoming.address, person },
    body,
  }));

const NEXT = {
  name: 'next-turns',
  text: `select a.place::int as place, n.event_id, n.incoming, n.more, l.person_id as person, d.state, d.revision, ${ASKED}
         from unnest($1::text[], $2::text[]) with ordinality as a (channel, address, place)
         cross join lateral (
           select event_id, incoming, count(*) over () > 1 as more from inbox i
           where i.channel = a.channel and i.address = a.address and i.done_at is null
           order by i.seq limit 1) n
         join channel_link l on l.channel = a.channel and l.address = a.address and l.ended_at is null and l.unreachable_at is null
         join dialog d on d.owner = 'person:' || l.person_id
         left join message m on m.key = d.state ->> 'askedBy'`,
};

const ofTurns = (turns: string) => ({ extra: 'turn int', only: `turn in (select turn from ${turns})` });

// What somebody else holds is left to whoever goes the long way, and waits there.
const WRITE = {
  name: 'write-turns',
  text: `
    with given as materialized (
      select * from jsonb_to_recordset($1::jsonb)
        as t (turn int, channel text, event text, owner text, revision int, state jsonb, report uuid)
    ), held as materialized (
      select t.* from given t
      join inbox i on i.channel = t.channel and i.event_id = t.event and i.done_at is null
      join dialog d on d.owner = t.owner and d.revision = t.revision
      for update of i, d skip locked
    ), ${writingAnswers('$2', ofTurns('held'))}, whole as materialized (
      select * from held where report is null or report in (select id from answers_written)
    ), taken as (
      update inbox i set done_at = $4, attempts = attempts + 1, failure = null
      from whole t where i.channel = t.channel and i.event_id = t.event
    ), placed as (
      update dialog d set state = t.state, revision = d.revision + 1, updated_at = $4 from whole t where d.owner = t.owner
    ), said as (${writingMessages('$3', '$4::timestamptz', ofTurns('whole'))})
    select turn from whole`,
};
