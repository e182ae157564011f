import type { Unit } from './unit.js';

/** All units and who stands under whom: a value, built once from the rows. */
export class UnitTree {
  private readonly byCode: ReadonlyMap<string, Unit>;
  private readonly below: ReadonlyMap<string, Unit[]>;

  constructor(readonly units: readonly Unit[]) {
    this.byCode = new Map(units.map((unit) => [unit.code, unit]));
    const below = new Map<string, Unit[]>();
    for (const unit of units) {
      if (unit.parent === undefined) continue;
      const siblings = below.get(unit.parent);
      if (siblings) siblings.push(unit);
      else below.set(unit.parent, [unit]);
    }
    this.below = below;
  }

  find(code: string): Unit | undefined {
    return this.byCode.get(code);
  }

  /** The unit, or an error: for codes that the database guarantees. */
  get(code: string): Unit {
    const unit = this.byCode.get(code);
    if (!unit) throw new Error(`unit ${code} is not in the tree`);
    return unit;
  }

  /** The code's name, or the code itself. */
  name(code: string): string {
    return this.byCode.get(code)?.name ?? code;
  }

  /** The units directly under `code`, in the order of the rows. */
  children(code: string): readonly Unit[] {
    return this.below.get(code) ?? [];
  }

  /** Codes of `code` and everything below it. */
  subtree(code: string): Set<string> {
    const found = new Set<string>();
    const open = [code];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      for (const child of this.children(next)) open.push(child.code);
    }
    return found;
  }
}
