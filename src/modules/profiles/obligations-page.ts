import { planObligations, type Milestone } from '../calendar/index.js';
import { dayOf, termsOf } from './obligations-page-terms.js';
import type { Profile } from './profile.js';

/** Any year does: days stand as day and month, counts are the same where units have no dates of validity. */
const SAMPLE_YEAR = 2028;

/**
 * `docs/obligations.md` for a profile: each row of its calendar, for whom it is, how many obligations it makes, when they are
 * due; then `notes`, the profile's own `calendar/notes.md`.
 */
export function obligationsPage(profile: Profile, notes: string): string {
  const planned = planObligations(profile.milestones, profile.units, SAMPLE_YEAR);
  const counts = new Map<string, number>();
  for (const one of planned) counts.set(one.milestone, (counts.get(one.milestone) ?? 0) + 1);
  const rows = profile.milestones.map((milestone) => rowOf(milestone, profile, counts.get(milestone.id) ?? 0));
  return `# What the calendar makes of each row

Written by \`npm run -s profile -- obligations-page ${profile.key} > docs/obligations.md\` from
\`config/profiles/${profile.key}/\`; a test keeps it true. P is the plan year, P−1 the report year. "Due" is the first day
that is too late, "last day" the day before it.

Opening a cycle makes **${planned.length}** obligations, one for each unit and milestone. \`*\` marks an opening that no
source names (assumed).

<!-- prettier-ignore-start -->
| row | read as | owed by | how many | opens | due | last day | forms | received by | source |
| --- | --- | --- | ---: | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
<!-- prettier-ignore-end -->

${notes.trim()}

## Terms, rules, periods and chains

What the text does not say and the product assumes is marked \`*\`.

${termsOf(profile)}

## Rows that date nothing

<!-- prettier-ignore-start -->
| row | what is odd |
| --- | --- |
${profile.oddities.map((odd) => `| \`${odd.id}\` | ${cell(`${odd.title}. ${odd.remark}`)} |`).join('\n')}
<!-- prettier-ignore-end -->
`;
}

function rowOf(milestone: Milestone, profile: Profile, count: number): string {
  const opens = milestone.opens ?? milestone.windowStart;
  return `| ${[
    `\`${milestone.id}\``,
    milestone.sort,
    milestone.owes ?? milestone.owesLevel ?? '',
    count > 0 ? String(count) : '',
    opens ? `${dayOf(opens)}${milestone.opens?.assumed ? '*' : ''}` : '',
    milestone.due ? dayOf(milestone.due) : '',
    milestone.due ? dayOf({ ...milestone.due, monthDay: dayBefore(milestone, profile) }) : '',
    `${milestone.forms.join(', ')}${milestone.signedDocument ? ' (signed document)' : ''}${milestone.onlyLedRows ? ' (rows it leads)' : ''}`,
    receivers(milestone, profile),
    cell(milestone.clause.section),
  ].join(' | ')} |`;
}

/** The last day, taken from the plan so that the page shows what the product does. */
function dayBefore(milestone: Milestone, profile: Profile): string {
  const planned = planObligations([{ ...milestone, sort: 'deadline' }], profile.units, SAMPLE_YEAR)[0];
  return planned?.lastDay.slice(5) ?? milestone.due!.monthDay;
}

function receivers(milestone: Milestone, profile: Profile): string {
  const names = new Map(profile.units.map((unit) => [unit.code, unit.name]));
  return milestone.recipients
    .map((to) => {
      if ('superior' in to) return 'superior unit';
      if ('unit' in to) return names.get(to.unit) ?? to.unit;
      if ('body' in to) return `"${to.body}"`;
      if ('concerned' in to) return 'the unit that it was about';
      if (to.below) return `each ${to.kind} below`;
      return to.beside ? `${to.kind} beside` : `each ${to.kind}`;
    })
    .map(cell)
    .join('; ');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
