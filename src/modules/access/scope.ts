import type { Person, Role, UnitTree } from '../units/index.js';
import { notAllowed } from './problems.js';

/**
 * What a person may see and do, by role and place in the tree: an official or head answers for the own unit; a head or
 * supervisor sees the units below; a planning or office role sees what stands under its parent too, because those bodies
 * work for the whole tree; an admin sees all.
 */
export class Scope {
  constructor(
    private readonly person: Person,
    private readonly tree: UnitTree,
  ) {}

  has(role: Role): boolean {
    return this.person.roles.some((held) => held.role === role);
  }

  /** Units whose reports the person gives. */
  own(): string[] {
    return unique(this.person.roles.filter((held) => held.role !== 'admin').map((held) => held.unit));
  }

  /** Units the person may see; undefined means all. */
  visible(): Set<string> | undefined {
    if (this.has('admin')) return undefined;
    const seen = new Set<string>();
    for (const { unit, role } of this.person.roles) {
      if (role === 'official') seen.add(unit);
      else for (const code of this.watched(unit)) seen.add(code);
    }
    return seen;
  }

  /** What a supervisor or head at `unit` watches: its subtree; a body without units of its own watches with its parent. */
  private watched(unit: string): Set<string> {
    const mine = this.tree.subtree(unit);
    const parent = this.tree.find(unit)?.parent;
    if (mine.size > 1 || parent === undefined) return mine;
    return this.tree.find(unit)?.traits.includes('watches-with-parent') ? this.tree.subtree(parent) : mine;
  }

  sees(unit: string): boolean {
    const visible = this.visible();
    return visible === undefined || visible.has(unit);
  }

  /** Throws where the person may not see `unit`. */
  mustSee(unit: string): void {
    if (!this.sees(unit)) throw notAllowed();
  }

  /**
   * Units whose people the person manages: a head's own unit and all below it, what stands below a supervisor's unit; undefined
   * means all. Whoever acts for a head does not: that would pass on what was only lent.
   */
  managed(): Set<string> | undefined {
    if (this.has('admin')) return undefined;
    const found = new Set<string>();
    for (const { unit, role, actingFor } of this.person.roles) {
      if (actingFor || (role !== 'head' && role !== 'supervisor')) continue;
      for (const code of this.tree.subtree(unit)) if (code !== unit || role === 'head') found.add(code);
    }
    return found;
  }

  manages(unit: string): boolean {
    const managed = this.managed();
    return managed === undefined || managed.has(unit);
  }

  /** Whether the person heads `unit` in own right. */
  heads(unit: string): boolean {
    return this.person.roles.some((held) => held.unit === unit && held.role === 'head' && !held.actingFor);
  }

  /** Whether the person works, in own right, for a body whose kind has `trait`, and `unit` stands in the tree that it works for. */
  worksFor(unit: string, trait: string): boolean {
    return this.person.roles.some((held) => {
      const body = held.actingFor ? undefined : this.tree.find(held.unit);
      return body?.traits.includes(trait) === true && this.tree.subtree(body.parent ?? body.code).has(unit);
    });
  }

  /** Whether the person gives the reports of `unit`. */
  answersFor(unit: string): boolean {
    return this.person.roles.some((held) => held.unit === unit && (held.role === 'official' || held.role === 'head'));
  }

  /** Throws where the person does not answer for `unit`. */
  mustAnswerFor(unit: string): void {
    if (!this.answersFor(unit)) throw notAllowed();
  }

  /** Throws where the person is neither head nor supervisor of one of `units` (the recipients). */
  mustReceiveAt(units: readonly string[]): string {
    const held = this.person.roles.find(
      ({ unit, role }) => units.includes(unit) && (role === 'head' || role === 'supervisor'),
    );
    if (!held) throw notAllowed();
    return held.unit;
  }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
