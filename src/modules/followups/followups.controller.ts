import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, notAllowed, SessionGuard, type SignedIn } from '../access/index.js';
import { ExtensionsService } from '../calendar/index.js';
import { StatusReviewsService } from '../reports/index.js';
import { plainDate } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { BoardService } from './board.service.js';
import { EscalationsService } from './escalations.service.js';
import { PromisesService } from './promises.service.js';
import { questionUnknown, UnitQuestionsService } from './unit-questions.service.js';

const day = z.string().refine(plainDate.ofOurTime, { error: 'must be a day as YYYY-MM-DD' });
const words = z.string().trim().min(3).max(1000);
const PromiseBody = z.strictObject({ promisedOn: day, note: z.string().max(1000).default('') });
const ExtensionBody = z.strictObject({ dueOn: day, reason: words, confirmed: z.boolean().optional() });
const AcknowledgementBody = z.strictObject({ note: z.string().trim().max(1000).default('') });
const HandoverBody = z.strictObject({ person: z.uuid(), note: z.string().trim().max(1000).default('') });
const WordsBody = z.strictObject({ text: words });
const QuestionsQuery = z.strictObject({ obligation: z.uuid().optional() });

const ReviewBody = z.strictObject({
  outcome: z.enum(['accepted', 'returned']),
  reason: z.string().trim().max(1000).optional(),
});
const uuid = z.uuid();

const Colleagues = z.object({
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string(), title: z.string(), unit: z.string() })),
});
const UnitQuestionsWaiting = z.object({
  waiting: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      unitName: z.string(),
      askedBy: z.string(),
      text: z.string(),
      askedAt: z.string(),
    }),
  ),
});

@Controller('api')
@UseGuards(SessionGuard)
export class FollowupsController {
  constructor(
    private readonly board: BoardService,
    private readonly promises: PromisesService,
    private readonly extensions: ExtensionsService,
    private readonly escalations: EscalationsService,
    private readonly questions: UnitQuestionsService,
    private readonly reviews: StatusReviewsService,
    private readonly units: UnitsService,
  ) {}

  @Get('board')
  async see(@CurrentPerson() { person, scope }: SignedIn) {
    if (!scope.has('supervisor') && !scope.has('head') && !scope.has('admin')) throw notAllowed();
    return this.board.board(scope.visible(), person);
  }

  /** What is overdue in the units that the person watches, longest late first. */
  @Get('overdue')
  overdue(@CurrentPerson() { person }: SignedIn) {
    return this.escalations.overdueOf(person);
  }

  /** A dated promise in answer to an escalation. */
  @Post('obligations/:id/promise')
  @HttpCode(204)
  async promise(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: PromiseBody }) body: z.infer<typeof PromiseBody>,
  ): Promise<void> {
    await this.promises.make(person, id, body);
  }

  /** The person has seen the lateness and takes care of it. */
  @Post('obligations/:id/acknowledgement')
  @HttpCode(204)
  async acknowledge(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: AcknowledgementBody }) body: z.infer<typeof AcknowledgementBody>,
  ): Promise<void> {
    await this.escalations.acknowledge(person, id, body.note);
  }

  /** The unit's newest status report is accepted, or returned with a reason; whoever gave it hears that. */
  @Post('obligations/:id/status-review')
  @HttpCode(204)
  async review(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: ReviewBody }) { outcome, reason = '' }: z.infer<typeof ReviewBody>,
  ): Promise<void> {
    await this.reviews.review(person, id, { outcome, reason });
  }

  /** One lateness handed to a colleague who watches the unit too. */
  @Post('obligations/:id/handover')
  @HttpCode(204)
  async handOver(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: HandoverBody }) body: z.infer<typeof HandoverBody>,
  ): Promise<void> {
    await this.escalations.handOver(person, id, body);
  }

  /** A question to the unit that is late; its officials and heads are told. */
  @Post('obligations/:id/question')
  ask(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: WordsBody }) body: z.infer<typeof WordsBody>,
  ) {
    return this.questions.ask(person, id, body.text);
  }

  /** Colleagues to whom something late may be handed over. */
  @Get('colleagues')
  @ApiOkResponse({ standardSchema: Colleagues })
  async colleagues(@CurrentPerson() { person }: SignedIn) {
    return { colleagues: await this.escalations.colleagues(person) };
  }

  /** What the units of the signed-in person are asked and have not answered. */
  @Get('unit-questions/waiting')
  @ApiOkResponse({ standardSchema: UnitQuestionsWaiting })
  async questionsWaiting(@CurrentPerson() { person }: SignedIn) {
    const [waiting, tree] = [await this.questions.waitingFor(person), await this.units.tree()];
    return {
      waiting: waiting.map(({ id, number, unit, askedBy, question, askedAt }) => {
        return { id, number, unitName: tree.name(unit), askedBy, text: question, askedAt };
      }),
    };
  }

  /** Questions to units and their answers, newest first. */
  @Get('unit-questions')
  questionsAsked(
    @CurrentPerson() { person }: SignedIn,
    @Query({ schema: QuestionsQuery }) query: z.infer<typeof QuestionsQuery>,
  ) {
    return this.questions.list(person, query.obligation);
  }

  /** The answer of the unit; whoever asked is told. */
  @Post('unit-questions/:id/answer')
  @HttpCode(204)
  async answer(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: WordsBody }) body: z.infer<typeof WordsBody>,
  ): Promise<void> {
    if (!uuid.safeParse(id).success) throw questionUnknown();
    await this.questions.answer(person, id, body.text);
  }

  /** Reminds a unit now, at most once a day; gives how many were told and when it leaves. */
  @Post('units/:unit/reminder')
  @HttpCode(200)
  remindNow(@CurrentPerson() { person }: SignedIn, @Param('unit') unit: string) {
    return this.escalations.remindNow(person, unit);
  }

  /** A later due, granted by a recipient; asks for a confirmation where it passes the recipient's own due. */
  @Post('obligations/:id/extension')
  @HttpCode(200)
  extend(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: ExtensionBody }) body: z.infer<typeof ExtensionBody>,
  ) {
    return this.extensions.grant(person, id, body);
  }
}
