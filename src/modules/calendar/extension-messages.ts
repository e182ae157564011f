import { Inject, Injectable } from '@nestjs/common';
import { row, type Em } from '../database/index.js';
import { type Button, OutboxService } from '../outbox/index.js';
import { inLocale, type Locale, MESSAGES, plainDate, type Messages } from '../shared/index.js';
import { PeopleService, UnitsService } from '../units/index.js';
import type { ExtensionRequest } from './extension-request.js';
import type { Milestone } from './milestone.js';
import type { Obligation } from './obligation.js';

/** Who hears of a wish for more time: those who may grant it when it is made, its asker when it is answered. */
@Injectable()
export class ExtensionMessages {
  constructor(
    private readonly outbox: OutboxService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Tells the heads and supervisors of `receivers`, once for each request. */
  async asked(em: Em, request: ExtensionRequest, obligation: Obligation, receivers: readonly string[]): Promise<void> {
    const found = await Promise.all(
      receivers.flatMap((unit) => [this.people.at(unit, 'supervisor'), this.people.at(unit, 'head')]),
    );
    const byId = new Map(found.flat().map((person) => [person.id, person]));
    await this.tell(
      em,
      [...byId.keys()],
      `extension/${request.id}/asked`,
      'extension.asked',
      obligation,
      {
        wished: lastDay(request.wishedDueOn),
        reason: request.reason,
      },
      (locale) => [
        [
          this.answerButton(locale, 'extension.grant', request, 1),
          this.answerButton(locale, 'extension.refuse', request, 2),
        ],
      ],
    );
  }

  /** A button that works however long after: its token is the command with the wish it answers. */
  private answerButton(locale: Locale, label: string, { obligation }: ExtensionRequest, answer: 1 | 2): Button {
    const command = this.messages.t(locale, 'extension.command');
    return { label: this.messages.t(locale, label), token: `/duyet ${obligation} ${answer}`, typed: command };
  }

  /** Tells the asker what became of the wish. */
  async answered(
    em: Em,
    request: ExtensionRequest,
    obligation: Obligation,
    outcome: { granted: string; reason: string } | { refused: string },
  ): Promise<void> {
    const [text, reason] =
      'granted' in outcome ? ['extension.granted', outcome.reason] : ['extension.refused', outcome.refused];
    const due = 'granted' in outcome ? outcome.granted : obligation.dueOn;
    const key = `extension/${request.id}/answered`;
    await this.tell(em, [request.askedBy], key, text, obligation, { due: lastDay(due), reason });
  }

  /** Tells the officials and heads of the unit that the longer term `extension` holds no more; `obligation` as it is due now. */
  async takenBack(em: Em, extension: string, obligation: Obligation, reason: string): Promise<void> {
    const found = await Promise.all([
      this.people.at(obligation.unit, 'official', em),
      this.people.at(obligation.unit, 'head', em),
    ]);
    const ids = [...new Set(found.flat().map(({ id }) => id))];
    const params = { due: lastDay(obligation.dueOn), reason };
    await this.tell(em, ids, `extension/${extension}/taken-back`, 'extension.taken-back', obligation, params);
  }

  private async tell(
    em: Em,
    people: readonly string[],
    key: string,
    text: string,
    obligation: Obligation,
    params: Record<string, string>,
    buttons?: (locale: Locale) => Button[][],
  ): Promise<void> {
    const kept = await row<{ spec: Milestone }>(em, `select spec from milestone where id = ?`, [obligation.milestone]);
    const unit = (await this.units.tree()).name(obligation.unit);
    for (const id of people) {
      const person = await this.people.find(id, em);
      if (!person) continue;
      const act = kept ? inLocale(kept.spec.title, person.locale) : obligation.milestone;
      const said = this.messages.t(person.locale, text, { name: person.name, act, unit, ...params });
      const body = { text: said, ...(buttons ? { buttons: buttons(person.locale) } : {}) };
      await this.outbox.put(em, [{ key: `${key}/${id}`, kind: 'system', to: { person: id }, body }]);
    }
  }
}

/** People are told the last day on which a thing is in time; what is due is due before the day after it. */
const lastDay = (dueOn: string): string => plainDate.vi(plainDate.add(dueOn, -1));
