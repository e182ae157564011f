import { Injectable } from '@nestjs/common';
import { inLocale, type Locale } from '../../shared/index.js';
import { UnitsService } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import type { ToldChange } from './answers.js';
import type { ChangeDone } from './unit-changes.service.js';

/** More than anybody reads; counts are of all. */
const MOST_LINES = 300;
const MOST_TITLES = 20;

/** What a change of units does, in the words of whoever reads it. */
@Injectable()
export class ToldChanges {
  constructor(
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
  ) {}

  async inWords(done: ChangeDone, locale: Locale): Promise<ToldChange> {
    const [tree, milestones] = await Promise.all([this.units.tree(), this.calendar.milestones()]);
    const titles = new Map(milestones.map(({ id, title }) => [id, inLocale(title, locale)]));
    const { change, founded, ended, moved, obligations, people, added, comparisons = [] } = done;
    const isNew = new Map(founded.map(({ code, name }) => [code, name]));
    const nameOf = (code: string): string => isNew.get(code) ?? tree.name(code);
    const named = (code: string) => ({ code, name: nameOf(code) });
    const count = (does: string): number => obligations.filter((one) => one.does === does).length;
    return {
      ...{ sort: change.sort, from: change.from, decision: change.decision, units: change.units.map(named) },
      into: change.into.map(({ code, share }) => ({
        ...named(code),
        isNew: isNew.has(code),
        ...(share === undefined ? {} : { share }),
      })),
      ended: ended.map(({ code }) => named(code)),
      moved: moved.map(({ unit, to }) => ({ name: nameOf(unit), to: nameOf(to) })),
      obligations: {
        ...{ stays: count('stays'), moves: count('moves'), waived: count('waived'), added: added.length },
        drafts: obligations.filter((one) => one.does === 'waived' && one.begun).length,
        lines: obligations.slice(0, MOST_LINES).map(({ unit, milestone, dueOn, begun, does, to }) => ({
          ...{ unitName: nameOf(unit), title: titles.get(milestone) ?? milestone, dueOn, begun, does },
          ...(to === undefined ? {} : { toName: nameOf(to) }),
        })),
      },
      people: people.map(({ name, role, from, to }) => ({ name, role, from: nameOf(from), to: nameOf(to) })),
      comparisons: comparisons.map(({ unit, year, restated, gaps }) => ({
        ...{ name: nameOf(unit), year, restated },
        gaps: gaps.map((gap) => ({
          why: gap.why,
          count: gap.titles.length,
          titles: gap.titles.slice(0, MOST_TITLES).map((title) => inLocale(title, locale)),
        })),
      })),
    };
  }
}
