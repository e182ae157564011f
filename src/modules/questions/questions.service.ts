import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import { type Person, PeopleService, UnitsService } from '../units/index.js';
import type { Question } from './question.js';
import { difficultySettled, nobodyToAsk, notADifficulty, questionUnknown } from './problems.js';
import { QuestionMessages } from './question-messages.js';

interface QuestionRow {
  id: string;
  number: number;
  asked_by: string;
  unit_code: string;
  for_unit: string;
  obligation_id: string | null;
  row_key: string | null;
  kind: Question['kind'];
  text: string;
  asked_at: string;
  asked_on: string;
  closed_at: string | null;
  settlement: string | null;
  settler: string | null;
  answers: Question['answers'];
}

/** Trait of the body to which the units of its tree tell their difficulties. */
const RECEIVES_DIFFICULTIES = 'receives-difficulties';

/** Longest question or answer, in characters. */
const LONGEST = 2000;

const SELECT = `
  select q.*, plan_day(q.asked_at)::text as asked_on, (select s.name from person s where s.id = q.settled_by) as settler,
    coalesce(jsonb_agg(jsonb_build_object('by', p.name, 'text', a.text, 'at', a.at) order by a.at)
    filter (where a.id is not null), '[]') as answers
  from question q left join question_answer a on a.question_id = q.id left join person p on p.id = a.person_id`;

interface About {
  unit: string;
  superior?: string;
  obligation?: string;
  rowKey?: string;
  text: string;
}

/**
 * Questions to the people above, on the list of those who watch until one answers; and difficulties, told to the planning
 * department (directive IV.3), which stay open until they are settled. Both are raised in a chat or on the page.
 */
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
  async ask(em: Em, asker: Person, about: About, via: string): Promise<Question> {
    return this.keep(em, 'question', asker, about, await this.answerersFor(em, about, asker), via);
  }

  /** Keeps a difficulty of `unit` and tells the planning department of the unit's tree, else whoever watches the unit. */
  async raise(em: Em, asker: Person, about: About, via: string): Promise<Question> {
    const to = (await this.receiversFor(em, about.unit, asker)) ?? (await this.answerersFor(em, about, asker));
    const question = await this.keep(em, 'difficulty', asker, about, to, via);
    await this.audit.note(em, {
      actor: asker.id,
      action: 'difficulty raised',
      subject: about.obligation ?? about.unit,
      details: { number: question.number, via },
    });
    return question;
  }

  private async keep(
    em: Em,
    kind: Question['kind'],
    asker: Person,
    about: About,
    { forUnit, answerers }: { forUnit: string; answerers: readonly Person[] },
    via: string,
  ): Promise<Question> {
    const kept = await row<{ id: string }>(
      em,
      `insert into question (id, kind, asked_by, unit_code, for_unit, obligation_id, row_key, text, asked_at, via)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
      [
        newId(),
        kind,
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

  /** Keeps an answer of somebody who may give one and tells the asker; it closes a question, and leaves a difficulty open. */
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
    await run(em, `update question set closed_at = coalesce(closed_at, ?) where id = ?::uuid and kind = 'question'`, [
      now,
      found.id,
    ]);
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

  /** A difficulty is settled by somebody who receives it; whoever raised it hears what was done. */
  async settle(em: Em, settler: Person, number: number, text: string, via: string): Promise<Question> {
    const found = await row<QuestionRow>(em, `select * from question where number = ? for update`, [number]);
    if (!found || !mayAnswer(settler, found.for_unit)) throw questionUnknown({ number });
    if (found.kind !== 'difficulty') throw notADifficulty({ number });
    if (found.closed_at !== null) throw difficultySettled({ number });
    await run(em, `update question set closed_at = ?, settled_by = ?, settlement = ? where id = ?::uuid`, [
      this.clock.now(),
      settler.id,
      clean(text),
      found.id,
    ]);
    await this.audit.note(em, {
      actor: settler.id,
      action: 'difficulty settled',
      subject: found.obligation_id ?? found.unit_code,
      details: { number, via },
    });
    const question = await this.byId(em, found.id);
    await this.words.settled(em, question, { text: clean(text), by: settler }, await this.at(em, found.for_unit));
    return question;
  }

  /** Every difficulty that is not settled, the oldest first. */
  async openDifficulties(em: Em = this.database.em): Promise<Question[]> {
    const found = await rows<QuestionRow>(
      em,
      `${SELECT} where q.kind = 'difficulty' and q.closed_at is null group by q.id order by q.number`,
    );
    return found.map(toQuestion);
  }

  /** Difficulties that the bodies of `person` receive, settled or not, the newest first. */
  async difficultiesFor(person: Person, em: Em = this.database.em): Promise<Question[]> {
    const units = watchedBy(person);
    if (units.length === 0) return [];
    const found = await rows<QuestionRow>(
      em,
      `${SELECT} where q.kind = 'difficulty' and q.for_unit in (?) group by q.id order by q.number desc limit 500`,
      [units],
    );
    return found.map(toQuestion);
  }

  /** Those of `numbers` that are open, by number. */
  async byNumbers(numbers: readonly number[], em: Em = this.database.em): Promise<Map<number, Question>> {
    if (numbers.length === 0) return new Map();
    const found = await rows<QuestionRow>(em, `${SELECT} where q.number in (?) and q.closed_at is null group by q.id`, [
      [...new Set(numbers)],
    ]);
    return new Map(found.map((one) => [one.number, toQuestion(one)]));
  }

  /** What waits for `person`'s answer, the oldest first. */
  async waitingFor(person: Person, em: Em = this.database.em): Promise<Question[]> {
    const units = watchedBy(person);
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

  /** The body of the unit's tree that receives difficulties, nearest first, where somebody of it can be told. */
  private async receiversFor(em: Em, unit: string, asker: Person) {
    const tree = await this.units.tree();
    const bodies = tree.units.filter((one) => one.traits.includes(RECEIVES_DIFFICULTIES));
    for (let above = tree.find(unit); above !== undefined; above = tree.find(above.parent ?? '')) {
      for (const { code } of bodies.filter(({ parent }) => parent === above.code)) {
        const answerers = (await this.at(em, code)).filter((one) => one.id !== asker.id);
        if (answerers.length > 0) return { forUnit: code, answerers };
      }
    }
    return undefined;
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

/** Units whose questions the person may answer. */
const watchedBy = (person: Person): string[] =>
  person.roles.flatMap(({ unit, role }) => (role === 'supervisor' || role === 'head' ? unit : []));

function toQuestion(found: QuestionRow): Question {
  return {
    kind: found.kind,
    number: found.number,
    askedBy: found.asked_by,
    unit: found.unit_code,
    forUnit: found.for_unit,
    obligation: found.obligation_id ?? undefined,
    rowKey: found.row_key ?? undefined,
    text: found.text,
    askedAt: instant(found.asked_at),
    askedOn: found.asked_on,
    closedAt: instant(found.closed_at),
    ...(found.settlement === null ? {} : { settlement: { by: found.settler ?? '', text: found.settlement } }),
    answers: found.answers,
  };
}
