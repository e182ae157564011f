import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import {
  faultsOf,
  type FormDefinition,
  type FormWords,
  jsonSchemaOf,
  sheetLayout,
  uiSchemaOf,
  viewOf,
  wellShaped,
} from '../../forms/index.js';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { CalendarService } from '../calendar/index.js';
import { previewQuestions } from '../conversations/index.js';
import { SurroundingsService } from '../definitions/index.js';
import { STATUS_FORM } from '../reports/index.js';
import { MESSAGES, type Messages } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { PreviewBody } from './bodies.js';
import { misshapen } from './problems.js';

/** The three faces of a form that is being edited: web form, chat and worksheet, all from the one definition. */
@Controller('api/forms/preview')
@UseGuards(SessionGuard, AdminGuard)
export class PreviewsController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly surroundings: SurroundingsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Nothing is kept. A definition with faults is shown as far as it goes. */
  @Post()
  @HttpCode(200)
  async preview(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: PreviewBody }) body: z.infer<typeof PreviewBody>,
  ) {
    const given = wellShaped(body.definition);
    if (!given.ok) throw misshapen({ place: given.place });
    const definition = await this.asUnitsSee(given.definition, body.unitKind);
    const { locale } = person;
    const reportYear = (body.planYear ?? Number((await this.calendar.today()).slice(0, 4)) + 1) - 1;
    const words: FormWords = (word, params) => this.messages.t(locale, `forms.word.${word}`, params);
    return {
      schema: jsonSchemaOf(definition, { words, reportYear }),
      uiSchema: uiSchemaOf(definition, { words, reportYear }),
      chat: previewQuestions(definition, reportYear, locale, this.messages).map(({ text, buttons }) => ({
        text,
        buttons: (buttons ?? []).map((line) => line.map((button) => button.label)),
      })),
      // Other forms have questions that read well in a chat; there they are filled in on the page or in the workbook.
      asked: await this.isAsked(definition.key),
      sheet: sheetLayout(definition, { report: reportYear }, words),
      // Of the whole form: what is wrong in a row that only other units see keeps it from being published too.
      faults: faultsOf(given.definition, await this.surroundings.of(definition.key)).length,
    };
  }

  /** Whether the bot asks this form: the status report, and the headline of what is owed. */
  private async isAsked(form: string): Promise<boolean> {
    if (form === STATUS_FORM) return true;
    const milestones = await this.calendar.milestones();
    return milestones.some(({ headline }) => headline === form);
  }

  /** As the units of a kind see it: by the traits that any of them has. */
  private async asUnitsSee(definition: FormDefinition, kind: string | undefined): Promise<FormDefinition> {
    const tree = await this.units.tree();
    const units = kind === undefined ? tree.units : tree.units.filter((unit) => unit.kind === kind);
    return viewOf(definition, { traits: [...new Set(units.flatMap((unit) => unit.traits))] });
  }
}
