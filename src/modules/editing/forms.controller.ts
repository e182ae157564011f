import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { Database, rows } from '../database/index.js';
import {
  DefinitionsService,
  DraftsService,
  PublishingService,
  Sayer,
  SurroundingsService,
} from '../definitions/index.js';
import { DifferencesAnswer, FormAnswer, FormsAnswer, VersionsAnswer } from './answers.js';
import { DiffQuery, NoteBody, VersionQuery } from './bodies.js';
import { FormListService } from './form-list.service.js';

/** Published forms: which there are, what each version says, where its names come from, and what changed between two. */
@Controller('api/forms')
@UseGuards(SessionGuard, AdminGuard)
export class FormsController {
  constructor(
    private readonly database: Database,
    private readonly list: FormListService,
    private readonly definitions: DefinitionsService,
    private readonly drafts: DraftsService,
    private readonly publishing: PublishingService,
    private readonly surroundings: SurroundingsService,
    private readonly sayer: Sayer,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: FormsAnswer })
  async forms(@CurrentPerson() { person }: SignedIn) {
    return { forms: await this.list.list(person.locale) };
  }

  /** One version (the newest where none is named) with the sources behind its provenance and what is odd about the text. */
  @Get(':key')
  @ApiOkResponse({ standardSchema: FormAnswer })
  async form(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Query({ schema: VersionQuery }) query: z.infer<typeof VersionQuery>,
  ) {
    const vi = person.locale === 'vi';
    const newest = await this.definitions.newestOf(key);
    const { version, definition } = await this.definitions.get(key, query.version ?? newest);
    const [history, retired, sources, oddities] = await Promise.all([
      this.definitions.history(key),
      this.definitions.retired(),
      rows<{ tag: string; seen: string; address: string }>(
        this.database.em,
        `select tag, seen, address from source order by tag`,
      ),
      rows<{ id: string; title: string; quote: string; remark: string }>(
        this.database.em,
        `select id, coalesce(case when ? then spec #>> '{vi,title}' end, spec ->> 'title') as title, spec ->> 'quote' as quote,
           coalesce(case when ? then spec #>> '{vi,remark}' end, spec ->> 'remark') as remark from oddity order by id`,
        [vi, vi],
      ),
    ]);
    const record = history.find((one) => one.version === version)!;
    return {
      key,
      version,
      definition,
      newest,
      publishedAt: record.publishedAt,
      publishedBy: record.publishedBy ?? null,
      note: record.note,
      retiredAt: retired.get(key) ?? null,
      sources,
      oddities,
    };
  }

  @Get(':key/versions')
  @ApiOkResponse({ standardSchema: VersionsAnswer })
  async versions(@Param('key') key: string) {
    const [history, retired, reports, years] = await Promise.all([
      this.definitions.history(key),
      this.definitions.retired(),
      this.reportsByVersion(key),
      this.planYearsByVersion(key),
    ]);
    return {
      versions: history.map(({ carries: _carries, ...one }) => ({
        ...one,
        publishedBy: one.publishedBy ?? null,
        secondPerson: one.secondPerson ?? null,
        base: one.base ?? null,
        reports: reports.get(one.version) ?? 0,
        planYears: years.get(one.version) ?? [],
      })),
      retiredAt: retired.get(key) ?? null,
    };
  }

  /** What differs between two versions, or a version and the open draft, in sentences. */
  @Get(':key/diff')
  @ApiOkResponse({ standardSchema: DifferencesAnswer })
  async diff(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Query({ schema: DiffQuery }) { from, to }: z.infer<typeof DiffQuery>,
  ) {
    const before = await this.definitions.get(key, from);
    const after = to === 'draft' ? await this.drafts.open(key) : await this.definitions.get(key, to);
    const audiences = await this.surroundings.audiences();
    return this.sayer.differences(before.definition, after.definition, person.locale, audiences);
  }

  @Post(':key/retire')
  @HttpCode(204)
  async retire(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Body({ schema: NoteBody }) { note }: z.infer<typeof NoteBody>,
  ): Promise<void> {
    await this.publishing.retire(key, note, person.id);
  }

  @Post(':key/revive')
  @HttpCode(204)
  async revive(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') key: string,
    @Body({ schema: NoteBody }) { note }: z.infer<typeof NoteBody>,
  ): Promise<void> {
    await this.publishing.revive(key, note, person.id);
  }

  private async planYearsByVersion(key: string): Promise<Map<number, number[]>> {
    const found = await rows<{ version: number; years: number[] }>(
      this.database.em,
      `select f.version, array_agg(distinct o.plan_year order by o.plan_year) as years
       from obligation o left join report r on r.obligation_id = o.id
       cross join lateral jsonb_to_recordset(coalesce(r.form_versions, o.forms)) as f (key text, version integer)
       where f.key = ? group by f.version`,
      [key],
    );
    return new Map(found.map((one) => [one.version, one.years]));
  }

  private async reportsByVersion(key: string): Promise<Map<number, number>> {
    const found = await rows<{ version: number; reports: number }>(
      this.database.em,
      `select f.version, count(*)::integer as reports from report r
       cross join lateral jsonb_to_recordset(r.form_versions) as f (key text, version integer)
       where f.key = ? group by f.version`,
      [key],
    );
    return new Map(found.map((one) => [one.version, one.reports]));
  }
}
