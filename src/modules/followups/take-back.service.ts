import { Injectable } from '@nestjs/common';
import { rows, run, type Em } from '../database/index.js';
import type { StopCondition } from './ladder.js';
import type { Person } from '../units/index.js';
import { LaddersService } from './ladders.service.js';

/** An answer that comes after the morning was planned and before its messages left holds for them too. */
@Injectable()
export class TakeBackService {
  constructor(private readonly ladders: LaddersService) {}

  /**
   * Takes out of messages that have not left what such an answer about the obligation stops or holds back. It counts as never
   * planned: the planner looks at it again, today and on the days after.
   */
  async after(em: Em, obligation: string, answer: StopCondition): Promise<void> {
    const ladder = await this.ladders.inForce(em);
    const concerned = ladder?.rungs.filter(
      ({ sort, until }) => until?.includes(answer) || (answer === 'promised' && sort === 'escalation'),
    );
    if (!concerned || concerned.length === 0) return;
    await run(
      em,
      `delete from notice n using message m
       where m.id = n.message_id and m.state = 'due' and m.attempts = 0 and n.obligation_id = ?::uuid and n.rung in (?)`,
      [obligation, concerned.map(({ id }) => id)],
    );
  }

  /**
   * Takes out of the messages of a morning that have not left what was for a role that the person no longer holds, because of
   * leaving, another post or an absence that was told meanwhile. Who holds it now is planned for instead. `everyone` are people
   * as they can be told.
   */
  async ofFormerHolders(em: Em, everyone: readonly Person[]): Promise<void> {
    const held = new Set(everyone.flatMap(({ id, roles }) => roles.map(({ unit, role }) => `${id} ${unit} ${role}`)));
    const waiting = await rows<{ key: string; person: string; holds: string }>(
      em,
      `select n.rung_key as key, n.person_id as person, n.person_id || ' ' || n.audience_unit || ' ' || n.audience_role as holds
       from notice n join message m on m.id = n.message_id
       where m.state = 'due' and m.attempts = 0 and n.audience_role <> 'deputy'
         and (starts_with(m.key, 'digest/') or starts_with(m.key, 'notice/'))`,
    );
    const former = waiting.filter(({ holds }) => !held.has(holds)).map(({ key, person }) => ({ key, person }));
    if (former.length === 0) return;
    await run(
      em,
      `delete from notice n using message m, jsonb_to_recordset(?::jsonb) as former (key text, person uuid)
       where n.rung_key = former.key and n.person_id = former.person
         and m.id = n.message_id and m.state = 'due' and m.attempts = 0`,
      [JSON.stringify(former)],
    );
  }
}
