import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, row, rows, run, type Em } from '../../database/index.js';
import { CLOCK, newId, plainDate, type Problem, problem, type Clock } from '../../shared/index.js';
import { SuccessionsService, type Unit, UnitsService, UnitTree } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import { WaiversService } from '../acts/waivers.service.js';
import { keyOf } from '../obligation.js';
import { type Comparison, ComparisonsService } from './comparisons.service.js';
import { fateOfObligations, type OpenObligation } from './fate-of-obligations.js';
import { type ChangeFault, changeFault, successionsOf, type UnitChange, unitsAfter } from './unit-change.js';

export const changeUnknown = problem('calendar.unit-change.unknown-change', 404);
export const changeUndone = problem('calendar.unit-change.undone', 409);
export const changeAnswered = problem<{ count: number }>('calendar.unit-change.answered', 409);
export const changeFollowed = problem<{ unit: string }>('calendar.unit-change.followed', 409);

/** What a change did, or would do; kept, so that it can be taken back. */
export interface ChangeDone {
  change: UnitChange;
  founded: { code: string; name: string }[];
  ended: { code: string; name: string }[];
  moved: { unit: string; from: string; to: string }[];
  obligations: {
    id: string;
    unit: string;
    milestone: string;
    dueOn: string;
    begun: boolean;
    does: 'stays' | 'moves' | 'waived';
    to?: string;
  }[];
  people: { person: string; name: string; role: string; from: string; to: string; lastDay: string | null }[];
  /** Ids of obligations that the successors owe now. */
  added: string[];
  /** What becomes of the figures of the year before; absent in changes kept before it was told. */
  comparisons?: Comparison[];
}

/** Thrown to take a preview back. */
class OnlyLooking extends Error {
  constructor(readonly done: ChangeDone) {
    super('only looking');
  }
}

