import { Injectable } from '@nestjs/common';
import { OneTimeService, Scope } from '../access/index.js';
import { CalendarService, type Obligation, ObligationsService } from '../calendar/index.js';
import type { Em } from '../database/index.js';
import { titleOf } from '../reports/index.js';
import { plainDate } from '../shared/index.js';
import { GroupsService, type Person, UnitsService } from '../units/index.js';
import { globalCommand, looksLikeCode } from './commands.js';
import type { GroupView } from './turn-view.js';
import { saidCodes } from './hidden-codes.js';
import type { Incoming } from './incoming.js';

/** What groups may hear, and to which units somebody may bind one. */
@Injectable()
export class GroupViewService {
  constructor(
    private readonly groups: GroupsService,
    private readonly oneTime: OneTimeService,
    private readonly units: UnitsService,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
  ) {}

  /** Only what the message in the group asks for is looked up. */
  async of(em: Em, incoming: Incoming): Promise<GroupView> {
    const { channel, address, content } = incoming;
    if ((await this.oneTime.goodOf(em, saidCodes(incoming))).length > 0) return { leaked: true };
    const command = content.type === 'text' ? globalCommand(content.text) : undefined;
    const tree = await this.units.tree();
    if (command?.command === 'group' && looksLikeCode(command.rest)) {
      const known = await this.groups.ofCode(em, command.rest);
      return known ? { coded: tree.name(known.unit) } : {};
    }
    if (command?.command !== 'standing') return {};
    const bound = await this.groups.of({ channel, address }, em);
    if (!bound) return {};
    return { standing: { unitName: tree.name(bound.unit), milestones: await this.standing(em, bound.unit) } };
  }

  /** Units of which the person sees others below: whoever acts for somebody passes nothing on. */
  async unitsOf(person: Person): Promise<{ code: string; name: string }[]> {
    const tree = await this.units.tree();
    const held = person.roles.filter(({ role, actingFor }) => role !== 'official' && !actingFor);
    const codes = [...new Set(held.map(({ unit }) => unit))];
    return codes.flatMap((code) => {
      const below = this.below(code, tree);
      return below.length > 1 ? [{ code, name: tree.name(code) }] : [];
    });
  }

  /** What is open below a unit, by act and last day: how many are asked, in and late. */
  private async standing(em: Em, unit: string) {
    const [tree, today, milestones] = await Promise.all([
      this.units.tree(),
      this.calendar.today(em),
      this.calendar.milestones(em),
    ]);
    const opened = await this.obligations.opened(this.below(unit, tree), today, em);
    const groups = Map.groupBy(opened, (one) => `${one.planYear} ${one.milestone} ${one.occasion}`);
    const isUnderWay = (all: readonly Obligation[]) => all.some((one) => !one.settled && !one.closedAt);
    return [...groups.values()].filter(isUnderWay).map((all) => {
      const [first] = all as [Obligation, ...Obligation[]];
      const milestone = milestones.find((one) => one.id === first.milestone);
      return {
        title: titleOf(milestone, first, 'vi'),
        lastDay: plainDate.add(first.firstDueOn, -1),
        asked: all.length,
        done: all.filter((one) => one.settled).length,
        late: all.filter((one) => !one.settled && one.dueOn <= today).length,
      };
    });
  }

  private below(unit: string, tree: Awaited<ReturnType<UnitsService['tree']>>): string[] {
    const watcher: Person = { id: '', name: '', title: '', locale: 'vi', roles: [{ unit, role: 'supervisor' }] };
    return [...(new Scope(watcher, tree).visible() ?? [])].filter((code) => code !== unit);
  }
}
