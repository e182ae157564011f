import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { WordingService } from './wording.service.js';

const locale = z.enum(['vi', 'en']);
const key = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i)
  .max(120);
// Line breaks are fine; other control signs are nothing that a person types.
const text = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .refine((value) => !/\p{Cc}/u.test(value.replaceAll('\n', '')), { error: 'must hold no control signs' });

/** The version that was seen: where another's came in between nothing is changed. */
const seen = z.int().min(0).optional();

const ListQuery = z.strictObject({ prefix: z.string().max(60).default('notice.') });
const HistoryQuery = z.strictObject({ locale });
const RewordBody = z.strictObject({
  locale,
  /** Null: what the catalog says. */
  text: text.nullable(),
  toPlanned: z.boolean().default(false),
  confirmed: z.boolean().default(false),
  seen,
});
const UndoBody = z.strictObject({ locale, toPlanned: z.boolean().default(false), seen });

const Wording = z.strictObject({
  text: z.string(),
  version: z.int(),
  catalog: z.string().optional(),
  reworded: z.strictObject({ by: z.string(), at: z.string() }).optional(),
});
const TextsAnswer = z.array(
  z.strictObject({ key: z.string(), placeholders: z.array(z.string()), vi: Wording, en: Wording }),
);
const HistoryAnswer = z.array(
  z.strictObject({
    version: z.int(),
    text: z.string().optional(),
    toPlanned: z.boolean(),
    by: z.string(),
    at: z.string(),
  }),
);

/** What the product says, and how admins word it anew. */
@Controller('api/texts')
@UseGuards(SessionGuard, AdminGuard)
export class WordingController {
  constructor(private readonly wording: WordingService) {}

  /** Texts whose key begins with `prefix`, in both languages, with what each may have filled in. */
  @Get()
  @ApiOkResponse({ standardSchema: TextsAnswer })
  list(@Query({ schema: ListQuery }) { prefix }: z.infer<typeof ListQuery>): Promise<z.infer<typeof TextsAnswer>> {
    return this.wording.list(prefix);
  }

  @Get(':key/history')
  @ApiOkResponse({ standardSchema: HistoryAnswer })
  history(
    @Param('key', { schema: key }) name: string,
    @Query({ schema: HistoryQuery }) query: z.infer<typeof HistoryQuery>,
  ): Promise<z.infer<typeof HistoryAnswer>> {
    return this.wording.history(query.locale, name);
  }

  /** Words a text anew; null says again what the catalog does. Planned messages say it too only where that is asked for. */
  @Put(':key')
  @HttpCode(204)
  async reword(
    @CurrentPerson() { person }: SignedIn,
    @Param('key', { schema: key }) name: string,
    @Body({ schema: RewordBody }) body: z.infer<typeof RewordBody>,
  ): Promise<void> {
    await this.wording.reword(person.id, { ...body, key: name });
  }

  /** Says again what was said before. */
  @Post(':key/undo')
  @HttpCode(204)
  async undo(
    @CurrentPerson() { person }: SignedIn,
    @Param('key', { schema: key }) name: string,
    @Body({ schema: UndoBody }) body: z.infer<typeof UndoBody>,
  ): Promise<void> {
    await this.wording.undo(person.id, { ...body, key: name });
  }
}
