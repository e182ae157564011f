import { Controller, Get, Inject, Param, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { CalendarService } from '../calendar/index.js';
import { ConsolidationService } from '../rollups/index.js';
import { CLOCK, fold, inLocale, MESSAGES, plainDate, type Clock, type Messages, type Params } from '../shared/index.js';

const Which = z.object({
  planYear: z.coerce.number().int().min(1900).max(2200),
  milestone: z.string().min(1).max(100),
  /** Which form; the headline where none is named. */
  form: z.string().min(1).max(100).optional(),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('api/rollups')
@UseGuards(SessionGuard)
export class RollupsController {
  constructor(
    private readonly consolidation: ConsolidationService,
    private readonly calendar: CalendarService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the signed-in person's units receive and can download put together. */
  @Get()
  offers(@CurrentPerson() { person, scope }: SignedIn) {
    return this.consolidation.offers(scope.visible(), person.locale);
  }

  /** The consolidated workbook of `unit` for one milestone. */
  @Get(':unit/workbook')
  async workbook(
    @CurrentPerson() { person, scope }: SignedIn,
    @Param('unit') unit: string,
    @Query({ schema: Which }) { planYear, milestone, form }: z.infer<typeof Which>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    scope.mustSee(unit);
    const consolidated = await this.consolidation.consolidate(unit, planYear, milestone, form);
    // exceljs takes a third of the program's memory: it is loaded when somebody first wants a workbook.
    const { writeConsolidatedWorkbook } = await import('./consolidated-workbook/index.js');
    const t = (key: string, params?: Params) => this.messages.t(person.locale, key, params);
    const zone = await this.calendar.timeZone();
    const now = this.clock.now();
    const { reportYear, below, nameOf } = consolidated;
    const buffer = await writeConsolidatedWorkbook({
      ...consolidated,
      title: t('rollups.title', { form: inLocale(consolidated.form.title, person.locale), planYear }),
      planYear,
      reportYear,
      childForm: below,
      nameOf: (code) => nameOf(code),
      generatedAt: `${plainDate.timeOfDay(now, zone)}, ${plainDate.vi(plainDate.today(now, zone))}`,
      standing: t('forms.word.standing-estimate'),
      locale: person.locale,
      t,
    });
    const name = `${fold(consolidated.unitName).replace(/[^a-z0-9]+/g, '-')}-${consolidated.form.key}-${planYear}.xlsx`;
    void reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(buffer);
  }
}
