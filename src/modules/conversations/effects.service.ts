import { Inject, Injectable } from '@nestjs/common';
import { type Issue, messageOf } from '../../forms/index.js';
import { AuditService, Scope } from '../access/index.js';
import { ExtensionsService, ObligationsService, WaiversService } from '../calendar/index.js';
import type { Em } from '../database/index.js';
import { EscalationsService, PromisesService, TakeBackService, UnitQuestionsService } from '../followups/index.js';
import { OutboxService } from '../outbox/index.js';
import { DelegationsService, EnrolmentService, LeaksService } from '../people/index.js';
import { QuestionsService } from '../questions/index.js';
import {
  type Change,
  CorrectionsService,
  type Doer,
  FilesService,
  ReportsService,
  StatusReportsService,
  StatusReviewsService,
} from '../reports/index.js';
import { MESSAGES, Problem, problem, type Locale, type Messages } from '../shared/index.js';
import { GroupsService, type Person, PeopleService, UnitsService } from '../units/index.js';
import type { Effect } from './effect.js';
import type { TurnView } from './turn-view.js';
import { saidCodes } from './hidden-codes.js';
import type { Incoming } from './incoming.js';
import { ReceivedFilesService } from './received-files.service.js';
import { keyIn } from './view.service.js';

const workbookStale = problem('bot.workbook-stale', 409);
const groupCodeGone = problem('bot.group-code-unknown', 409);
const fileGone = problem('bot.file-gone', 404);

export interface CarriedOut {
  /** The person the chat was linked to. */
  linked?: string;
  /** The new revisions of reports that were answered, by obligation. */
  revisions: Map<string, number>;
  /** The number of the question that was asked. */
  question?: number;
}

