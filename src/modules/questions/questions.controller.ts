import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { ObligationsService, obligationUnknown } from '../calendar/index.js';
import { Database } from '../database/index.js';
import { PeopleService, UnitsService } from '../units/index.js';
import type { Question } from './question.js';
import { QuestionsService } from './questions.service.js';

const words = z.string().trim().min(1).max(2000);
const AskBody = z.strictObject({ obligation: z.uuid(), row: z.string().min(1).max(100).optional(), text: words });
const DifficultyBody = z
  .strictObject({ unit: z.string().min(1).max(60).optional(), obligation: z.uuid().optional(), text: words })
  .refine((body) => (body.unit === undefined) !== (body.obligation === undefined), 'either a unit or an obligation');
const AnswerBody = z.strictObject({ text: words });

/** Questions and difficulties on the page: what waits for the signed-in person, what the person asked, and answering. */
@Controller('api/questions')
@UseGuards(SessionGuard)
export class QuestionsController {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionsService,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
  ) {}

  @Get()
  async list(@CurrentPerson() { person }: SignedIn) {
    const [waiting, asked] = await Promise.all([this.questions.waitingFor(person), this.questions.askedBy(person.id)]);
    return { waiting: await this.named(waiting), asked: await this.named(asked) };
  }

  @Post()
  @HttpCode(201)
  async ask(@CurrentPerson() { person, scope }: SignedIn, @Body({ schema: AskBody }) body: z.infer<typeof AskBody>) {
    const obligation = await this.obligations.find(body.obligation);
    if (!obligation) throw obligationUnknown();
    scope.mustAnswerFor(obligation.unit);
    const { unit, superior } = obligation;
    const about = { unit, superior, obligation: obligation.id, rowKey: body.row, text: body.text };
    const { number } = await this.database.transaction((em) => this.questions.ask(em, person, about, 'page'));
    return { number };
  }

  /** The difficulties that the signed-in person's body gathers, settled or not. */
  @Get('difficulties')
  async difficulties(@CurrentPerson() { person }: SignedIn) {
    return { items: await this.named(await this.questions.difficultiesFor(person)) };
  }

  /** Tells the planning department of a difficulty of the own unit, about something owed or in general. */
  @Post('difficulties')
  @HttpCode(201)
  async raise(
    @CurrentPerson() { person, scope }: SignedIn,
    @Body({ schema: DifficultyBody }) body: z.infer<typeof DifficultyBody>,
  ) {
    const obligation = body.obligation === undefined ? undefined : await this.obligations.find(body.obligation);
    if (body.obligation !== undefined && !obligation) throw obligationUnknown();
    const unit = obligation?.unit ?? body.unit ?? '';
    scope.mustAnswerFor(unit);
    const about = { unit, superior: obligation?.superior, obligation: obligation?.id, text: body.text };
    const { number } = await this.database.transaction((em) => this.questions.raise(em, person, about, 'page'));
    return { number };
  }

  /** A difficulty is settled by whoever receives it. */
  @Post(':number/settlement')
  @HttpCode(204)
  async settle(
    @CurrentPerson() { person }: SignedIn,
    @Param('number', ParseIntPipe) number: number,
    @Body({ schema: AnswerBody }) { text }: z.infer<typeof AnswerBody>,
  ): Promise<void> {
    await this.database.transaction((em) => this.questions.settle(em, person, number, text, 'page'));
  }

  @Post(':number/answers')
  @HttpCode(204)
  async answer(
    @CurrentPerson() { person }: SignedIn,
    @Param('number', ParseIntPipe) number: number,
    @Body({ schema: AnswerBody }) { text }: z.infer<typeof AnswerBody>,
  ): Promise<void> {
    await this.database.transaction((em) => this.questions.answer(em, person, number, text, 'page'));
  }

  private async named(questions: readonly Question[]) {
    const people = await this.people.findAll(questions.map((one) => one.askedBy));
    const tree = await this.units.tree();
    return questions.map(({ askedBy, ...one }) => ({
      ...one,
      askedBy: people.get(askedBy)?.name ?? null,
      unitName: tree.name(one.unit),
    }));
  }
}
