import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { AuditService, Scope } from '../../access/index.js';
import { Database, run } from '../../database/index.js';
import { Wake } from '../../outbox/index.js';
import { CLOCK, fold, MESSAGES, type Clock, type Messages } from '../../shared/index.js';
import { type Person, type Role, UnitsService } from '../../units/index.js';
import { managesPerson, managesRole } from '../authority.js';
import { listChanged, listFaulty } from '../problems.js';
import { RegisterWriter } from '../register-writer.js';
import { readRegister } from '../registered-person.js';
import type { ListChange, ListPlan, ListRow } from './list-row.js';
import { planList } from './plan-list.js';

export const ROLES: readonly Role[] = ['official', 'head', 'supervisor', 'admin'];

/** How many people a list brings in, changes and lets go. */
export interface ListCounts {
  added: number;
  /** Changed unit or role. */
  moved: number;
  /** Changed name, title, number or addresses, and stayed where they are. */
  changed: number;
  left: number;
  back: number;
  unchanged: number;
}

/** A list of people read, shown and applied: nothing is written before it was shown, and what is written is what was shown. */
@Injectable()
export class PeopleListService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly writer: RegisterWriter,
    private readonly audit: AuditService,
    private readonly wake: Wake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** What the list would change. `digest` tells this plan from any other. */
  async plan(actor: Person, rows: readonly ListRow[], em = this.database.em): Promise<ListPlan & { digest: string }> {
    const tree = await this.units.tree();
    const scope = new Scope(actor, tree);
    const words = this.words();
    const plan = planList(rows, {
      register: await readRegister(em, this.clock.now()),
      tree,
      roleOf: (text) => words.roles.get(fold(text)),
      leaves: (text) => words.leaves.get(fold(text)),
      managesRole: (held) => managesRole(scope, held),
      managesPerson: (person) => managesPerson(scope, person.roles),
      actor: actor.id,
    });
    return { ...plan, digest: createHash('sha256').update(JSON.stringify(plan.changes)).digest('base64url') };
  }

  /** Applies the plan that `digest` stands for, whole; where the register changed since it was shown, nothing. */
  async apply(actor: Person, rows: readonly ListRow[], digest: string): Promise<ListCounts> {
    const scope = new Scope(actor, await this.units.tree());
    const counts = await this.database.transaction(async (em) => {
      await run(em, `select pg_advisory_xact_lock(4207013)`);
      const plan = await this.plan(actor, rows, em);
      if (plan.faults.length > 0) throw listFaulty({ count: plan.faults.length });
      if (plan.digest !== digest) throw listChanged();
      const acting = { actor, scope };
      const register = new Map((await readRegister(em, this.clock.now())).map((person) => [person.id, person]));
      for (const change of plan.changes) {
        if (change.sort === 'add') {
          await this.writer.add(em, acting, { ...change.particulars, roles: change.roles });
        } else if (change.sort === 'leave') {
          await this.writer.leave(em, acting, register.get(change.id)!);
        } else {
          if (change.back) await this.writer.comeBack(em, acting, register.get(change.id)!);
          if (change.fields.length > 0) await this.writer.write(em, acting, change.id, change.particulars);
          for (const held of change.gives) await this.writer.give(em, acting, change.id, held);
          for (const held of change.ends) await this.writer.take(em, acting, change.id, held);
        }
      }
      const done = countsOf(plan);
      await this.audit.note(em, {
        actor: actor.id,
        action: 'list of people read',
        subject: 'people',
        details: { ...done },
      });
      return done;
    });
    this.wake.wake('deliver');
    return counts;
  }

  /** Every way to write a role, and whether somebody leaves, in both languages. */
  private words() {
    const both = (key: string) => (['vi', 'en'] as const).map((locale) => fold(this.messages.t(locale, key)));
    return {
      roles: new Map(
        ROLES.flatMap(
          (role) => [[role, role], ...both(`people.role-${role}`).map((word) => [word, role])] as [string, Role][],
        ),
      ),
      leaves: new Map<string, boolean>([
        ['', false],
        ...both('people.list-yes').map((word) => [word, true] as const),
        ...both('people.list-no').map((word) => [word, false] as const),
        ['x', true],
      ]),
    };
  }
}

export function countsOf({ changes, unchanged }: ListPlan): ListCounts {
  const count = (is: (change: ListChange) => boolean) => changes.filter(is).length;
  const moved = (change: ListChange) => change.sort === 'change' && change.gives.length + change.ends.length > 0;
  return {
    added: count((change) => change.sort === 'add'),
    moved: count(moved),
    changed: count((change) => change.sort === 'change' && !moved(change) && !change.back),
    left: count((change) => change.sort === 'leave'),
    back: count((change) => change.sort === 'change' && change.back && !moved(change)),
    unchanged,
  };
}