/** Merges and splits units from a day on: shown first, carried out whole, in the audit trail, and taken back where wanted. */
@Injectable()
export class UnitChangesService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly successions: SuccessionsService,
    private readonly calendar: CalendarService,
    private readonly waivers: WaiversService,
    private readonly comparisons: ComparisonsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the change would do; nothing of it stands afterwards. */
  async preview(change: UnitChange): Promise<ChangeDone> {
    try {
      await this.database.transaction(async (em) => {
        throw new OnlyLooking((await this.perform(em, change)).done);
      });
    } catch (error) {
      if (error instanceof OnlyLooking) return error.done;
      throw error;
    } finally {
      this.units.forget();
    }
    throw new Error('a preview always ends by being taken back');
  }

  /** What `look` finds while the change stands; nothing of it stands afterwards. */
  async lookWithin<T>(change: UnitChange, look: (em: Em) => Promise<T>): Promise<T> {
    let found: { it: T } | undefined;
    try {
      await this.database.transaction(async (em) => {
        const { done } = await this.perform(em, change);
        found = { it: await look(em) };
        throw new OnlyLooking(done);
      });
    } catch (error) {
      if (!(error instanceof OnlyLooking)) throw error;
    } finally {
      this.units.forget();
    }
    return found!.it;
  }

  /** Carries the change out in one transaction. */
  async carryOut(change: UnitChange, actor?: string): Promise<{ id: string; done: ChangeDone }> {
    try {
      return await this.database.transaction((em) => this.perform(em, change, actor));
    } finally {
      this.units.forget();
    }
  }

  /** All changes, the newest first. */
  async all(): Promise<{ id: string; done: ChangeDone; by: string | null; doneAt: string; undoneAt: string | null }[]> {
    return rows(
      this.database.em,
      `select c.id, c.did as done, p.name as by, c.done_at as "doneAt", c.undone_at as "undoneAt"
       from unit_change c left join person p on p.id = c.done_by order by c.done_at desc, c.id`,
    );
  }

  /** Takes a change back, as long as nobody has answered for a successor and no later change built on it. */
  async undo(id: string, actor?: string): Promise<void> {
    try {
      await this.database.transaction((em) => this.takeBack(em, id, actor));
    } finally {
      this.units.forget();
    }
  }

  private async perform(em: Em, change: UnitChange, actor?: string): Promise<{ id: string; done: ChangeDone }> {
    await run(em, `select pg_advisory_xact_lock(4207007)`);
    this.units.forget();
    const tree = await this.units.tree();
    const fault = changeFault(change, tree);
    if (fault) throw notPossible[fault.why]({ about: fault.about });
    const id = newId();
    const { founded, ended, moved } = unitsAfter(change, tree);
    const after = applied(tree, founded, ended, moved);
    await this.units.save(em, [...founded, ...ended, ...moved.map((one) => after.get(one.unit))]);
    const main = change.into[0]!.code;
    const gone = ended.map((unit) => unit.code);
    await run(
      em,
      `insert into unit_change (id, sort, from_on, decision, did, done_by, done_at) values (?, ?, ?, ?, '{}', ?, ?)`,
      [id, change.sort, change.from, change.decision, actor ?? null, this.clock.now()],
    );
    await this.successions.add(em, successionsOf(change, tree), id);
    const obligations = await this.passOn(em, gone, main, change, actor);
    await this.receiveFor(em, gone, after.get(main));
    const stillOwing = new Set(obligations.flatMap((one) => (one.does === 'stays' ? one.unit : [])));
    const people = await this.movePeople(em, gone, main, change.from, stillOwing);
    const added = await this.addOwn(em, after, actor);
    const comparisons = await this.comparisons.of(em, change, after);
    const name = ({ code, name: called }: Unit) => ({ code, name: called });
    const done: ChangeDone = {
      change,
      founded: founded.map(name),
      ended: ended.map(name),
      moved,
      obligations,
      people,
      added,
      comparisons,
    };
    await run(em, `update unit_change set did = ?::jsonb where id = ?::uuid`, [JSON.stringify(done), id]);
    await this.audit.note(em, {
      actor,
      action: change.sort === 'merge' ? 'units merged' : 'unit split',
      subject: change.units.join(', '),
      details: { change: id, into: change.into, from: change.from, decision: change.decision },
    });
    return { id, done };
  }

  /** What the units that end still owe is taken over or waived; drafts stay where they are. */
  private async passOn(
    em: Em,
    gone: readonly string[],
    main: string,
    { from, decision }: UnitChange,
    actor?: string,
  ): Promise<ChangeDone['obligations']> {
    if (gone.length === 0) return [];
    const open = await rows<OpenObligation>(
      em,
      `select o.id, o.unit_code as unit, o.plan_year as "planYear", o.milestone, o.occasion, o.due_on::text as "dueOn",
         b.obligation_id is not null as begun
       from obligation o left join obligation_begun b on b.obligation_id = o.id
       where o.unit_code in (?) and o.settled_at is null order by o.due_on, o.milestone, o.unit_code for update of o`,
      [gone],
    );
    const own = await rows<Pick<OpenObligation, 'planYear' | 'milestone' | 'unit' | 'occasion'>>(
      em,
      `select plan_year as "planYear", milestone, unit_code as unit, occasion from obligation where unit_code = ?`,
      [main],
    );
    const fates = fateOfObligations(open, main, from, new Set(own.map(keyOf)));
    const now = this.clock.now();
    for (const fate of fates) {
      const { id } = fate.obligation;
      if (fate.does === 'moves') await run(em, `update obligation set unit_code = ? where id = ?::uuid`, [fate.to, id]);
      else if (fate.does === 'waived') await this.waivers.put(em, id, { reason: decision, at: now, by: actor });
    }
    return fates.map(({ obligation: { id, unit, milestone, dueOn, begun }, ...fate }) => ({
      id,
      unit,
      milestone,
      dueOn,
      begun,
      ...fate,
    }));
  }

  /** Where a unit that ends was to receive or to follow what others owe, its successor does. */
  private async receiveFor(em: Em, gone: readonly string[], main: Unit): Promise<void> {
    if (gone.length === 0) return;
    await run(em, `update obligation set superior = ? where superior in (?) and settled_at is null`, [main.code, gone]);
    for (const code of gone) {
      await run(
        em,
        `update obligation set recipients = (
           select jsonb_agg(case when r ->> 'unit' = ? then ?::jsonb else r end) from jsonb_array_elements(recipients) as r)
         where settled_at is null and recipients @> ?::jsonb`,
        [code, JSON.stringify({ unit: main.code, name: main.name }), JSON.stringify([{ unit: code }])],
      );
    }
  }

  /**
   * From the first day on roles are held at the successor; at a unit that ends they last until the day before, or as before
   * where it still owes something, for somebody must be able to answer.
   */
  private async movePeople(
    em: Em,
    gone: readonly string[],
    to: string,
    from: string,
    stillOwing: ReadonlySet<string>,
  ): Promise<ChangeDone['people']> {
    if (gone.length === 0) return [];
    const held = await rows<ChangeDone['people'][number]>(
      em,
      `select r.person_id as person, p.name, r.role, r.unit_code as "from", ? as "to", r.last_day::text as "lastDay"
       from person_role r join person p on p.id = r.person_id
       where r.unit_code in (?) and (r.last_day is null or r.last_day >= ?)
         and not exists (select 1 from person_role o where o.person_id = r.person_id and o.unit_code = ? and o.role = r.role)
       order by p.name, r.role`,
      [to, gone, from, to],
    );
    for (const one of held) {
      await run(
        em,
        `insert into person_role (person_id, unit_code, role, first_day, last_day) values (?, ?, ?, ?, ?) on conflict do nothing`,
        [one.person, to, one.role, from, one.lastDay],
      );
      if (stillOwing.has(one.from)) continue;
      await run(
        em,
        `update person_role set last_day = greatest(?::date, first_day) where person_id = ?::uuid and unit_code = ? and role = ?`,
        [plainDate.add(from, -1), one.person, one.from, one.role],
      );
    }
    return held;
  }

  /** What the successors owe in the cycles that are open. */
  private async addOwn(em: Em, after: UnitTree, actor?: string): Promise<string[]> {
    const before = await ids(em);
    for (const planYear of await this.calendar.cycles(em)) await this.calendar.addMissing(em, planYear, after, actor);
    return [...(await ids(em))].filter((one) => !before.has(one));
  }

  private async takeBack(em: Em, id: string, actor?: string): Promise<void> {
    await run(em, `select pg_advisory_xact_lock(4207007)`);
    const kept = await row<{ did: ChangeDone; undone_at: string | null }>(
      em,
      `select did, undone_at from unit_change where id = ?::uuid for update`,
      [id],
    );
    if (!kept) throw changeUnknown();
    if (kept.undone_at) throw changeUndone();
    const { did } = kept;
    await this.mustStandAlone(em, id, did);
    this.units.forget();
    const tree = await this.units.tree();
    await run(em, `delete from succession where change_id = ?::uuid`, [id]);
    const back = did.ended.map(({ code }): Unit => {
      const { validTo: _end, ...unit } = tree.get(code);
      return unit;
    });
    // A unit that was founded stays on record, without a day on which it exists.
    const never = did.founded.map(({ code }): Unit => ({
      ...tree.get(code),
      validTo: plainDate.add(did.change.from, -1),
    }));
    const under = did.moved.map((one): Unit => ({ ...tree.get(one.unit), parent: one.from }));
    await this.units.save(em, [...back, ...never, ...under]);
    await this.giveBack(em, did, actor);
    for (const { person, role, from, to, lastDay } of did.people) {
      await run(em, `delete from person_role where person_id = ?::uuid and unit_code = ? and role = ?`, [
        person,
        to,
        role,
      ]);
      await run(em, `update person_role set last_day = ? where person_id = ?::uuid and unit_code = ? and role = ?`, [
        lastDay,
        person,
        from,
        role,
      ]);
    }
    await run(em, `update unit_change set undone_by = ?, undone_at = ? where id = ?::uuid`, [
      actor ?? null,
      this.clock.now(),
      id,
    ]);
    await this.audit.note(em, {
      actor,
      action: 'unit change undone',
      subject: did.change.units.join(', '),
      details: { change: id },
    });
  }

  private async mustStandAlone(em: Em, id: string, did: ChangeDone): Promise<void> {
    const answered = await row<{ n: number }>(
      em,
      `select count(*)::integer as n from obligation_begun where obligation_id in (?)`,
      [did.added.length > 0 ? did.added : [newId()]],
    );
    if (answered && answered.n > 0) throw changeAnswered({ count: answered.n });
    const codes = [...did.change.units, ...did.change.into.map((one) => one.code)];
    const later = await row<{ did: ChangeDone }>(
      em,
      `select c.did from unit_change c where c.undone_at is null and c.id <> ?::uuid
         and (c.done_at, c.id) > (select done_at, id from unit_change where id = ?::uuid)
         and exists (select 1 from succession s where s.change_id = c.id and (s.predecessor in (?) or s.successor in (?)))
       limit 1`,
      [id, id, codes, codes],
    );
    if (later) throw changeFollowed({ unit: later.did.change.units.join(', ') });
  }

  private async giveBack(em: Em, did: ChangeDone, actor?: string): Promise<void> {
    const now = this.clock.now();
    for (const { id, does, unit } of did.obligations) {
      if (does === 'moves') await run(em, `update obligation set unit_code = ? where id = ?::uuid`, [unit, id]);
      else if (does === 'waived') await this.waivers.lift(em, id, { why: did.change.decision, by: actor });
    }
    // Whom a reminder named keeps its row; the rest never was.
    for (const one of did.added) {
      const isKnown = await row(
        em,
        `select 1 from notice where obligation_id = ?::uuid union select 1 from report where obligation_id = ?::uuid limit 1`,
        [one, one],
      );
      if (isKnown)
        await run(em, `update obligation set settled_at = ?, settled_as = 'waived' where id = ?::uuid`, [now, one]);
      else await run(em, `delete from obligation where id = ?::uuid`, [one]);
    }
    const ended = did.ended.map((one) => one.code);
    if (ended.length === 1 && did.change.into.length > 0) {
      const main = did.change.into[0]!.code;
      await run(
        em,
        `update obligation set superior = ? where superior = ? and settled_at is null and unit_code in (?)`,
        [ended[0]!, main, did.moved.length > 0 ? did.moved.map((one) => one.unit) : ['']],
      );
    }
  }
}

