import { Body, Controller, HttpCode, Inject, Post, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import {
  CalendarService,
  type HolidayFault,
  HolidayImportAnswer,
  holidaysOf,
  HolidaysService,
  type ImportEffect,
  type MovedDay,
} from '../calendar/index.js';
import { inLocale, type Locale, MESSAGES, type Messages, Problem, Takes } from '../shared/index.js';
import { notAWorkbook } from './problems.js';

/** More than anybody looks at. */
const MOST_FAULTS = 200;

const Named = z.object({
  name: z.string().trim().min(1).max(200),
  /** Whether due days that somebody moved by hand follow the new days as well. */
  overHand: z.enum(['true', 'false']).default('false'),
});
const Confirmed = Named.extend({ digest: z.string().min(1).max(100) });

/** The holidays of whole years from a file (CSV or workbook): its difference first, then exactly that. */
@Controller('api/calendar/holidays')
@UseGuards(SessionGuard, AdminGuard)
export class HolidayFileController {
  constructor(
    private readonly holidays: HolidaysService,
    private readonly calendar: CalendarService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** What the file would change, and what is wrong in it by line. Nothing is written. */
  @Post('preview')
  @Takes({ body: 'file' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: HolidayImportAnswer })
  async preview(
    @CurrentPerson() { person }: SignedIn,
    @Query({ schema: Named }) { name, overHand }: z.infer<typeof Named>,
    @Body() body: unknown,
  ): Promise<HolidayImportAnswer> {
    const { days, faults } = await this.read(body);
    if (faults.length > 0)
      return nothingBut(faults.slice(0, MOST_FAULTS).map((one) => this.inWords(one, person.locale)));
    const by = { confirmed: false, fileName: name, overHand: overHand === 'true' };
    return this.answer(await this.holidays.import(days, by), person.locale);
  }

  /** Imports the file as it was shown. */
  @Post()
  @Takes({ body: 'file' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: HolidayImportAnswer })
  async import(
    @CurrentPerson() { person }: SignedIn,
    @Query({ schema: Confirmed }) { name, digest, overHand }: z.infer<typeof Confirmed>,
    @Body() body: unknown,
  ): Promise<HolidayImportAnswer> {
    const { days, faults } = await this.read(body);
    if (faults.length > 0) throw new Problem('calendar.holiday-file-faulty', 422, { count: faults.length });
    const by = { actor: person.id, confirmed: true, fileName: name, digest, overHand: overHand === 'true' };
    return this.answer(await this.holidays.import(days, by), person.locale);
  }

  private async read(body: unknown) {
    if (!Buffer.isBuffer(body)) throw notAWorkbook();
    const { readHolidayFile } = await import('./holiday-file/read-holiday-file.js');
    const rows = await readHolidayFile(body);
    if (typeof rows === 'string') throw new Problem(`calendar.holiday-file-${rows}`, 422);
    return holidaysOf(rows);
  }

  private inWords({ line, code, typed }: HolidayFault, locale: Locale): { line: number; text: string } {
    return { line, text: this.messages.t(locale, `calendar.holiday-fault-${code}`, { typed }) };
  }

  private async answer(done: ImportEffect & { applied: boolean }, locale: Locale): Promise<HolidayImportAnswer> {
    const { difference, deadlines, moved, byHand, overHand, dueDays, digest, applied, days } = done;
    const titles = new Map((await this.calendar.milestones()).map(({ id, title }) => [id, inLocale(title, locale)]));
    const titleOf = (milestone: string): string => titles.get(milestone) ?? milestone;
    const together = (all: readonly MovedDay[]) =>
      [...Map.groupBy(all, ({ milestone, from, to }) => `${milestone} ${from} ${to}`).values()].map((same) => ({
        title: titleOf(same[0]!.milestone),
        from: same[0]!.from,
        to: same[0]!.to,
        units: same.length,
      }));
    return {
      ...difference,
      deadlines: deadlines.map((one) => ({ ...one, title: titleOf(one.milestone) })),
      ...{ dueDays, digest, applied, faults: [] },
      moves: together(moved),
      ...{ byHand: together(byHand), overHand },
      edit: {
        days: days.map(({ date, kind, status }) => ({ date, kind, status })),
        years: difference.years,
        dues: moved.map(({ id, to }) => ({ obligation: id, dueOn: to })),
      },
    };
  }
}

const nothingBut = (faults: HolidayImportAnswer['faults']): HolidayImportAnswer => ({
  ...{
    byHand: [],
    overHand: false,
    years: [],
    added: [],
    removed: [],
    changed: [],
    deadlines: [],
    dueDays: 0,
    moves: [],
    digest: '',
  },
  ...{ edit: { days: [], years: [], dues: [] }, faults, applied: false },
});
