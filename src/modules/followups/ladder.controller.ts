import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { plainDate } from '../shared/index.js';
import { AppliedAnswer, DraftAnswer, DryRunAnswerBody, LadderAnswer, PreviewAnswer } from './answers.js';
import { rangeTooLong } from './dry-run.controller.js';
import { DryRunService, rangeHolds } from './dry-run.service.js';
import { LadderDraftsService } from './ladder-drafts.service.js';
import { NoticePreviewService } from './notice-preview.service.js';
import { ladderFile } from './read-ladder.js';

const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });
const note = z.string().trim().max(1000).default('');
const replan = z.boolean().default(false);

const DraftBody = z.strictObject({ ladder: ladderFile, revision: z.int().min(0) });
const DifferenceBody = z.strictObject({
  from: day,
  to: day,
  units: z.array(z.string().max(100)).min(1).max(5000).optional(),
});
const ApplyBody = z.strictObject({ revision: z.int().min(1), note, replan });
const RestoreBody = z.strictObject({ note, replan });
const PreviewBody = z.strictObject({
  unit: z.string().max(100),
  locale: z.enum(['vi', 'en']).default('vi'),
  text: z.string().trim().min(1).max(2000),
});
const version = z.coerce.number().int().min(1);

/** The ladder as admins see and change it. */
@Controller('api/ladder')
@UseGuards(SessionGuard, AdminGuard)
export class LadderController {
  constructor(
    private readonly drafts: LadderDraftsService,
    private readonly dryRuns: DryRunService,
    private readonly previews: NoticePreviewService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: LadderAnswer })
  see(@CurrentPerson() { person }: SignedIn): Promise<z.infer<typeof LadderAnswer>> {
    return this.drafts.see(person.locale);
  }

  /** An earlier version, to be looked at before it is restored. */
  @Get('versions/:version')
  @ApiOkResponse({ standardSchema: ladderFile })
  version(@Param('version', { schema: version }) number: number): Promise<z.infer<typeof ladderFile>> {
    return this.drafts.version(number);
  }

  /** Saves the shared draft; `revision` 0 begins it, else the one that the page saw. */
  @Put('draft')
  @ApiOkResponse({ standardSchema: DraftAnswer })
  save(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: DraftBody }) body: z.infer<typeof DraftBody>,
  ): Promise<z.infer<typeof DraftAnswer>> {
    return this.drafts.save(person, body.ladder, body.revision);
  }

  @Delete('draft')
  @HttpCode(204)
  async discard(@CurrentPerson() { person }: SignedIn): Promise<void> {
    await this.drafts.discard(person);
  }

  /** What the draft would change in these days. */
  @Post('draft/difference')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: DryRunAnswerBody })
  async difference(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: DifferenceBody }) body: z.infer<typeof DifferenceBody>,
  ): Promise<z.infer<typeof DryRunAnswerBody>> {
    if (!rangeHolds(body)) throw rangeTooLong();
    return this.dryRuns.run(person, { ...body, edit: { kind: 'ladder', ladder: await this.drafts.checked() } });
  }

  /** Puts the draft in force; today's unsent messages follow only with `replan`. */
  @Post('draft/apply')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: AppliedAnswer })
  apply(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: ApplyBody }) body: z.infer<typeof ApplyBody>,
  ): Promise<z.infer<typeof AppliedAnswer>> {
    return this.drafts.apply(person, body);
  }

  /** Puts an earlier version in force again. */
  @Post('versions/:version/restore')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: AppliedAnswer })
  restore(
    @CurrentPerson() { person }: SignedIn,
    @Param('version', { schema: version }) number: number,
    @Body({ schema: RestoreBody }) body: z.infer<typeof RestoreBody>,
  ): Promise<z.infer<typeof AppliedAnswer>> {
    return this.drafts.restore(person, number, body);
  }

  /** The line that a text gives for a unit: for what it owes next. */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: PreviewAnswer })
  preview(@Body({ schema: PreviewBody }) body: z.infer<typeof PreviewBody>): Promise<z.infer<typeof PreviewAnswer>> {
    return this.previews.preview(body);
  }
}
