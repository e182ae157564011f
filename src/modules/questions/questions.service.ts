import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import { type Person, PeopleService, UnitsService } from '../units/index.js';
import type { Question } from './question.js';
import { nobodyToAsk, questionUnknown } from './problems.js';
import { QuestionMessages } from './question-messages.js';

interface QuestionRow {
  id: string;
  number: number;
  asked_by: string;
  unit_code: string;
  for_unit: string;
  obligation_id: string | null;
  row_key: string | null;
  text: string;
  asked_at: string;
  closed_at: string | null;
  answers: Question['answers'];
}

/** Longest question or answer, in characters. */
const LONGEST = 2000;

const SELECT = `
  select q.*, coalesce(jsonb_agg(jsonb_build_object('by', p.name, 'text', a.text, 'at', a.at) order by a.at)
    filter (where a.id is not null), '[]') as answers
  from question q left join question_answer a on a.question_id = q.id left join person p on p.id = a.person_id`;

/** Questions to the people above: asked in a chat or on the page, on the list of those who watch until one answers. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly words: QuestionMessages,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps a question about `unit` and tells those who may answer it; throws where nobody above could. */
  async ask(
    em: Em,
    asker: Person,
    about: { unit: string; superior?: string; obligation?: string; rowKey?: string; text: string },
    via: string,
  ): Promise<Question> {
    const { forUnit, answerers } = await this.answerersFor(em, about, asker);
    const kept = await row<{ id: string }>(
      em,
      `insert into question (id, asked_by, unit_code, for_unit, obligation_id, row_key, text, asked_at, via)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
      [
        newId(),
        asker.id,
        about.unit,
        forUnit,
        about.obligation ?? null,
        about.rowKey ?? null,
        clean(about.text),
        this.clock.now(),
        via,
      ],
    );
    const question = await this.byId(em, kept!.id);
    await this.words.asked(em, question, asker, answerers);
    return question;
  }

  /** Keeps an answer of somebody who may give one, closes the question, and tells its asker. */
  async answer(em: Em, answerer: Person, number: number, text: string, via: string): Promise<Question> {
    const found = await row<QuestionRow>(em, `select * from question where number = ? for update`, [number]);
    // Whether there is such a question is nobody's business who may not answer it.
    if (!found || !mayAnswer(answerer, found.for_unit)) throw questionUnknown({ number });
    const id = newId();
    const now = this.clock.now();
    await run(em, `insert into question_answer (id, question_id, person_id, text, at, via) values (?, ?, ?, ?, ?, ?)`, [
      id,
      found.id,
      answerer.id,
      clean(text),
      now,
      via,
    ]);
    await run(em, `update question set closed_at = coalesce(closed_at, ?) where id = ?::uuid`, [now, found.id]);
    await this.audit.note(em, {
      actor: answerer.id,
      action: 'question answered',
      subject: found.obligation_id ?? found.unit_code,
      details: { number, via },
    });
    const question = await this.byId(em, found.id);
    // Whoever was asked and has not answered hears it only while the question was still open.
    const others = found.closed_at === null ? await this.at(em, found.for_unit) : [];
    await this.words.answered(em, question, { id, text: clean(text), by: answerer }, others);
    return question;
  }

  /** What waits for `person`'s answer, the oldest first. */
  async waitingFor(person: Person, em: Em = this.database.em): Promise<Question[]> {
    const units = person.roles.flatMap(({ unit, role }) => (role === 'supervisor' || role === 'head' ? unit : []));
    if (units.length === 0) return [];
    const found = await rows<QuestionRow>(
      em,
      `${SELECT} where q.closed_at is null and q.for_unit in (?) group by q.id order by q.number limit 200`,
      [units],
    );
    return found.map(toQuestion);
  }

  /** What `person` has asked, the newest first. */
  async askedBy(person: string, em: Em = this.database.em): Promise<Question[]> {
    const found = await rows<QuestionRow>(
      em,
      `${SELECT} where q.asked_by = ?::uuid group by q.id order by q.number desc limit 50`,
      [person],
    );
    return found.map(toQuestion);
  }

  /** The nearest unit above that has somebody who may answer. */
  private async answerersFor(
    em: Em,
    { unit, superior }: { unit: string; superior?: string },
    asker: Person,
  ): Promise<{ forUnit: string; answerers: Person[] }> {
    const tree = await this.units.tree();
    for (let above = superior ?? tree.find(unit)?.parent; above !== undefined; above = tree.find(above)?.parent) {
      const answerers = (await this.at(em, above)).filter((one) => one.id !== asker.id);
      if (answerers.length > 0) return { forUnit: above, answerers };
    }
    throw nobodyToAsk();
  }

  private async at(em: Em, unit: string): Promise<Person[]> {
    const supervisors = await this.people.at(unit, 'supervisor', em);
    return supervisors.length > 0 ? supervisors : this.people.at(unit, 'head', em);
  }

  private async byId(em: Em, id: string): Promise<Question> {
    const found = await row<QuestionRow>(em, `${SELECT} where q.id = ?::uuid group by q.id`, [id]);
    return toQuestion(found!);
  }
}

const clean = (text: string): string => text.normalize('NFC').trim().slice(0, LONGEST);

/** Supervisors and heads of the unit that was asked. */
const mayAnswer = (person: Person, unit: string): boolean =>
  person.roles.some((held) => held.unit === unit && (held.role === 'supervisor' || held.role === 'head'));

function toQuestion(found: QuestionRow): Question {
  return {
    number: found.number,
    askedBy: found.asked_by,
    unit: found.unit_code,
    forUnit: found.for_unit,
    obligation: found.obligation_id ?? undefined,
    rowKey: found.row_key ?? undefined,
    text: found.text,
    askedAt: instant(found.asked_at),
    closedAt: instant(found.closed_at),
    answers: found.answers,
  };
}
