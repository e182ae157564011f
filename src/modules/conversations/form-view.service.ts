import { Injectable } from '@nestjs/common';
import { type ChatStep, chatSteps, fillYears, type FormDefinition } from '../../forms/index.js';
import type { Obligation } from '../calendar/index.js';
import { type Em, sideBySide } from '../database/index.js';
import { lastGaps, lastValues, owedForms, type Report, ReportsService, RevisionsService } from '../reports/index.js';
import { inLocale, type Locale } from '../shared/index.js';
import { PastFiguresService, PeopleService } from '../units/index.js';
import type { Dialog } from './dialog.js';
import type { OwedView } from './turn-view.js';

/** The forms of a report as a turn sees them. */
@Injectable()
export class FormViewService {
  constructor(
    private readonly people: PeopleService,
    private readonly past: PastFiguresService,
    private readonly reports: ReportsService,
    private readonly revisions: RevisionsService,
  ) {}

  /** The headline form, where the bot asks it: not for acts that only a signed document fulfils. */
  async headline(
    em: Em | undefined,
    obligation: Obligation,
    dialog: Dialog,
    person: string,
    locale: Locale,
  ): Promise<OwedView['form']> {
    if (!obligation.headline || obligation.signedDocument) return undefined;
    const reportYear = obligation.planYear - 1;
    const standing = this.standing(em, obligation);
    const [{ report, all, answers }, past] = await sideBySide(em, [
      () => standing,
      () => this.past.of([obligation.unit], reportYear - 1, reportYear, standing.then(wholeForms), em),
    ]);
    const headline = all.find((one) => one.key === obligation.headline);
    if (headline?.form.kind !== 'indicators') return undefined;
    const { cells } = answers;
    const steps: ChatStep[] = chatSteps(headline.form, cells);
    if (steps.length === 0) return undefined;
    return {
      definition: headline.form,
      steps,
      cells,
      last: lastValues(headline.form, past, reportYear),
      gaps: lastGaps(headline.form, past, reportYear),
      reportYear,
      submitted: isSubmitted(report),
      owedForms: owedForms(all, obligation.headline, answers).map(({ title }) =>
        fillYears(inLocale(title, locale), reportYear),
      ),
      revision: report?.revision ?? 0,
      ...(report ? await this.others(em, report, dialog, person) : {}),
    };
  }

  private async standing(em: Em | undefined, obligation: Obligation) {
    const report = await this.reports.find(obligation.id, em);
    const all = await this.reports.formsOf(obligation, report, em);
    return { report, all, answers: await this.reports.answersOf(obligation, report, em) };
  }

  /** What others of the unit wrote since the person saw the report last, and who wrote last. */
  private async others(em: Em | undefined, report: Report, { seen }: Dialog, person: string) {
    const by = report.updatedBy === person ? undefined : report.updatedBy;
    const lastBy = by === undefined ? undefined : (await this.people.find(by, em))?.name;
    if (seen?.obligation !== report.obligation || seen.revision >= report.revision) return { lastBy };
    return { lastBy, others: await this.revisions.byOthersSince(report.id, seen.revision, person, em) };
  }

  /** Key and title of every form of a report; none where a signed document stands for it. */
  async all(em: Em | undefined, obligation: Obligation, locale: Locale): Promise<{ key: string; title: string }[]> {
    if (obligation.signedDocument) return [];
    const report = await this.reports.find(obligation.id, em);
    const forms = await this.reports.formsOf(obligation, report, em);
    return forms.map(({ key, form }) => ({
      key,
      title: fillYears(inLocale(form.title, locale), obligation.planYear - 1),
    }));
  }
}

const wholeForms = ({ all }: { all: readonly { whole: FormDefinition }[] }): FormDefinition[] =>
  all.map(({ whole }) => whole);

const isSubmitted = (report: Report | undefined): boolean =>
  report?.state === 'submitted' || report?.state === 'accepted';
