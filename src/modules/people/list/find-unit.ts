import { fold } from '../../shared/index.js';
import type { Unit, UnitTree } from '../../units/index.js';

/** A unit that a text names, all of those it may name, or none. */
export type FoundUnit = { unit: Unit } | { oneOf: Unit[] } | 'unknown';

/** Finds the units that people write, by code or by name without regard to accents; built once for a whole list. */
export class UnitFinder {
  private readonly byName: Map<string, Unit[]>;

  constructor(private readonly tree: UnitTree) {
    this.byName = Map.groupBy(
      tree.units.filter((unit) => unit.member),
      (unit) => plain(unit.name),
    );
  }

  /**
   * A code; else a whole name; else a name and the unit above it, `Xã Đông Mỹ, Huyện Thanh Trì`; else the end of a name, where
   * no other ends so. What may be two is never chosen.
   */
  find(text: string): FoundUnit {
    const byCode = this.tree.find(text.trim().toLowerCase());
    if (byCode?.member) return { unit: byCode };
    const whole = this.byName.get(plain(text));
    if (whole) return oneOf(whole);
    const parts = /^(.+?)\s*[,;(–-]\s*([^,;()–-]+)\)?\s*$/.exec(text);
    if (parts) {
      const above = plain(parts[2]!);
      const named = this.named(plain(parts[1]!)).filter((unit) => {
        const name = unit.parent === undefined ? '' : plain(this.tree.name(unit.parent));
        return name === above || name.endsWith(` ${above}`);
      });
      if (named.length > 0) return oneOf(named);
    }
    return oneOf(this.named(plain(text)));
  }

  /** A unit as it is found again whatever others are called. */
  nameOf(unit: Unit): string {
    const same = this.byName.get(plain(unit.name)) ?? [];
    if (same.length < 2) return unit.name;
    const withParent = unit.parent === undefined ? unit.name : `${unit.name}, ${this.tree.name(unit.parent)}`;
    const found = this.find(withParent);
    return typeof found === 'object' && 'unit' in found ? withParent : unit.code;
  }

  private named(wish: string): Unit[] {
    if (wish === '') return [];
    return (
      this.byName.get(wish) ?? [...this.byName].flatMap(([name, units]) => (name.endsWith(` ${wish}`) ? units : []))
    );
  }
}

const plain = (text: string): string => fold(text.replace(/[.,;:()"'’–-]/g, ' '));

function oneOf(units: Unit[]): FoundUnit {
  if (units.length === 0) return 'unknown';
  return units.length === 1 ? { unit: units[0]! } : { oneOf: units };
}
