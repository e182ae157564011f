import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, notAllowed, SessionGuard, type SignedIn } from '../access/index.js';
import { ExtensionsService } from '../calendar/index.js';
import { plainDate } from '../shared/index.js';
import { BoardService } from './board.service.js';
import { PromisesService } from './promises.service.js';

const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });
const PromiseBody = z.strictObject({ promisedOn: day, note: z.string().max(1000).default('') });
const ExtensionBody = z.strictObject({
  dueOn: day,
  reason: z.string().trim().min(3).max(1000),
  confirmed: z.boolean().optional(),
});

@Controller('api')
@UseGuards(SessionGuard)
export class FollowupsController {
  constructor(
    private readonly board: BoardService,
    private readonly promises: PromisesService,
    private readonly extensions: ExtensionsService,
  ) {}

  @Get('board')
  async see(@CurrentPerson() { person, scope }: SignedIn) {
    if (!scope.has('supervisor') && !scope.has('head') && !scope.has('admin')) throw notAllowed();
    return this.board.board(scope.visible(), person);
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
