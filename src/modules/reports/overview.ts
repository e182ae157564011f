import { inLocale, type Locale } from '../shared/index.js';
import { plainDate } from '../shared/index.js';
import { dayIn, type Milestone, type Obligation, phaseOf } from '../calendar/index.js';
import type { FormVersion } from '../definitions/index.js';
import { fillYears } from '../../forms/index.js';
import type { OwedForm } from './annexes.js';
import type { Report } from './report.js';
import type { StatusReport } from './status-report.js';

/** One line of the list of what is owed, as the page shows it. */
export interface OwedItem {
  id: string;
  planYear: number;
  milestone: string;
  title: string;
  unit: string;
  unitName: string;
  opensOn: string;
  dueOn: string;
  lastDay: string;
  firstDueOn: string;
  /** Days until the last allowed day; negative when late. */
  daysLeft: number;
  state: 'not-open' | 'open' | 'overdue' | 'in-progress' | 'submitted' | 'document-recorded' | 'waived';
  late: boolean;
  /** Its round was closed: it takes no answer before its recipient opens it again. */
  closed: boolean;
  recipients: { unit?: string; name: string }[];
  forms: { key: string; version: number; title: string }[];
  headline?: string;
  signedDocument: boolean;
  progress?: { answered: number; asked: number };
  /** Submitted, but these forms beside the headline are still owed. */
  owedForms: { key: string; title: string; missing: number }[];
  status?: Omit<StatusReport, 'obligation'>;
  /** What the figures are about, up to which day they are known, and how they stand: a period may end after the due day. */
  figures?: { from: string; to: string; dataUntil: string; standing: string };
  clause: { section: string; quote: string };
}

export interface OverviewInput {
  obligation: Obligation;
  milestone?: Milestone;
  unitName: string;
  forms: readonly FormVersion[];
  report?: Report;
  progress?: { answered: number; asked: number };
  owedForms?: readonly OwedForm[];
  status?: StatusReport;
  today: string;
  locale: Locale;
}

/** Puts together what the page shows of one obligation. */
export function toOwedItem(input: OverviewInput): OwedItem {
  const { obligation, today, locale } = input;
  const lastDay = plainDate.add(obligation.dueOn, -1);
  const { obligation: _, ...status } = input.status ?? { obligation: '' };
  return {
    id: obligation.id,
    planYear: obligation.planYear,
    milestone: obligation.milestone,
    title: titleOf(input.milestone, obligation, locale),
    unit: obligation.unit,
    unitName: input.unitName,
    opensOn: obligation.opensOn,
    dueOn: obligation.dueOn,
    lastDay,
    firstDueOn: obligation.firstDueOn,
    daysLeft: plainDate.daysBetween(today, lastDay),
    state: stateOf(obligation, input.report, today),
    late: phaseOf(obligation, today) === 'overdue',
    closed: obligation.closedAt !== undefined,
    recipients: obligation.recipients,
    forms: input.forms.map(({ key, version, definition }) => ({
      key,
      version,
      title: inLocale(definition.title, locale),
    })),
    headline: obligation.headline,
    signedDocument: obligation.signedDocument,
    progress: input.progress,
    owedForms: (input.owedForms ?? []).map(({ key, title, missing }) => ({
      key,
      title: fillYears(inLocale(title, locale), obligation.planYear - 1),
      missing,
    })),
    status: input.status ? (status as Omit<StatusReport, 'obligation'>) : undefined,
    figures: figuresOf(input.milestone, obligation.planYear),
    clause: obligation.clause,
  };
}

/** The milestone's title with the plan year and the occasion: one act is told from the same act a year later or about another unit. */
export function titleOf(
  milestone: Milestone | undefined,
  obligation: Pick<Obligation, 'milestone' | 'planYear' | 'about'>,
  locale: Locale,
): string {
  const title = milestone ? inLocale(milestone.title, locale) : obligation.milestone;
  const named = title.replaceAll('{P}', String(obligation.planYear)).replaceAll('{R}', String(obligation.planYear - 1));
  return obligation.about ? `${named} (${inLocale(obligation.about, locale)})` : named;
}

function figuresOf(milestone: Milestone | undefined, planYear: number): OwedItem['figures'] {
  if (!milestone?.figures) return undefined;
  const { from, to, dataUntil, standing } = milestone.figures;
  return { from: dayIn(from, planYear), to: dayIn(to, planYear), dataUntil: dayIn(dataUntil, planYear), standing };
}

function stateOf(obligation: Obligation, report: Report | undefined, today: string): OwedItem['state'] {
  if (obligation.settled) {
    const { as } = obligation.settled;
    return as === 'document' ? 'document-recorded' : as;
  }
  const phase = phaseOf(obligation, today);
  if (phase === 'overdue') return 'overdue';
  if (phase === 'not-open') return 'not-open';
  return report && report.revision > 0 ? 'in-progress' : 'open';
}
