import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { applyEdits, editsBetween, faultsOf, stillToDo, wellShaped } from '../../forms/index.js';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { DefinitionsService, DraftsService, Sayer, SurroundingsService } from '../definitions/index.js';
import { fold, inLocale, type Locale, MESSAGES, type Messages, Takes } from '../shared/index.js';
import type { Terms } from './definition-workbook/index.js';
import { notAWorkbook } from './problems.js';

const Which = z.object({ version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]).optional() });

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A form's definition as a workbook, out and back. */
@Controller('api/forms/:key')
@UseGuards(SessionGuard, AdminGuard)
export class DefinitionWorkbookController {
  constructor(
    private readonly definitions: DefinitionsService,
    private readonly drafts: DraftsService,
    private readonly surroundings: SurroundingsService,
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
    const buffer = await writeDefinitionWorkbook(from.definition, from, await this.terms(person.locale));
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
    const { newFaults, readDefinitionWorkbook, shapeFault } = await import('./definition-workbook/index.js');
    const read = await readDefinitionWorkbook(body, draft.definition, await this.terms(locale));
    const shaped = read.faults.length > 0 ? undefined : wellShaped(read.definition);
    const found = shaped && !shaped.ok ? [shapeFault(read, shaped.place)] : read.faults;
    // Only what was changed in the file since it went out; what others changed meanwhile stands, or is asked about.
    const edits = shaped?.ok ? stillToDo(draft.definition, editsBetween(read.base, shaped.definition)) : [];
    const { definition: after, refusals } = applyEdits(draft.definition, edits);
    const around = await this.surroundings.of(key);
    const wrong = newFaults(draft.definition, after, (definition) => faultsOf(definition, around));
    const isTaken = found.length === 0 && wrong.length === 0;
    return {
      revision: draft.revision,
      edits: isTaken ? edits : [],
      /** Edits of places that somebody else changed since the file went out: applying asks about each. */
      meanwhile: isTaken ? refusals.length : 0,
      proposed: read.proposed.map((one) => this.messages.t(locale, 'exchange.definition.proposed', { ...one })),
      ...this.sayer.differences(
        draft.definition,
        isTaken ? after : draft.definition,
        locale,
        await this.surroundings.audiences(),
      ),
      faults: [
        ...found.map(({ code, params, cell }) => ({
          cell: cell ?? null,
          text: this.messages.t(locale, `exchange.definition.fault.${code}`, params),
        })),
        ...wrong.map((fault) => ({
          cell: (fault.list && fault.key && read.cellOf(fault.list, fault.key, fault.field ?? 'key')) || null,
          text: this.sayer.fault(fault, locale).text,
        })),
      ],
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

  private async terms(locale: Locale): Promise<Terms> {
    const audiences = await this.surroundings.audiences();
    return {
      words: (key) => this.messages.t(locale, `exchange.definition.${key}`),
      forms: (word, params) => this.messages.t(locale, `forms.word.${word}`, params),
      locale,
      audiences: audiences.map(({ code, title }) => ({ code, name: inLocale(title, locale) })),
    };
  }
}
