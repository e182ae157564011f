import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '../access/index.js';
import { CalendarService } from '../calendar/index.js';
import { Database, rows } from '../database/index.js';
import { type Why, whyText, wordsFor } from '../followups/index.js';
import { inLocale, type Locale, MESSAGES, type Messages } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import type { PassedOver, PassedOverPage, PassedOverQuery } from './passed-over.js';

interface PassedOverRow {
  key: string;
  state: PassedOver['state'];
  unit: string;
  milestone: string | null;
  rung: string;
  audience_unit: string;
  audience_role: string;
  on: string;
  why: string | null;
  reason: Why | null;
}

/** Reads the notices of which no message was written, each with its reason. */
@Injectable()
export class PassedOverService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** One page, the latest first; of the units that the reader watches. */
  async page(query: PassedOverQuery, { scope, locale }: { scope: Scope; locale: Locale }): Promise<PassedOverPage> {
    const visible = scope.visible();
    const where = [`n.state <> 'planned'`];
    const params: unknown[] = [];
    const and = (condition: string, ...given: unknown[]) => {
      where.push(condition);
      params.push(...given);
    };
    if (visible) and('n.unit_code in (select jsonb_array_elements_text(?::jsonb))', JSON.stringify([...visible]));
    if (query.unit) and('n.unit_code = ?', query.unit);
    if (query.day) and('n.on_date = ?', query.day);
    if (query.state) and('n.state = ?', query.state);
    if (query.before) {
      and('(n.at, n.rung_key) < (select at, rung_key from notice where rung_key = ? limit 1)', query.before);
    }
    const [found, milestones, tree] = await Promise.all([
      rows<PassedOverRow>(
        this.database.em,
        `select n.rung_key as key, n.state, n.unit_code as unit, n.milestone, n.rung, n.audience_unit, n.audience_role,
           n.on_date::text as on, n.why, n.reason
         from notice n where ${where.join(' and ')} order by n.at desc, n.rung_key desc limit ?`,
        [...params, query.most + 1],
      ),
      this.calendar.milestones(),
      this.units.tree(),
    ]);
    const words = wordsFor(this.messages, locale);
    const titles = new Map(milestones.map((one) => [one.id, inLocale(one.title, locale)]));
    const notices = found.slice(0, query.most).map(({ unit, milestone, audience_unit, audience_role, ...one }) => ({
      key: one.key,
      state: one.state,
      unit: tree.name(unit),
      title: milestone === null ? undefined : (titles.get(milestone) ?? milestone),
      rung: words.rung(one.rung),
      audience: { unit: tree.name(audience_unit), role: audience_role },
      on: one.on,
      why: one.reason ? whyText(one.reason, words) : (one.why ?? ''),
    }));
    return { notices, before: found.length > query.most ? notices.at(-1)!.key : undefined };
  }
}
