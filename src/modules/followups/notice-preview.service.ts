import { Injectable } from '@nestjs/common';
import { CalendarService, ObligationsService } from '../calendar/index.js';
import { type Locale, problem } from '../shared/index.js';
import { DigestWriter } from './digest-writer.js';

export const nothingOwed = problem('followups.nothing-owed', 404);

/** Shows a text of a notice as a certain unit would read it. */
@Injectable()
export class NoticePreviewService {
  constructor(
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly writer: DigestWriter,
  ) {}

  /** For what the unit owes next; where all is done, for what it owed last. */
  async preview(asked: { unit: string; locale: Locale; text: string }): Promise<{ text: string; obligation: string }> {
    const today = await this.calendar.today();
    const owed = await this.obligations.opened([asked.unit], '9999-12-31');
    const obligation = owed.find((one) => !one.settled && one.dueOn > today) ?? owed.at(-1);
    if (!obligation) throw nothingOwed();
    return { text: await this.writer.preview(obligation, asked.text, today, asked.locale), obligation: obligation.id };
  }
}
