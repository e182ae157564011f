import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarService, ObligationsService } from '../calendar/index.js';
import { Database, rows, type Em } from '../database/index.js';
import { type OpenForm, OpenForms } from '../followups/index.js';
import { titleOf } from '../reports/index.js';
import { PeopleService } from '../units/index.js';
import { cellOf, rowsOf } from './fill-form.js';
import { FormViewService } from './form-view.service.js';
import { readDialog } from './read-dialog.js';

/** Tells the notices who is in the middle of a form, and how much of it is left. */
@Injectable()
export class OpenFormsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly forms: FormViewService,
    private readonly openForms: OpenForms,
  ) {}

  onModuleInit(): void {
    this.openForms.readBy((people, em) => this.read(people, em));
  }

  private async read(people: readonly string[], em: Em = this.database.em): Promise<Map<string, OpenForm>> {
    const found = await rows<{ owner: string; state: unknown }>(
      em,
      `select owner, state from dialog where owner = any(?::text[]) and state -> 'place' ->> 'at' = 'fill'`,
      [`{${people.map((person) => `"person:${person}"`).join()}}`],
    );
    const open = new Map<string, OpenForm>();
    for (const { owner, state } of found) {
      const person = owner.slice('person:'.length);
      const form = await this.formOf(em, person, state);
      if (form) open.set(person, form);
    }
    return open;
  }

  private async formOf(em: Em, personId: string, state: unknown): Promise<OpenForm | undefined> {
    const { dialog } = readDialog(state);
    if (dialog.place.at !== 'fill') return undefined;
    const [person, obligation] = [
      await this.people.find(personId, em),
      await this.obligations.find(dialog.place.obligation, em),
    ];
    if (!person || !obligation || obligation.settled) return undefined;
    const form = await this.forms.headline(em, obligation, dialog, personId, person.locale);
    if (!form) return undefined;
    const milestones = await this.calendar.milestones(em);
    const milestone = milestones.find((one) => one.id === obligation.milestone);
    const open = new Set(form.steps.filter((step) => !cellOf(form, step)).map((step) => step.rowKey));
    return { title: titleOf(milestone, obligation, person.locale), left: open.size, of: rowsOf(form).length };
  }
}
