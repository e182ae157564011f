import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, notAllowed, SessionGuard, type SignedIn } from '../access/index.js';
import { plainDate, problem } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { DryRunAnswerBody } from './answers.js';
import { DryRunService, rangeHolds } from './dry-run.service.js';
import { checkedLadder } from './ladder-faults.js';
import { ladderFile } from './read-ladder.js';

export const rangeTooLong = problem('followups.dry-run-range', 422);

const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });
const code = z.string().min(1).max(100);
const shift = z.union([z.strictObject({ dueOn: day }), z.strictObject({ days: z.int().min(-366).max(366) })]);

const EditBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('due'),
    planYear: z.int().min(2000).max(2200),
    milestone: code,
    ofKind: code.optional(),
    under: code.optional(),
    units: z.array(code).min(1).max(5000).optional(),
    shift,
  }),
  z.strictObject({ kind: z.literal('waive'), obligations: z.array(z.uuid()).min(1).max(5000) }),
  z.strictObject({ kind: z.literal('ladder'), ladder: ladderFile }),
  z.strictObject({
    kind: z.literal('holidays'),
    days: z
      .array(
        z.strictObject({
          date: day,
          kind: z.enum(['off', 'swap-off', 'work']),
          status: z.enum(['decreed', 'assumed']).default('assumed'),
        }),
      )
      .min(1)
      .max(100),
  }),
]);

const DryRunBody = z.strictObject({
  from: day,
  to: day,
  units: z.array(code).min(1).max(5000).optional(),
  milestone: code.optional(),
  edit: EditBody.optional(),
});

/** What will go out, before it does. */
@Controller('api/followups')
@UseGuards(SessionGuard)
export class DryRunController {
  constructor(
    private readonly dryRuns: DryRunService,
    private readonly units: UnitsService,
  ) {}

  /** Plans a range of days without writing anything; with an edit, what that edit changes. */
  @Post('dry-run')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: DryRunAnswerBody })
  async dryRun(
    @CurrentPerson() { person, scope }: SignedIn,
    @Body({ schema: DryRunBody }) body: z.infer<typeof DryRunBody>,
  ): Promise<z.infer<typeof DryRunAnswerBody>> {
    if (!scope.has('supervisor') && !scope.has('head') && !scope.has('admin')) throw notAllowed();
    if (!rangeHolds(body)) throw rangeTooLong();
    const { edit, ...question } = body;
    if (edit?.kind !== 'ladder') return this.dryRuns.run(person, { ...question, edit });
    const tree = await this.units.tree();
    return this.dryRuns.run(person, {
      ...question,
      edit: { kind: 'ladder', ladder: checkedLadder(edit.ladder, tree) },
    });
  }
}
