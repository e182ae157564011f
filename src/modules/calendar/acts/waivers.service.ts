import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, row, run, type Em } from '../../database/index.js';
import { CLOCK, newId, type Clock } from '../../shared/index.js';
import { type Person, UnitsService } from '../../units/index.js';
import { mustDecide } from '../may-decide.js';
import { ObligationsService } from '../obligations.service.js';
import { alreadySettled, notWaived, obligationUnknown } from '../problems.js';

/** An obligation that need not be fulfilled, with who said so and why; taken back, it is owed again. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Waives it. Only an admin, or a head or supervisor of a recipient unit, may. */
  async waive(person: Person, id: string, reason: string, em?: Em): Promise<void> {
    if (!em) return this.database.transaction((own) => this.waive(person, id, reason, own));
    const obligation = await this.mustDecide(person, id, em);
    if (obligation.settled) throw alreadySettled();
    await this.put(em, id, { reason, at: this.clock.now(), by: person.id });
    await this.audit.note(em, { actor: person.id, action: 'obligation waived', subject: id, details: { reason } });
  }

  /** Takes the waiver back: it is owed again, on its old day. */
  async takeBack(person: Person, id: string, why: string, em?: Em): Promise<void> {
    if (!em) return this.database.transaction((own) => this.takeBack(person, id, why, own));
    await this.mustDecide(person, id, em);
    if (!(await this.lift(em, id, { why, by: person.id }))) throw notWaived();
    await this.audit.note(em, { actor: person.id, action: 'waiver taken back', subject: id, details: { why } });
  }

  /** Writes the waiver and settles the obligation, for whoever has already judged that it may. */
  async put(em: Em, id: string, waiver: { reason: string; at: Date; by?: string }): Promise<void> {
    await run(em, `insert into waiver (id, obligation_id, reason, waived_by, waived_at) values (?, ?, ?, ?, ?)`, [
      newId(),
      id,
      waiver.reason.normalize('NFC'),
      waiver.by ?? null,
      waiver.at,
    ]);
    await this.obligations.settle(em, id, 'waived', waiver.at);
  }

  /** The same for many at once. */
  async putAll(
    em: Em,
    ids: readonly string[],
    waiver: { reason: string; at: Date; by?: string | undefined },
  ): Promise<void> {
    if (ids.length === 0) return;
    const list = `{${ids.join()}}`;
    await run(
      em,
      `insert into waiver (id, obligation_id, reason, waived_by, waived_at)
       select gen_random_uuid(), id, ?, ?, ? from unnest(?::uuid[]) as waived (id)`,
      [waiver.reason.normalize('NFC'), waiver.by ?? null, waiver.at, list],
    );
    await run(
      em,
      `update obligation set settled_at = ?, settled_as = 'waived' where id = any(?::uuid[]) and settled_at is null`,
      [waiver.at, list],
    );
  }

  /** Ends the standing waiver and opens the obligation again. False where none stands. */
  async lift(em: Em, id: string, end: { why: string; by?: string }): Promise<boolean> {
    const lifted = await row<{ id: string }>(
      em,
      `update waiver set taken_back_at = ?, taken_back_by = ?, taken_back_why = ?
       where obligation_id = ?::uuid and taken_back_at is null returning id`,
      [this.clock.now(), end.by ?? null, end.why.normalize('NFC'), id],
    );
    if (lifted) await this.obligations.reopen(em, id);
    return lifted !== undefined;
  }

  private async mustDecide(person: Person, id: string, em: Em) {
    const obligation = await this.obligations.lock(id, em);
    if (!obligation) throw obligationUnknown();
    mustDecide(person, await this.units.tree(), obligation);
    return obligation;
  }
}
