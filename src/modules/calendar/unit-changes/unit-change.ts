import { decimal } from '../../../forms/index.js';
import { plainDate, type PlainDate } from '../../shared/index.js';
import { existsOn, type KeptSuccession, type Unit, type UnitTree } from '../../units/index.js';

const { Exact } = decimal;

/** A unit that comes out of a change: one that goes on under its code, or a new one, which needs a name. */
export interface Successor {
  code: string;
  name?: string;
  /** Decimal string, how much of the unit that is split goes there; absent where nobody knows. */
  share?: string;
}

/** Units that become one, or one that becomes several, from a day on. */
export interface UnitChange {
  sort: 'merge' | 'split';
  /** The first day of the new order. */
  from: PlainDate;
  /** By which decision. */
  decision: string;
  /** The units that become one; of a split the one unit. */
  units: string[];
  /** One for a merge, at least two for a split. */
  into: Successor[];
}

/** Why a change cannot be: a key under `calendar.unit-change.` and what it is about. */
export interface ChangeFault {
  why: 'unknown' | 'ended' | 'too-few' | 'twice' | 'kinds-differ' | 'name-needed' | 'shares';
  about: string;
}

const alive = (tree: UnitTree, code: string, from: PlainDate): Unit | undefined => {
  const unit = tree.find(code);
  return unit && existsOn(unit, plainDate.add(from, -1)) ? unit : undefined;
};

/** The first thing that is wrong with a change. */
export function changeFault(change: UnitChange, tree: UnitTree): ChangeFault | undefined {
  const { units, into, from, sort } = change;
  const fault = (why: ChangeFault['why'], about: string): ChangeFault => ({ why, about });
  for (const codes of [units, into.map((one) => one.code)]) {
    const twice = codes.find((code, at) => codes.indexOf(code) < at);
    if (twice) return fault('twice', twice);
  }
  for (const code of units) {
    if (!tree.find(code)) return fault('unknown', code);
    if (!alive(tree, code, from)) return fault('ended', tree.name(code));
  }
  const before = new Set([...units, ...into.map((one) => one.code).filter((code) => alive(tree, code, from))]);
  if (sort === 'merge' ? before.size < 2 || into.length !== 1 : units.length !== 1 || into.length < 2) {
    return fault('too-few', tree.name(units[0] ?? ''));
  }
  const kinds = new Set([...before].map((code) => tree.get(code).kind));
  if (kinds.size > 1) return fault('kinds-differ', [...before].map((code) => tree.name(code)).join(', '));
  const nameless = into.find((one) => !before.has(one.code) && !one.name?.trim());
  if (nameless) return fault('name-needed', nameless.code);
  return sharesFault(change);
}

function sharesFault({ sort, into, units }: UnitChange): ChangeFault | undefined {
  if (sort === 'merge') return undefined;
  const known = into.flatMap((one) => one.share ?? []);
  const sum = known.reduce((total, share) => total.plus(share), new Exact(0));
  const isWhole = known.length < into.length ? sum.lessThan(1) : sum.equals(1);
  return isWhole ? undefined : { why: 'shares', about: units[0]! };
}

/** Who comes after whom by a change; a unit that goes on and takes others in succeeds itself as well. */
export function successionsOf(change: UnitChange, tree: UnitTree): KeptSuccession[] {
  const { units, into, from, decision, sort } = change;
  const row = (predecessor: string, successor: string, share: string | undefined): KeptSuccession => ({
    predecessor,
    successor,
    from,
    ...(share === undefined ? {} : { share }),
    decision,
    provenance: 'admin',
  });
  const shareOf = (one: Successor) => (sort === 'merge' ? '1' : one.share);
  const rows = units.flatMap((unit) => into.map((one) => row(unit, one.code, shareOf(one))));
  const takingIn = into.filter((one) => !units.includes(one.code) && alive(tree, one.code, from));
  return [...rows, ...takingIn.map((one) => row(one.code, one.code, '1'))];
}

/** The units as they stand after a change: those that end, those that are new, and who stands under somebody else now. */
export function unitsAfter(
  change: UnitChange,
  tree: UnitTree,
): { founded: Unit[]; ended: Unit[]; moved: { unit: string; from: string; to: string }[] } {
  const { units, into, from, decision } = change;
  const main = into[0]!.code;
  const models = units.map((code) => tree.get(code));
  const [model] = models;
  const founded = into
    .filter((one) => !alive(tree, one.code, from))
    .map((one): Unit => {
      const { nameEn: _english, validTo: _end, ...like } = model!;
      return {
        ...like,
        code: one.code,
        name: one.name!.trim().normalize('NFC'),
        traits: [...new Set(models.flatMap((unit) => unit.traits))],
        leads: [...new Set(models.flatMap((unit) => unit.leads))],
        validFrom: from,
        provenance: decision,
      };
    });
  const stays = new Set(into.map((one) => one.code));
  const ended = models
    .filter((unit) => !stays.has(unit.code))
    .map((unit) => ({ ...unit, validTo: plainDate.add(from, -1) }));
  const moved = ended.flatMap((unit) =>
    tree.children(unit.code).map((child) => ({ unit: child.code, from: unit.code, to: main })),
  );
  return { founded, ended, moved };
}
