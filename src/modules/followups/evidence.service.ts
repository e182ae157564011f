import { Inject, Injectable } from '@nestjs/common';
import { Database, instant, rows, type Em } from '../database/index.js';
import { MESSAGES, type Locale, type Messages, type PlainDate } from '../shared/index.js';

/** What was sent to a unit's own people about an obligation. */
export interface Evidence {
  /** When it left (else when it was planned), ISO in UTC. */
  at: string;
  /** The day it was for. */
  on: PlainDate;
  rung: string;
  rungTitle: string;
  /** What became of the message: sent, skipped, unreachable, … or `unreached` where nobody could be told. */
  state: string;
  channel?: string;
  /** Not the opening: what escalations may rest on. */
  reminds: boolean;
  /** Whether the person wrote from that chat afterwards: the surest sign that it was read. */
  read: boolean;
}

/** Proof of what a unit was told, when and where: what every escalation rests on. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** By obligation, in the order of time. */
  async of(
    obligations: readonly string[],
    locale: Locale,
    em: Em = this.database.em,
  ): Promise<Map<string, Evidence[]>> {
    if (obligations.length === 0) return new Map();
    const found = await rows<{
      obligation_id: string;
      at: string;
      on: string;
      rung: string;
      state: string;
      channel: string | null;
      reminds: boolean;
      read: boolean;
    }>(
      em,
      `select n.obligation_id, coalesce(m.sent_at, n.at) as at, n.on_date::text as on, n.rung,
         case when n.state = 'planned' then m.state else n.state end as state, m.channel, n.sort <> 'opening' as reminds,
         m.state = 'sent' and (m.read_at is not null or exists (select 1 from inbox i
           where i.channel = m.channel and i.address = m.address and i.received_at >= m.sent_at)) as read
       from notice n left join message m on m.id = n.message_id
       where n.audience_unit = n.unit_code and n.state <> 'superseded'
         and n.obligation_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
       order by n.obligation_id, n.at`,
      [JSON.stringify(obligations)],
    );
    const evidence = found.map((one) => ({
      obligation: one.obligation_id,
      at: instant(one.at),
      on: one.on,
      rung: one.rung,
      rungTitle: this.rungTitle(one.rung, locale),
      state: one.state,
      channel: one.channel ?? undefined,
      reminds: one.reminds,
      read: one.read,
    }));
    return new Map(
      [...Map.groupBy(evidence, (one) => one.obligation)].map(([obligation, all]) => [
        obligation,
        all.map(({ obligation: _, ...one }) => one),
      ]),
    );
  }

  /** A rung by name; an admin's own rung shows its id until a title is written. */
  rungTitle(rung: string, locale: Locale): string {
    const key = `rung.${rung}`;
    return this.messages.has(locale, key) || this.messages.has('vi', key) ? this.messages.t(locale, key) : rung;
  }
}
