import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '../access/index.js';
import { Database, instant, rows } from '../database/index.js';
import { type Why, whyText, type Words, wordsFor } from '../followups/index.js';
import { guaranteeOf, type Guarantee, type MessageKind, unsentOf } from '../outbox/index.js';
import { type Locale, MESSAGES, type Messages, plainDate } from '../shared/index.js';
import type { LedgerEntry, LedgerQuery } from './ledger.js';

interface LedgerRow {
  id: string;
  seq: string;
  key: string;
  kind: MessageKind;
  state: LedgerEntry['state'];
  person_id: string | null;
  person_name: string | null;
  units: string[];
  about: { unit: string; milestone: string; rung: string; why: string | null; reason: Why | null }[];
  channel: string | null;
  attempts: number;
  again: boolean;
  created_at: string;
  not_before: string;
  sent_at: string | null;
  read_at: string | null;
  detail: string | null;
  text: string;
}

/** Reads the ledger of everything that left or will: what became of each message, for whoever may know. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /**
   * One page, newest first. People see what went to somebody of a unit they watch. The text is shown to whom it went, and of a
   * notice to those who watch every unit it is about; a reply may hold a unit's figures or a link that signs in, so that it is
   * its reader's alone.
   */
  async page(
    query: LedgerQuery,
    { person, scope, locale }: { person: string; scope: Scope; locale: Locale },
  ): Promise<{ entries: LedgerEntry[]; before?: number }> {
    const visible = scope.visible();
    const { where, params } = await this.conditions(query, person, visible);
    const found = await rows<LedgerRow>(
      this.database.em,
      `select m.id, m.seq, m.key, m.kind, m.state, m.person_id, p.name as person_name, m.channel, m.attempts, m.again,
         m.created_at, m.not_before, m.sent_at, m.read_at, m.detail, m.body ->> 'text' as text,
         array(select distinct r.unit_code from person_role r where r.person_id = m.person_id order by 1) as units,
         coalesce((select jsonb_agg(jsonb_build_object('unit', n.unit_code, 'milestone', n.milestone, 'rung', n.rung, 'why', n.why, 'reason', n.reason)
           order by n.unit_code, n.milestone, n.rung) from notice n where n.message_id = m.id), '[]') as about
       from message m left join person p on p.id = m.person_id
       where ${where.join(' and ')} order by m.seq desc limit ?`,
      [...params, query.most + 1],
    );
    const words = wordsFor(this.messages, locale);
    const entries = found.slice(0, query.most).map((one) => toEntry(one, person, visible, words));
    const last = found.length > query.most ? found[query.most - 1] : undefined;
    return { entries, before: last && Number(last.seq) };
  }

  private async conditions(query: LedgerQuery, person: string, visible: Set<string> | undefined) {
    const where = ['true'];
    const params: unknown[] = [];
    const and = (condition: string, ...given: unknown[]) => {
      where.push(condition);
      params.push(...given);
    };
    const ofUnits = `exists (select from person_role r where r.person_id = m.person_id and r.unit_code = any(?::text[]))`;
    if (visible) and(`(m.person_id = ?::uuid or ${ofUnits})`, person, textArray([...visible]));
    if (query.before !== undefined) and('m.seq < ?', query.before);
    if (query.person) and('m.person_id = ?::uuid', query.person);
    if (query.state) and('m.state = ?', query.state);
    if (query.kind) and('m.kind = ?', query.kind);
    if (query.unit) {
      and(
        `(${ofUnits} or exists (select from notice n where n.message_id = m.id and n.unit_code = ?))`,
        textArray([query.unit]),
        query.unit,
      );
    }
    if (query.day) {
      const zone = await this.timeZone();
      and('m.not_before >= ?', plainDate.at(query.day, '00:00', zone));
      and('m.not_before < ?', plainDate.at(plainDate.add(query.day, 1), '00:00', zone));
    }
    return { where, params };
  }

  private async timeZone(): Promise<string> {
    const [found] = await this.database.rows<{ time_zone: string }>(`select time_zone from profile_state limit 1`);
    return found?.time_zone ?? 'Asia/Ho_Chi_Minh';
  }
}

function toEntry(found: LedgerRow, reader: string, visible: Set<string> | undefined, words: Words): LedgerEntry {
  const isNotice = found.kind !== 'reply' && found.kind !== 'system';
  const seesAll = visible === undefined || found.about.every(({ unit }) => visible.has(unit));
  const guarantee: Guarantee = guaranteeOf(found.kind);
  return {
    id: found.id,
    key: found.key,
    kind: found.kind,
    guarantee,
    state: found.state,
    person: found.person_id ? { id: found.person_id, name: found.person_name ?? '' } : undefined,
    units: found.units,
    about: found.about
      .filter(({ unit }) => visible === undefined || visible.has(unit))
      .map(({ why, reason, ...one }) => ({ ...one, why: reason ? whyText(reason, words) : (why ?? '') })),
    channel: found.channel ?? undefined,
    attempts: found.attempts,
    again: found.again,
    writtenAt: instant(found.created_at),
    notBefore: instant(found.not_before),
    sentAt: instant(found.sent_at),
    readAt: instant(found.read_at),
    detail: found.detail === null ? undefined : detailText(found.detail, words),
    text: found.person_id === reader || (isNotice && seesAll) ? found.text || words.t('outbox.erased') : undefined,
  };
}

function detailText(detail: string, { t }: Words): string {
  const code = unsentOf(detail);
  return code ? t(`outbox.unsent.${code}`) : t('outbox.provider', { detail });
}

/** A list as PostgreSQL writes arrays of texts. */
const textArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join()}}`;