/** Does what turns want done, through the rooms that it concerns. */
@Injectable()
export class EffectsService {
  constructor(
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly groups: GroupsService,
    private readonly outbox: OutboxService,
    private readonly enrolment: EnrolmentService,
    private readonly leaks: LeaksService,
    private readonly obligations: ObligationsService,
    private readonly extensions: ExtensionsService,
    private readonly reports: ReportsService,
    private readonly corrections: CorrectionsService,
    private readonly statuses: StatusReportsService,
    private readonly questions: QuestionsService,
    private readonly escalations: EscalationsService,
    private readonly unitQuestions: UnitQuestionsService,
    private readonly promises: PromisesService,
    private readonly takeBack: TakeBackService,
    private readonly waivers: WaiversService,
    private readonly reviews: StatusReviewsService,
    private readonly files: FilesService,
    private readonly received: ReceivedFilesService,
    private readonly delegations: DelegationsService,
    private readonly audit: AuditService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Does what the turn wants done, all within its transaction. */
  async carryOut(
    em: Em,
    incoming: Incoming,
    effects: readonly Effect[],
    { person, view }: { person?: string; view: TurnView },
  ): Promise<CarriedOut> {
    const { locale } = view;
    let linked: string | undefined;
    let question: number | undefined;
    const revisions = person
      ? await this.answer(em, effects, view, { person, via: incoming.channel, locale })
      : new Map();
    for (const effect of effects) {
      if (effect.do === 'link') {
        linked = await this.enrolment.link(em, keyIn(effect.code), {
          channel: incoming.channel,
          address: incoming.address,
        });
        continue;
      }
      if (effect.do === 'bind-group') {
        await this.bindGroup(em, incoming, effect.code);
        continue;
      }
      if (effect.do === 'burn-codes') {
        await this.leaks.burn(em, incoming.channel, saidCodes(incoming));
        continue;
      }
      if (!person) throw new Error(`effect ${effect.do} without a person`);
      const doer = { person, via: incoming.channel, locale };
      switch (effect.do) {
        case 'sign-in':
          await this.audit.note(em, {
            actor: person,
            action: 'sign-in link given',
            subject: person,
            details: { via: incoming.channel },
          });
          break;
        case 'speak':
          await this.people.speak(em, person, effect.locale);
          break;
        case 'status':
          await this.statuses.add(
            em,
            effect.obligation,
            { ...effect.report, state: effect.report.state ?? 'in_progress', formVersion: effect.formVersion },
            doer,
          );
          await this.takeBack.after(em, effect.obligation, 'status-reported');
          break;
        case 'answer':
          // Written already, all answers of a turn together.
          break;
        case 'ask-extension': {
          const { dueOn, reason } = effect;
          await this.extensions.request(await this.mustKnow(em, person), effect.obligation, { dueOn, reason }, em);
          break;
        }
        case 'grant-extension': {
          const granter = await this.mustKnow(em, person);
          const { dueOn, confirmed, reason } = effect;
          const wished = await this.extensions.openRequest(effect.obligation, em);
          const wish = { dueOn, confirmed, reason: reason ?? wished?.reason ?? this.messages.t(locale, 'bot.grant') };
          await this.extensions.grant(granter, effect.obligation, wish, em);
          break;
        }
        case 'refuse-extension':
          await this.extensions.refuse(await this.mustKnow(em, person), effect.obligation, effect.reason, em);
          break;
        case 'correct': {
          const { rowKey, measure, cell, reason } = effect;
          const change = { cells: { [rowKey]: { [measure]: cell } } };
          const obligation = await this.mustFind(em, effect.obligation);
          const written = await this.corrections.correct(em, obligation, change, reason, doer);
          if (!written.ok) throw this.refused(written.issues, locale);
          break;
        }
        case 'keep-file': {
          const { obligation: id, rowKey, measure, event, name } = effect;
          const obligation = await this.mustFind(em, id);
          const { content } = await this.mustHave(em, event);
          const file = await this.files.keep(id, { name, content }, person, em);
          const cells = { [rowKey]: { [measure]: { state: 'value' as const, value: file.id } } };
          const written = await this.reports.answer(em, obligation, { cells }, doer);
          if (!written.ok) throw this.refused(written.issues, locale);
          revisions.set(id, written.revision);
          break;
        }
        case 'apply-workbook': {
          const obligation = await this.mustFind(em, effect.obligation);
          const { change } = await this.mustHave(em, effect.event);
          const standing = await this.reports.find(effect.obligation, em);
          if ((standing?.revision ?? 0) !== effect.revision) throw workbookStale();
          const written = await this.reports.answer(em, obligation, change ?? {}, doer, effect.revision);
          if (!written.ok) throw this.refused(written.issues, locale);
          revisions.set(effect.obligation, written.revision);
          break;
        }
        case 'ask': {
          const { unit, superior, id } = await this.mustFind(em, effect.obligation);
          const about = { unit, superior, obligation: id, rowKey: effect.rowKey, text: effect.text };
          const asker = await this.mustKnow(em, person);
          question = (await this.questions.ask(em, asker, about, incoming.channel)).number;
          break;
        }
        case 'raise': {
          const { unit, obligation, rowKey, text } = effect;
          const raiser = await this.mustKnow(em, person);
          new Scope(raiser, await this.units.tree()).mustAnswerFor(unit);
          const superior = obligation === undefined ? undefined : (await this.mustFind(em, obligation)).superior;
          const about = { unit, superior, obligation, rowKey, text };
          question = (await this.questions.raise(em, raiser, about, incoming.channel)).number;
          break;
        }
        case 'settle': {
          const settler = await this.mustKnow(em, person);
          await this.questions.settle(em, settler, effect.number, effect.text, incoming.channel);
          break;
        }
        case 'group-code':
          await this.audit.note(em, { actor: person, action: 'group code given', subject: effect.unit });
          break;
        case 'unbind-groups': {
          const count = await this.groups.endOf(em, effect.units);
          const details = { units: effect.units, count };
          await this.audit.note(em, { actor: person, action: 'groups unbound', subject: effect.units.join(), details });
          break;
        }
        case 'remind-now':
          await this.escalations.remindNow(await this.mustKnow(em, person), effect.unit, em);
          break;
        case 'acknowledge':
          await this.escalations.acknowledge(await this.mustKnow(em, person), effect.obligation, '', em);
          break;
        case 'promise': {
          const { obligation, promisedOn, note } = effect;
          await this.promises.make(await this.mustKnow(em, person), obligation, { promisedOn, note }, em);
          break;
        }
        case 'waive':
          await this.waivers.waive(await this.mustKnow(em, person), effect.obligation, effect.reason, em);
          break;
        case 'delegate': {
          const { deputy, unit, firstDay, lastDay, decision } = effect;
          const wish = { person, deputy, unit, role: 'head' as const, firstDay, lastDay, decision };
          await this.delegations.set(await this.mustKnow(em, person), wish, em);
          break;
        }
        case 'end-delegation':
          await this.delegations.end(await this.mustKnow(em, person), effect.id, em);
          break;
        case 'review-status': {
          const { obligation, outcome, reason } = effect;
          await this.reviews.review(await this.mustKnow(em, person), obligation, { outcome, reason }, em);
          break;
        }
        case 'reply': {
          const replier = await this.mustKnow(em, person);
          const ofUnit = await this.unitQuestions.numbered(effect.number, em);
          if (ofUnit === undefined) {
            await this.questions.answer(em, replier, effect.number, effect.text, incoming.channel);
          } else await this.unitQuestions.answer(replier, ofUnit, effect.text, em);
          break;
        }
        case 'ask-unit':
          await this.unitQuestions.ask(await this.mustKnow(em, person), effect.obligation, effect.text, em);
          break;
        case 'hand-over': {
          const { obligation, person: to, note } = effect;
          await this.escalations.handOver(await this.mustKnow(em, person), obligation, { person: to, note }, em);
          break;
        }
        case 'submit':
          await this.reports.submit(em, await this.mustFind(em, effect.obligation), doer);
          break;
      }
    }
    return { linked, revisions, question };
  }

  /** Whoever gave the code hears in private that a group was bound by it, and how that is ended. */
  private async bindGroup(em: Em, { channel, address, displayName }: Incoming, code: string): Promise<void> {
    const bound = await this.groups.bind(em, { channel, address }, code);
    if (!bound) throw groupCodeGone();
    await this.audit.note(em, {
      actor: bound.boundBy,
      action: 'group bound',
      subject: bound.unit,
      details: { channel, address },
    });
    const giver = await this.people.find(bound.boundBy, em);
    if (!giver) return;
    const unit = (await this.units.tree()).name(bound.unit);
    const text = this.messages.t(giver.locale, 'bot.group-bound-by', { name: giver.name, unit, by: displayName ?? '' });
    await this.outbox.put(em, [
      { key: `group/${bound.id}/${giver.id}`, kind: 'system', to: { person: giver.id }, body: { text } },
    ]);
  }

  /**
   * Writes the answers of a turn, those of one report at once. A colleague's change since the turn saw the report makes the
   * turn be taken anew: nobody's answer is overwritten unseen.
   */
  private async answer(em: Em, effects: readonly Effect[], view: TurnView, doer: Doer): Promise<Map<string, number>> {
    const revisions = new Map<string, number>();
    const answers = effects.filter((effect) => effect.do === 'answer');
    for (const [obligation, given] of Map.groupBy(answers, (effect) => effect.obligation)) {
      const cells: NonNullable<Change['cells']> = {};
      for (const { rowKey, measure, cell } of given) (cells[rowKey] ??= {})[measure] = cell;
      const seen = view.owed.find((owed) => owed.id === obligation)?.form?.revision;
      const written = await this.reports.answer(em, await this.mustFind(em, obligation), { cells }, doer, seen);
      if (!written.ok) throw this.refused(written.issues, doer.locale ?? 'vi');
      revisions.set(obligation, written.revision);
    }
    return revisions;
  }

  /** What the form does not take is told in its own words; the parsers keep within its bounds, so this is rare. */
  private refused(issues: readonly Issue[], locale: Locale): Problem {
    const [first] = issues;
    if (!first) throw new Error('refused without a reason');
    const { key, params } = messageOf(first, locale);
    return new Problem('bot.refused', 422, { reason: this.messages.t(locale, key, params) });
  }

  private async mustFind(em: Em, id: string) {
    const obligation = await this.obligations.find(id, em);
    if (!obligation) throw new Error(`obligation ${id} is gone`);
    return obligation;
  }

  private async mustHave(em: Em, event: string) {
    const kept = await this.received.kept(em, event);
    if (!kept) throw fileGone();
    return kept;
  }

  private async mustKnow(em: Em, id: string): Promise<Person> {
    const person = await this.people.find(id, em);
    if (!person) throw new Error(`person ${id} is gone`);
    return person;
  }
}
