import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { type Carry, type Edit, type Fault, faultsOf, type FormDefinition, proposeCarries } from '../../forms/index.js';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import {
  DefinitionsService,
  type Draft,
  DraftsService,
  labelsOf,
  PublishingService,
  Sayer,
  SurroundingsService,
} from '../definitions/index.js';
import type { Locale } from '../shared/index.js';
import { EditsBody, PublishBody, SeenBody } from './bodies.js';
import { RehearsalService } from './rehearsal.service.js';

/** An admin's work on the next version of a form. */
@Controller('api/forms/:key/draft')
@UseGuards(SessionGuard, AdminGuard)
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly definitions: DefinitionsService,
    private readonly publishing: PublishingService,
    private readonly rehearsal: RehearsalService,
    private readonly surroundings: SurroundingsService,
    private readonly sayer: Sayer,
  ) {}

  /** Begins a draft where none is open. */
  @Post()
  @HttpCode(200)
  async begin(@CurrentPerson() { person }: SignedIn, @Param('key') key: string) {
    return this.shown(await this.drafts.begin(key, person.id), person.locale);
  }

  @Get()
  async read(@CurrentPerson() { person }: SignedIn, @Param('key') key: string) {
    return this.shown(await this.drafts.open(key), person.locale);
  }

  /**
   * Applies all edits or, where one is refused, none: each refused one is told with both values and who wrote what stands, and
   * `revision` is the one before.
   */
  @Post('edits')
  @HttpCode(200)
  async edit(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Body({ schema: EditsBody }) body: z.infer<typeof EditsBody>,
  ) {
    const given = { ...body, edits: body.edits as Edit[] };
    const { draft, undo, refused, moved } = await this.drafts.edit(key, given, person.id);
    const found = await this.findings(draft, person.locale);
    return {
      revision: draft.revision,
      ...(moved || refused.length > 0 ? { definition: draft.definition } : {}),
      ...found,
      undo,
      refused: refused.map(({ index, code, now, by, at, edit }) => ({
        index,
        code,
        text: this.sayer.refusal({ code, edit }, person.locale),
        now: now ?? null,
        by: by ?? null,
        at: at ?? null,
      })),
    };
  }

  @Post('discard')
  @HttpCode(204)
  async discard(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Body({ schema: SeenBody }) { seen }: z.infer<typeof SeenBody>,
  ): Promise<void> {
    await this.drafts.discard(key, seen, person.id);
  }

  /** Looks for faults and plays the last round through the draft; without faults this revision may be published. */
  @Post('check')
  @HttpCode(200)
  async check(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Body({ schema: SeenBody }) { seen }: z.infer<typeof SeenBody>,
  ) {
    const draft = await this.drafts.open(key);
    const faults = (await this.faultsOf(draft)).map((fault) => this.sayer.fault(fault, person.locale));
    if (faults.length > 0) return { faults, dryRun: null };
    const dryRun = await this.rehearsal.rehearse(draft, person.locale);
    await this.drafts.markChecked(key, seen);
    return { faults, dryRun };
  }

  /** What the engine proposes for answers given under the base; the admin confirms or changes it. */
  @Get('carries')
  async carries(@CurrentPerson() { person }: SignedIn, @Param('key') key: string) {
    const draft = await this.drafts.open(key);
    const { definition } = await this.definitions.get(key, draft.base);
    const labelOf = labelsOf([draft.definition, definition], person.locale);
    const carries = proposeCarries(definition, draft.definition);
    return { carries: carries.map((carry) => ({ ...carry, text: this.sayer.carry(carry, labelOf, person.locale) })) };
  }

  @Post('publish')
  @HttpCode(200)
  async publish(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Body({ schema: PublishBody }) body: z.infer<typeof PublishBody>,
  ) {
    const given = { ...body, carries: body.carries as Carry[] };
    const { version } = await this.publishing.publish(key, given, person.id, person.locale);
    return { version };
  }

  private async shown(draft: Draft, locale: Locale) {
    const { key, base, revision, definition, checkedRevision, editors } = draft;
    return {
      key,
      base,
      revision,
      definition,
      ...(await this.findings(draft, locale)),
      editors: editors.map(({ name, at }) => ({ name, at })),
      checkedRevision: checkedRevision ?? null,
      audiences: await this.surroundings.audiences(),
      secondPersonNeeded: await this.publishing.needsTwo(),
    };
  }

  private async faultsOf({ key, definition }: Pick<Draft, 'key' | 'definition'>): Promise<Fault[]> {
    return faultsOf(definition, await this.surroundings.of(key));
  }

  private async findings(
    { key, base, definition }: { key: string; base: number; definition: FormDefinition },
    locale: Locale,
  ) {
    const published = await this.definitions.get(key, base);
    return {
      faults: (await this.faultsOf({ key, definition })).map((fault) => this.sayer.fault(fault, locale)),
      ...this.sayer.differences(published.definition, definition, locale, await this.surroundings.audiences()),
    };
  }
}
