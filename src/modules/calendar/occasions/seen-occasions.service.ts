import { Injectable } from '@nestjs/common';
import { Scope } from '../../access/index.js';
import { Database, rows } from '../../database/index.js';
import { DefinitionsService } from '../../definitions/index.js';
import { inLocale, type Locale, plainDate, type Text } from '../../shared/index.js';
import { existsOn, type Person, type Unit, UnitsService, type UnitTree } from '../../units/index.js';
import { mayActFor } from '../acts/may-act-for.js';
import { CalendarService } from '../calendar.service.js';
import type { Milestone } from '../milestone.js';
import { dayIn } from '../plan-obligations.js';
import { mayBeAsked, maySet } from '../plan-occasions.js';
import { selectUnits } from '../select-units.js';
import type { EventsAnswer, RulesAnswer } from './answers.js';
import { EventsService } from './events.service.js';
import { LocalRulesService } from './local-rules.service.js';

interface Owed {
  cause: string;
  milestone: string;
  dueOn: string;
  settledAs: 'submitted' | 'document' | 'waived' | null;
}

/** Events and local rules as their pages show them, to each person what that person sees. */
@Injectable()
export class SeenOccasionsService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly events: EventsService,
    private readonly rules: LocalRulesService,
    private readonly definitions: DefinitionsService,
  ) {}

  /** The rules in force that the person sees, and what the person may set for which units. */
  async rulesFor(person: Person): Promise<RulesAnswer> {
    const { locale } = person;
    const [rules, milestones, tree, today, cycles, owed] = await Promise.all([
      this.rules.standing(),
      this.calendar.milestones(),
      this.units.tree(),
      this.calendar.today(),
      this.calendar.cycles(),
      this.owedBy('rule_id'),
    ]);
    const scope = new Scope(person, tree);
    const titles = titlesOf(milestones, locale);
    const mine = new Set(unitsOf(person, tree, today).map(({ code }) => code));
    const isAsked = (rule: { setBy: string; units?: string[] }): boolean =>
      scope.own().some((code) => rule.units?.includes(code) || tree.find(code)?.parent === rule.setBy);
    const forms = await this.formTitles(milestones, locale);
    return {
      today,
      cycles,
      rules: rules
        .filter((rule) => scope.sees(rule.setBy) || isAsked(rule))
        .map((rule) => {
          const made = owed.get(rule.id) ?? [];
          return {
            ...rule,
            setByName: tree.name(rule.setBy),
            title: titles.get(rule.milestone) ?? rule.milestone,
            owed: made.length,
            settled: made.filter((one) => one.settledAs !== null).length,
            mayChange: mine.has(rule.setBy),
          };
        }),
      settable: milestones.flatMap((milestone) =>
        [...mine]
          .filter((unit) => maySet(milestone, tree, unit))
          .map((unit) => ({
            milestone: milestone.id,
            title: inLocale(milestone.title, locale),
            clause: { section: milestone.clause.section, quote: milestone.clause.quote },
            forms: milestone.forms.map((key) => ({ key, title: forms.get(key) ?? key })),
            proposals: (milestone.proposals ?? []).map(({ assumed, ...one }) => ({
              ...one,
              assumed: inLocale(assumed, locale),
            })),
            unit,
            unitName: tree.name(unit),
            units: mayBeAsked(milestone, tree, unit, today).map((code) => ({ code, name: tree.name(code) })),
          })),
      ),
    };
  }

  /** What happened in a plan year, what follows from it, and which windows still wait for somebody's event. */
  async eventsFor(person: Person, planYear: number): Promise<EventsAnswer> {
    const { locale } = person;
    const [events, milestones, tree, today, cycles, owed] = await Promise.all([
      this.events.ofYear(planYear),
      this.calendar.milestones(),
      this.units.tree(),
      this.calendar.today(),
      this.calendar.cycles(),
      this.owedBy('event_id'),
    ]);
    const scope = new Scope(person, tree);
    const titles = titlesOf(milestones, locale);
    const mine = unitsOf(person, tree, today);
    const named = (code: string) => ({ code, name: tree.name(code) });
    const seen = events.filter((event) => scope.sees(event.unit) || scope.sees(event.heldBy));
    return {
      ...{ planYear, today, cycles },
      events: seen.map((event) => ({
        ...event,
        title: titles.get(event.milestone) ?? event.milestone,
        unitName: tree.name(event.unit),
        heldByName: tree.name(event.heldBy),
        mayChange: mine.some(({ code }) => code === event.heldBy),
        follows: (owed.get(event.id) ?? []).map(({ milestone, dueOn, settledAs }) => ({
          title: titles.get(milestone) ?? milestone,
          dueOn,
          ...(settledAs === null ? {} : { settled: settledAs }),
        })),
      })),
      windows: milestones.flatMap((window) => {
        const terms = milestones.filter((one) => one.after?.events.includes(window.id));
        if (terms.length === 0) return [];
        const recorded = new Set(events.filter((one) => one.milestone === window.id).map((one) => one.unit));
        const holders = mine
          .filter((unit) => unit.kind === window.owes)
          .flatMap((unit) => {
            const about = window.recipients.flatMap((selector) => selectUnits(selector, { unit, tree, on: today }));
            const codes = [...new Set(about.map(({ code }) => code))];
            const awaited = codes.filter((code) => !recorded.has(code));
            return codes.length === 0
              ? []
              : [{ ...named(unit.code), units: codes.map(named), awaited: awaited.map(named) }];
          });
        if (holders.length === 0) return [];
        const { windowStart, due } = window;
        return {
          milestone: window.id,
          title: inLocale(window.title, locale),
          clause: { section: window.clause.section, quote: window.clause.quote },
          ...(windowStart ? { from: dayIn(windowStart, planYear) } : {}),
          ...(due ? { to: plainDate.add(dayIn(due, planYear), -1) } : {}),
          terms: terms.map(({ title, after }) => ({
            title: inLocale(title, locale),
            days: after!.days,
            count: after!.count,
          })),
          holders,
        };
      }),
    };
  }

  /** What events or rules made, by the id of each; what was withdrawn with its cause does not count. */
  private async owedBy(column: 'event_id' | 'rule_id'): Promise<Map<string, Owed[]>> {
    const found = await rows<Owed>(
      this.database.em,
      `select ${column} as cause, milestone, due_on::text as "dueOn", settled_as as "settledAs" from obligation
       where ${column} is not null order by due_on, milestone, unit_code`,
    );
    return Map.groupBy(found, (one) => one.cause);
  }

  private async formTitles(milestones: readonly Milestone[], locale: Locale): Promise<Map<string, string>> {
    const keys = new Set(milestones.filter((one) => one.sort === 'local').flatMap((one) => one.forms));
    const titled = await Promise.all(
      [...keys].map(async (key) => {
        const form = await this.definitions.newestIfAny(key);
        return [key, form ? inLocale(form.definition.title as Text, locale) : key] as const;
      }),
    );
    return new Map(titled);
  }
}

const titlesOf = (milestones: readonly Milestone[], locale: Locale): Map<string, string> =>
  new Map(milestones.map(({ id, title }) => [id, inLocale(title, locale)]));

/** The units that the person may act for towards others, as they are on that day. */
const unitsOf = (person: Person, tree: UnitTree, on: string): Unit[] =>
  tree.units.filter((unit) => existsOn(unit, on) && mayActFor(person, tree, unit.code));
