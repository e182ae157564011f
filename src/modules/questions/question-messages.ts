import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, row, type Em } from '../database/index.js';
import { type ClaimedMessage, type DoorAnswer, OutboxService } from '../outbox/index.js';
import { MESSAGES, type Messages } from '../shared/index.js';
import { type Person, PeopleService, UnitsService } from '../units/index.js';
import type { Question } from './question.js';

/** Who hears of a question: those who may answer it when it is asked, its asker (and they) when it is answered. */
@Injectable()
export class QuestionMessages implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.outbox.addDoor('question', (messages) => Promise.all(messages.map((message) => this.askAtTheDoor(message))));
  }

  async asked(em: Em, question: Question, asker: Person, answerers: readonly Person[]): Promise<void> {
    const unit = (await this.units.tree()).name(question.unit);
    const params = { asker: asker.name, unit, number: question.number, text: question.text };
    for (const one of answerers) {
      const text = this.messages.t(one.locale, `questions.${heading(question)}asked`, { name: one.name, ...params });
      await this.put(em, `question/${question.number}/${one.id}`, one, text);
    }
  }

  /** The asker hears the answer in the chat; the others who were asked hear that it is done. */
  async answered(
    em: Em,
    question: Question,
    answer: { id: string; text: string; by: Person },
    others: readonly Person[],
  ) {
    const { by } = answer;
    const params = { by: by.name, number: question.number, text: answer.text, question: question.text };
    const asker = await this.people.find(question.askedBy, em);
    if (asker) {
      const text = this.messages.t(asker.locale, `questions.${heading(question)}answered`, {
        name: asker.name,
        ...params,
      });
      await this.put(em, `answer/${answer.id}/${asker.id}`, asker, text);
    }
    for (const one of others.filter((other) => other.id !== by.id && other.id !== question.askedBy)) {
      const text = this.messages.t(one.locale, `questions.${heading(question)}answered-by-another`, {
        name: one.name,
        ...params,
      });
      await this.put(em, `answer/${answer.id}/${one.id}`, one, text);
    }
  }

  /** Whoever raised the difficulty hears what was done; the others who received it hear that it is done. */
  async settled(em: Em, question: Question, { text, by }: { text: string; by: Person }, others: readonly Person[]) {
    const params = { by: by.name, number: question.number, text, question: question.text };
    const asker = await this.people.find(question.askedBy, em);
    const told = new Map([...others, ...(asker ? [asker] : [])].map((one) => [one.id, one]));
    told.delete(by.id);
    for (const one of told.values()) {
      const words = one.id === question.askedBy ? 'questions.settled' : 'questions.settled-by-another';
      await this.put(
        em,
        `settlement/${question.number}/${one.id}`,
        one,
        this.messages.t(one.locale, words, { name: one.name, ...params }),
      );
    }
  }

  private async put(em: Em, key: string, to: Person, text: string): Promise<void> {
    await this.outbox.put(em, [{ key, kind: 'system', to: { person: to.id }, body: { text } }]);
  }

  /** A question that was answered before it left needs nobody else. */
  private async askAtTheDoor(message: ClaimedMessage): Promise<DoorAnswer> {
    const number = Number(message.key.split('/')[1]);
    const open = await row(this.database.em, `select 1 from question where number = ? and closed_at is null`, [number]);
    return open ? { send: message.body } : { skip: 'question-answered' };
  }
}

/** What the texts about a difficulty begin with; those about a question have no such part. */
const heading = ({ kind }: Question): string => (kind === 'difficulty' ? 'difficulty-' : '');
