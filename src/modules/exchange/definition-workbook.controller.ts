import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { editsBetween, type FormDefinition, wellShaped } from '../../forms/index.js';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { DefinitionsService, DraftsService, Sayer } from '../definitions/index.js';
import { fold, type Locale, MESSAGES, type Messages, Takes } from '../shared/index.js';
import { notAWorkbook } from './problems.js';
import { rulesInWords } from './rules-in-words.js';

const Which = z.object({ version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]).optional() });

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A form's definition as a workbook, out and back. */
@Controller('api/forms/:key')
@UseGuards(SessionGuard, AdminGuard)
export class DefinitionWorkbookController {
  constructor(
    private readonly definitions: DefinitionsService,
    private readonly drafts: DraftsService,
    private readonly sayer: Sayer,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  @Get('workbook')
  async write(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Query({ schema: Which }) { version }: z.infer<typeof Which>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const from = await this.wanted(key, version);
    const { writeDefinitionWorkbook } = await import('./definition-workbook/index.js');
    const rules = rulesInWords(from.definition, person.locale, this.messages);
    const buffer = await writeDefinitionWorkbook(from.definition, from, this.words(person.locale), rules);
    const name = `${fold(key).replace(/[^a-z0-9]+/g, '-')}-${from.draft === undefined ? `v${from.version}` : 'draft'}.xlsx`;
    void reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(buffer);
  }

  /** What a workbook that came back would change in the open draft. Nothing is changed: the page posts the edits. */
  @Post('draft/workbook')
  @Takes({ body: 'file' })
  @HttpCode(200)
  async read(@CurrentPerson() { person }: SignedIn, @Param('key') key: string, @Body() body: unknown) {
    if (!Buffer.isBuffer(body)) throw notAWorkbook();
    const { locale } = person;
    const draft = await this.drafts.open(key);
    const { readDefinitionWorkbook } = await import('./definition-workbook/index.js');
    const { definition, faults, proposed } = await readDefinitionWorkbook(body, draft.definition, this.words(locale));
    const shaped = faults.length > 0 ? undefined : wellShaped(definition);
    const found =
      shaped && !shaped.ok ? [{ code: 'misshapen', params: { place: shaped.place }, cell: undefined }] : faults;
    const after: FormDefinition = shaped?.ok ? shaped.definition : draft.definition;
    const edits = editsBetween(draft.definition, after);
    return {
      revision: draft.revision,
      edits,
      proposed: proposed.map((one) => this.messages.t(locale, 'exchange.definition.proposed', { ...one })),
      ...this.sayer.differences(draft.definition, after, locale),
      faults: found.map(({ code, params, cell }) => ({
        cell: cell ?? null,
        text: this.messages.t(locale, `exchange.definition.fault.${code}`, params),
      })),
    };
  }

  private async wanted(key: string, version: number | 'draft' | undefined) {
    if (version === 'draft') {
      const { base, revision, definition } = await this.drafts.open(key);
      return { version: base, draft: revision, definition };
    }
    const wanted = version ?? (await this.definitions.newestOf(key));
    const { definition } = await this.definitions.get(key, wanted);
    return { version: wanted, draft: undefined, definition };
  }

  private words(locale: Locale): (key: string) => string {
    return (key) => this.messages.t(locale, `exchange.definition.${key}`);
  }
}
