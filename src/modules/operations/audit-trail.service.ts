import { Inject, Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { Database, instant, rows } from '../database/index.js';
import { type Locale, MESSAGES, type Messages, plainDate } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { actionKey, actionsOf, kindOf, knownActions } from './audit-kinds.js';
import { AuditSubjects } from './audit-subjects.service.js';
import type { AuditEntry, AuditPage, AuditQuery } from './audit-trail.js';

interface EventRow {
  id: string;
  at: string;
  actor: string | null;
  name: string | null;
  action: string;
  subject: string;
  details: Record<string, unknown>;
}

/** Reads the trail of what people changed: who, what, when and why, in words. */
@Injectable()
export class AuditTrailService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly calendar: CalendarService,
    private readonly subjects: AuditSubjects,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** One page, newest first. */
  async page(query: AuditQuery, locale: Locale): Promise<AuditPage> {
    const { where, params } = await this.conditions(query);
    const found = await rows<EventRow>(
      this.database.em,
      `select e.id::text, e.at, e.actor, p.name, e.action, e.subject, e.details
       from audit_event e left join person p on p.id = e.actor
       where ${where.join(' and ')} order by e.id desc limit ?`,
      [...params, query.most + 1],
    );
    const shown = found.slice(0, query.most);
    const words = await this.subjects.inWords(shown, locale);
    const entries = shown.map((one): AuditEntry => {
      const [key, why, count] = [actionKey(one.action), whyOf(one.details), countOf(one.details)];
      return {
        id: Number(one.id),
        at: instant(one.at),
        ...(one.actor === null ? {} : { actor: { id: one.actor, name: one.name ?? '' } }),
        kind: kindOf(one.action),
        action: this.messages.has(locale, key) ? this.messages.t(locale, key) : one.action,
        subject: words.get(one.id) ?? one.subject,
        ...(why === undefined ? {} : { why }),
        ...(count === undefined ? {} : { count }),
      };
    });
    const last = found.length > query.most ? shown.at(-1) : undefined;
    return { entries, ...(last ? { before: Number(last.id) } : {}) };
  }

  private async conditions(query: AuditQuery): Promise<{ where: string[]; params: unknown[] }> {
    const where = ['true'];
    const params: unknown[] = [];
    const and = (condition: string, ...given: unknown[]) => {
      where.push(condition);
      params.push(...given);
    };
    if (query.before !== undefined) and('e.id < ?', query.before);
    if (query.kind !== undefined) {
      const actions = actionsOf(query.kind);
      if (actions) and('e.action in (?)', actions);
      else and('e.action not in (?)', knownActions);
    }
    const zone = await this.calendar.timeZone();
    if (query.from !== undefined) and('e.at >= ?', plainDate.at(query.from, '00:00', zone));
    if (query.to !== undefined) and('e.at < ?', plainDate.at(plainDate.add(query.to, 1), '00:00', zone));
    if (query.unit !== undefined) {
      const codes = JSON.stringify([...(await this.units.tree()).subtree(query.unit)]);
      and(OF_UNITS, codes, codes, codes);
    }
    return { where, params };
  }
}

/**
 * What concerns units: done to what they owe, to a move of it, to a conference, an event or a rule of theirs, to them under their
 * own code, or to one of their people or by one.
 */
const OF_UNITS = `(
  e.subject in (
    with units as materialized (select value as code from jsonb_array_elements_text(?::jsonb))
    select code from units
    union all select o.id::text from obligation o join units on o.unit_code = code
    union all select m.move_id::text from due_moved m join obligation o on o.id = m.obligation_id join units on o.unit_code = code
    union all select c.id::text from conference c join units on code in (c.unit_code, c.held_by)
    union all select v.id::text from calendar_event v join units on code in (v.unit_code, v.held_by)
    union all select r.id::text from local_rule r join units on r.set_by = code
    union all select r.person_id::text from person_role r join units on r.unit_code = code)
  or e.actor in (
    select r.person_id from person_role r where r.unit_code in (select jsonb_array_elements_text(?::jsonb)))
  or position(', ' in e.subject) > 0 and string_to_array(e.subject, ', ') && array(select jsonb_array_elements_text(?::jsonb))
)`;

/** The words in which acts give their reason. */
const REASONS = ['reason', 'why', 'decision', 'note'] as const;

function whyOf(details: Record<string, unknown>): string | undefined {
  for (const key of REASONS) {
    const said = details[key];
    if (typeof said === 'string' && said.trim() !== '') return said;
  }
  return undefined;
}

const COUNTS = ['moved', 'added', 'arranged'] as const;

function countOf(details: Record<string, unknown>): number | undefined {
  return COUNTS.map((key) => details[key]).find((count): count is number => Number.isInteger(count));
}
