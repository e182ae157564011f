import { planObligations, type Milestone } from '../calendar/index.js';
import type { Profile } from './profile.js';

/** Any year does: days stand as day and month, counts are the same where units have no dates of validity. */
const SAMPLE_YEAR = 2028;

/** `docs/obligations.md` for a profile: each row of its calendar, for whom it is, how many obligations it makes, when they are due. */
export function obligationsPage(profile: Profile): string {
  const planned = planObligations(profile.milestones, profile.units, SAMPLE_YEAR);
  const counts = new Map<string, number>();
  for (const one of planned) counts.set(one.milestone, (counts.get(one.milestone) ?? 0) + 1);
  const rows = profile.milestones.map((milestone) => rowOf(milestone, profile, counts.get(milestone.id) ?? 0));
  return `# What the calendar makes of each row

Written by \`npm run -s profile -- obligations-page ${profile.key} > docs/obligations.md\` from
\`config/profiles/${profile.key}/\`; a test keeps it true. P is the plan year, P−1 the report year. "Due" is the first day
that is too late: what the directive calls "trước ngày 30/6" is due on 30/6 and may last come in on 29/6.

Opening a cycle makes **${planned.length}** obligations, one for each unit and milestone. \`*\` marks an opening that the
directive does not name (assumed): round 2 opens the day after the conferences end, round 3 when the step before it is due,
a report a month before it is due.

<!-- prettier-ignore-start -->
| row | read as | owed by | how many | opens | due | last day | forms | received by | directive |
| --- | --- | --- | ---: | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
<!-- prettier-ignore-end -->

## Rows that make nothing at first

- **Windows** (conferences) are held by the unit named above inside their days; \`npm run -s obligations\` lists them with
  \`--include-windows\`. A conference of one unit gets its own day when it is arranged. Their "due" is the day after the last.
- **Relative terms** (\`r2-notice\`) begin with an event: once a conference is recorded as ended, its chairing agency owes the
  conclusion notice within five days of that day, not of the end of the window. Calendar or working days the directive does
  not say.
- **The ministry's notice** (\`r2-city-notice\`) is asked for ("đề nghị"), so it is nobody's obligation.
- **Local rules** (\`rep-local\`, \`rep-stat\`) make obligations only once a unit has set its days and forms.
- **Frames** (\`frame\`, \`r1-start\`) say when the year's work begins and ends.

## Who is left out, and why

- The planning department owes no draft, no completed plan and no report to itself (\`r1-dept\`, \`r2-dept\`, \`rep-dept-*\`):
  it receives those of the others and makes the City's plan (\`r1-dpi\`). The rows that it leads are in that plan.
- Departments are the bodies that the city's catalogs name as lead agency, bodies under ministries included.
- A department is asked only for the rows that it leads, of M2 and of M3: one of them leads an indicator that stands in M3 alone.
- No date is given for the City to complete its own plan in round 2, so there is no such obligation.
- Budgeting of the planning work (section IV) is not part of the product.

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
    milestone.owes ?? '',
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
      if (to.below) return `each ${to.kind} below`;
      return to.beside ? `${to.kind} beside` : `each ${to.kind}`;
    })
    .map(cell)
    .join('; ');
}

function dayOf({ monthDay, yearOf }: { monthDay: string; yearOf: 'plan-year' | 'report-year' }): string {
  const [month, day] = monthDay.split('-');
  return `${day}/${month}/${yearOf === 'plan-year' ? 'P' : 'P−1'}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
