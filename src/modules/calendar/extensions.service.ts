import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../access/index.js';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, plainDate, type Clock, type PlainDate } from '../shared/index.js';
import { type Person, UnitsService } from '../units/index.js';
import { CalendarService } from './calendar.service.js';
import { dueDayOf, workOutDueDays } from './due-day.js';
import { ExtensionMessages } from './extension-messages.js';
import { type ExtensionRequest, type RequestRow, toRequest } from './extension-request.js';
import { mustDecide } from './may-decide.js';
import type { Obligation } from './obligation.js';
import { ObligationsService } from './obligations.service.js';
import {
  alreadySettled,
  extensionOver,
  extensionTooFar,
  noRequestOpen,
  notExtended,
  notLater,
  obligationUnknown,
  passesOwnDue,
  recipientOutside,
} from './problems.js';
import { receivingUnits } from './receiving-units.js';

/** "5/7", said on 10/7, is read as next year's: what lies so many days ahead was mistyped. */
const LONGEST_TERM = 180;

/** A later due: asked for by the unit that owes, granted or refused by the unit that receives, with who and why. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    private readonly words: ExtensionMessages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps a wish for a later due day (exclusive) by somebody who answers for the unit, and tells those who may grant it. An
   * earlier open wish is taken back by it. Give `em` within a transaction.
   */
  async request(
    asker: Person,
    id: string,
    wish: { dueOn: string; reason: string },
    em?: Em,
  ): Promise<{ request: ExtensionRequest; receivers: string[] }> {
    if (!em) return this.database.transaction((own) => this.request(asker, id, wish, own));
    const tree = await this.units.tree();
    const obligation = await this.open(id, em);
    new Scope(asker, tree).mustAnswerFor(obligation.unit);
    const receivers = receivingUnits(obligation, tree);
    if (receivers.length === 0) throw recipientOutside();
    await this.mustHelp(wish.dueOn, obligation, em);
    await this.answerOpen(em, id, 'withdrawn', asker.id);
    const kept = await row<RequestRow>(
      em,
      `insert into extension_request (id, obligation_id, asked_by, asked_at, wished_due_on, reason)
       values (?, ?, ?, ?, ?, ?) returning *`,
      [newId(), id, asker.id, this.clock.now(), wish.dueOn, wish.reason.normalize('NFC')],
    );
    await this.audit.note(em, {
      actor: asker.id,
      action: 'extension asked for',
      subject: id,
      details: { to: wish.dueOn, reason: wish.reason },
    });
    const request = toRequest(kept!);
    await this.words.asked(em, request, obligation, receivers);
    return { request, receivers };
  }

  /**
   * Grants a later due day (exclusive), asked for or not; an open request is answered by it. Only a head or supervisor of a
   * recipient unit may; where the new day passes the recipient's own due for the step above, {@link passesOwnDue} asks for a
   * confirmation first. Who had asked for it is told; `asked` is that wish.
   */
  async grant(
    granter: Person,
    id: string,
    wish: { dueOn: string; reason: string; confirmed?: boolean },
    em?: Em,
  ): Promise<{ dueOn: string; asked?: ExtensionRequest }> {
    if (!em) return this.database.transaction((own) => this.grant(granter, id, wish, own));
    const { obligation, unit } = await this.received(granter, id, em);
    await this.mustHelp(wish.dueOn, obligation, em);
    const own = await this.ownDue(unit, obligation, em);
    if (own && wish.dueOn >= own && !wish.confirmed) throw passesOwnDue({ own: plainDate.vi(own) });
    const asked = await this.answerOpen(em, id, 'granted', granter.id, wish.reason);
    await run(
      em,
      `insert into extension (id, obligation_id, from_due_on, to_due_on, reason, granted_by, granted_at, request_id)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId(),
        id,
        obligation.dueOn,
        wish.dueOn,
        wish.reason.normalize('NFC'),
        granter.id,
        this.clock.now(),
        asked?.id ?? null,
      ],
    );
    await workOutDueDays(em, [id]);
    await this.audit.note(em, {
      actor: granter.id,
      action: 'extension granted',
      subject: id,
      details: {
        from: obligation.dueOn,
        to: wish.dueOn,
        reason: wish.reason,
        passesOwnDue: Boolean(own && wish.dueOn >= own),
      },
    });
    if (asked) await this.words.answered(em, asked, obligation, { granted: wish.dueOn, reason: wish.reason });
    return { dueOn: wish.dueOn, ...(asked ? { asked } : {}) };
  }

  /**
   * Takes back the newest longer term that stands: the day before it stands again. Only an admin, or a head or supervisor of a
   * recipient unit, may. The officials and heads of the unit are told.
   */
  async takeBack(person: Person, id: string, why: string, em?: Em): Promise<{ dueOn: PlainDate }> {
    if (!em) return this.database.transaction((own) => this.takeBack(person, id, why, own));
    const obligation = await this.obligations.lock(id, em);
    if (!obligation) throw obligationUnknown();
    mustDecide(person, await this.units.tree(), obligation);
    if (obligation.settled) throw alreadySettled();
    const reason = why.normalize('NFC');
    const ended = await row<{ id: string }>(
      em,
      `update extension set taken_back_at = ?, taken_back_by = ?, taken_back_why = ?
       where id = (select id from extension where obligation_id = ?::uuid and taken_back_at is null
         order by to_due_on desc, granted_at desc limit 1) returning id`,
      [this.clock.now(), person.id, reason, id],
    );
    if (!ended) throw notExtended();
    await workOutDueDays(em, [id]);
    const { dueOn } = (await this.obligations.lock(id, em))!;
    await this.audit.note(em, {
      actor: person.id,
      action: 'extension taken back',
      subject: id,
      details: { from: obligation.dueOn, to: dueOn, reason },
    });
    await this.words.takenBack(em, ended.id, { ...obligation, dueOn }, reason);
    return { dueOn };
  }

  /** By obligation of a milestone, where a longer term may be taken back: the due day (exclusive) that then stands again. */
  async dueOnceTakenBack(planYear: number, milestone: string): Promise<Map<string, PlainDate>> {
    const found = await rows<{ id: string; dueOn: PlainDate }>(
      this.database.em,
      `select distinct on (o.id) o.id, (${dueDayOf('e.id')})::text as "dueOn"
       from obligation o join extension e on e.obligation_id = o.id
       where o.plan_year = ? and o.milestone = ? and o.settled_at is null and e.taken_back_at is null
       order by o.id, e.to_due_on desc, e.granted_at desc`,
      [planYear, milestone],
    );
    return new Map(found.map(({ id, dueOn }) => [id, dueOn]));
  }

  /** A longer term is later than the one that stands, there is still a day of it to hand in on, and it ends in sight. */
  private async mustHelp(dueOn: PlainDate, obligation: Obligation, em: Em): Promise<void> {
    if (dueOn <= obligation.dueOn) throw notLater({ due: plainDate.vi(obligation.dueOn) });
    const today = await this.calendar.today(em);
    if (dueOn <= today) throw extensionOver({ today: plainDate.vi(today) });
    const last = plainDate.add(today, LONGEST_TERM);
    if (dueOn > last) throw extensionTooFar({ last: plainDate.vi(last) });
  }

  /** Refuses the open request with a reason and tells its asker; the due day stays. */
  async refuse(refuser: Person, id: string, reason: string, em?: Em): Promise<ExtensionRequest> {
    if (!em) return this.database.transaction((own) => this.refuse(refuser, id, reason, own));
    const { obligation } = await this.received(refuser, id, em);
    const refused = await this.answerOpen(em, id, 'refused', refuser.id, reason);
    if (!refused) throw noRequestOpen();
    await this.audit.note(em, {
      actor: refuser.id,
      action: 'extension refused',
      subject: id,
      details: { wished: refused.wishedDueOn, reason },
    });
    await this.words.answered(em, refused, obligation, { refused: reason });
    return refused;
  }

  /** The open request about an obligation. */
  async openRequest(id: string, em: Em = this.database.em): Promise<ExtensionRequest | undefined> {
    const found = await row<RequestRow>(
      em,
      `select * from extension_request where obligation_id = ?::uuid and answer is null`,
      [id],
    );
    return found && toRequest(found);
  }

  /** What waits for an answer by `person` as head or supervisor of a receiving unit, the oldest first. */
  async waitingFor(person: Person, em: Em = this.database.em): Promise<ExtensionRequest[]> {
    const units = person.roles.flatMap(({ unit, role }) => (role === 'head' || role === 'supervisor' ? unit : []));
    if (units.length === 0) return [];
    const tree = await this.units.tree();
    const found = await rows<RequestRow & Pick<Obligation, 'recipients'> & { unit: string }>(
      em,
      `select r.*, o.recipients, o.unit_code as unit from extension_request r join obligation o on o.id = r.obligation_id
       where r.answer is null and o.settled_at is null order by r.asked_at, r.id`,
    );
    return found.filter((one) => receivingUnits(one, tree).some((unit) => units.includes(unit))).map(toRequest);
  }

  /** For each of `requests` the next own due day of the unit for which `person` would decide, by the request's id. */
  async ownDues(person: Person, requests: readonly ExtensionRequest[]): Promise<Map<string, string>> {
    const tree = await this.units.tree();
    const scope = new Scope(person, tree);
    const found = new Map<string, string>();
    const obligations = await this.obligations.findAll(requests.map((one) => one.obligation));
    for (const { id, obligation: about } of requests) {
      const obligation = obligations.get(about);
      if (!obligation) continue;
      const unit = scope.mustReceiveAt(receivingUnits(obligation, tree));
      const own = await this.ownDue(unit, obligation, this.database.em);
      if (own !== undefined) found.set(id, own);
    }
    return found;
  }

  /** The obligation, locked until the transaction ends, so that two decisions about it come one after the other. */
  private async open(id: string, em: Em): Promise<Obligation> {
    const obligation = await this.obligations.lock(id, em);
    if (!obligation) throw obligationUnknown();
    if (obligation.settled) throw alreadySettled();
    return obligation;
  }

  /** The open obligation and the unit for which `person` receives it. */
  private async received(person: Person, id: string, em: Em): Promise<{ obligation: Obligation; unit: string }> {
    const obligation = await this.obligations.lock(id, em);
    if (!obligation) throw obligationUnknown();
    const tree = await this.units.tree();
    const receiving = receivingUnits(obligation, tree);
    if (receiving.length === 0) throw recipientOutside();
    const unit = new Scope(person, tree).mustReceiveAt(receiving);
    if (obligation.settled) throw alreadySettled();
    return { obligation, unit };
  }

  private async answerOpen(
    em: Em,
    obligation: string,
    answer: 'granted' | 'refused' | 'withdrawn',
    by: string,
    reason?: string,
  ): Promise<ExtensionRequest | undefined> {
    const found = await row<RequestRow>(
      em,
      `update extension_request set answer = ?, answered_by = ?, answered_at = ?, answer_reason = ?
       where obligation_id = ?::uuid and answer is null returning *`,
      [answer, by, this.clock.now(), reason?.normalize('NFC') ?? null, obligation],
    );
    return found && toRequest(found);
  }

  /** The next due of the recipient unit itself at or after the obligation's: what waits on it. */
  private async ownDue(unit: string, { planYear, dueOn }: Obligation, em: Em): Promise<string | undefined> {
    const found = await row<{ due_on: string }>(
      em,
      `select due_on from obligation where unit_code = ? and plan_year = ? and due_on >= ? and settled_at is null
       order by due_on limit 1`,
      [unit, planYear, dueOn],
    );
    return found?.due_on;
  }
}