/** One problem for each fault, so that each has its own sentence. */
const notPossible: Record<ChangeFault['why'], (about: { about: string }) => Problem> = {
  unknown: problem('calendar.unit-change.unknown', 422),
  ended: problem('calendar.unit-change.ended', 422),
  'too-few': problem('calendar.unit-change.too-few', 422),
  twice: problem('calendar.unit-change.twice', 422),
  'kinds-differ': problem('calendar.unit-change.kinds-differ', 422),
  'name-needed': problem('calendar.unit-change.name-needed', 422),
  shares: problem('calendar.unit-change.shares', 422),
};

async function ids(em: Em): Promise<Set<string>> {
  const found = await rows<{ id: string }>(em, `select id from obligation`);
  return new Set(found.map((one) => one.id));
}

function applied(
  tree: UnitTree,
  founded: readonly Unit[],
  ended: readonly Unit[],
  moved: readonly { unit: string; to: string }[],
): UnitTree {
  const changed = new Map([...founded, ...ended].map((unit) => [unit.code, unit]));
  const under = new Map(moved.map((one) => [one.unit, one.to]));
  const kept = tree.units.map((unit) => {
    const now = changed.get(unit.code) ?? unit;
    const parent = under.get(unit.code);
    return parent === undefined ? now : { ...now, parent };
  });
  return new UnitTree([...kept, ...founded.filter((unit) => !tree.find(unit.code))]);
}
