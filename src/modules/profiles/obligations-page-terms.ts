import type { Milestone, RecipientSelector, YearlyDay } from '../calendar/index.js';
import type { Profile } from './profile.js';

/** The part of `docs/obligations.md` about what is not a plain day: terms, local rules, periods of figures, chains. */
export function termsOf(profile: Profile): string {
  const names = new Map(profile.units.map((unit) => [unit.code, unit.name]));
  const rows = <T>(pick: (milestone: Milestone) => T | undefined, write: (milestone: Milestone, found: T) => string) =>
    profile.milestones.flatMap((milestone) => {
      const found = pick(milestone);
      return found === undefined ? [] : write(milestone, found);
    });
  return [
    table(
      'Terms that follow an event',
      ['row', 'begins when ends', 'last day', 'owed by'],
      rows(
        (one) => one.after,
        ({ id }, after) => line(code(id), after.events.map(code).join(', '), lastDayOf(after), 'who held it'),
      ),
    ),
    table(
      'Rules that a superior sets',
      ['row', 'set by', 'asks', 'forms it may ask', 'proposed (binds nobody before it is set)'],
      rows(
        (one) => one.setBy,
        (one, setBy) =>
          line(
            code(one.id),
            setBy.map((by) => ('unit' in by ? (names.get(by.unit) ?? by.unit) : `each ${by.kind}`)).join('; '),
            one.asks ? asked(one.asks, names) : '',
            one.forms.join(', '),
            proposals(one),
          ),
      ),
    ),
    table(
      'What the figures of a report are about',
      ['row', 'period', 'known up to', 'stand as'],
      rows(
        (one) => one.figures,
        ({ id }, { from, to, dataUntil, standing, assumed }) =>
          line(code(id), `${dayOf(from)}–${dayOf(to)}`, `${dayOf(dataUntil)}${assumed ? '*' : ''}`, standing),
      ),
    ),
    table(
      'Who waits on whom',
      ['row', 'feeds', 'usual days once all is there*', 'waits on its superior’s'],
      rows(
        (one) => one.feeds ?? one.waitsOn ?? one.usualDays,
        (one) =>
          line(
            code(one.id),
            one.feeds ? code(one.feeds) : '',
            one.usualDays ?? '',
            one.waitsOn ? code(one.waitsOn) : '',
          ),
      ),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** `30/06/P−1`: a day of every year, told by the plan year P. */
export function dayOf({ monthDay, yearOf }: YearlyDay): string {
  const [month, day] = monthDay.split('-');
  return `${day}/${month}/${yearOf === 'plan-year' ? 'P' : 'P−1'}`;
}

function table(title: string, head: readonly string[], lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const frame = [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...lines].join('\n');
  return `### ${title}\n\n<!-- prettier-ignore-start -->\n${frame}\n<!-- prettier-ignore-end -->`;
}

const line = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
const code = (id: string): string => `\`${id}\``;

function lastDayOf({ days, count, assumed }: NonNullable<Milestone['after']>): string {
  return `${days} ${count} days after${assumed ? '*' : ''}`;
}

function asked(selector: RecipientSelector, names: ReadonlyMap<string, string>): string {
  if ('unit' in selector) return names.get(selector.unit) ?? selector.unit;
  if ('kind' in selector) return `each ${selector.kind}${selector.below ? ' below' : ''}`;
  return '';
}

function proposals({ proposals = [] }: Milestone): string {
  return proposals
    .map(({ key, periods }) => `${key}: ${periods.map((one) => `${one.key} before ${dayOf(one.due)}*`).join(', ')}`)
    .join('; ');
}
