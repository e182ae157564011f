import { Injectable } from '@nestjs/common';
import type { FormDefinition } from '../../../forms/index.js';
import { Database, Together, type Em } from '../../database/index.js';
import type { UnitTree } from '../unit-tree.js';
import { type BaseFigure, UnitsService } from '../units.service.js';
import { originOf } from './origin.js';
import { type NotRestated, type RestatableRow, restate, type Restated, type RestatedPart } from './restate.js';
import type { Succession } from './succession.js';
import { SuccessionsService } from './successions.service.js';

/** A figure of a past year for a unit as it stands today; `restated` says of what it was made where the unit is newer. */
export interface PastFigure extends BaseFigure {
  restated?: Restated;
}

/** A figure that the unit cannot have, because of who it was made of. */
export interface PastGap extends NotRestated {
  unit: string;
  code: string;
  year: number;
  sort: 'plan' | 'outcome';
}

export interface Past {
  figures: PastFigure[];
  gaps: PastGap[];
}

/** Past figures of units as they stand today: made anew from the units of before where that can be done exactly. */
@Injectable()
export class PastFiguresService {
  /** Of units that were made of no others, which is nearly all; undefined where one of those asked for was. */
  private readonly plain = new Together<
    { units: readonly string[]; from: number; to: number },
    BaseFigure[] | undefined
  >(async (asked) => {
    const units = [...new Set(asked.flatMap((one) => one.units))];
    const from = Math.min(...asked.map((one) => one.from));
    const to = Math.max(...asked.map((one) => one.to));
    const [successions, figures] = await Promise.all([
      this.successions.leadingTo(units),
      this.units.baseFigures(units, from, to),
    ]);
    if (successions.length > 0) return asked.map(() => undefined);
    const found = Map.groupBy(figures, ({ unit }) => unit);
    return asked.map((one) =>
      one.units.flatMap((unit) => found.get(unit) ?? []).filter(({ year }) => year >= one.from && year <= one.to),
    );
  });

  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly successions: SuccessionsService,
  ) {}

  /**
   * Figures of `units` in the years `from`..`to`, and what cannot be restated of the rows of `forms`, which may still be on
   * their way: only units that were made of others need them.
   */
  async of(
    units: readonly string[],
    from: number,
    to: number,
    forms: readonly FormDefinition[] | Promise<readonly FormDefinition[]>,
    within?: Em,
  ): Promise<Past> {
    if (units.length === 0) return { figures: [], gaps: [] };
    const plain = within ? undefined : await this.plain.ask({ units, from, to });
    if (plain) return { figures: plain, gaps: [] };
    const em = within ?? this.database.em;
    const successions = await this.successions.leadingTo(units, em);
    if (successions.length === 0) return { figures: await this.units.baseFigures(units, from, to, em), gaps: [] };
    const before = successions.map((one) => one.predecessor);
    // A growth is reckoned against the year before the oldest.
    const known = await this.units.baseFigures([...new Set([...units, ...before])], from - 1, to, em);
    const tree = await this.units.tree();
    return named(restateAll({ units, from, to, rows: restatableRows(await forms), known, successions }), tree);
  }
}

/** The rows of indicator forms, as far as restating must know them; the first form that has a code counts. */
export function restatableRows(forms: readonly FormDefinition[]): RestatableRow[] {
  const rows = new Map<string, RestatableRow>();
  for (const form of forms) {
    if (form.kind !== 'indicators') continue;
    for (const { key, aggregation, type, decimals, unit } of form.rows) {
      if (!rows.has(key)) rows.set(key, { code: key, aggregation, type, decimals, unitCode: unit.code });
    }
  }
  return [...rows.values()];
}

/** Own figures stay; what a unit of today could not have had is made of those of before, or told as a gap. */
export function restateAll(given: {
  units: readonly string[];
  from: number;
  to: number;
  rows: readonly RestatableRow[];
  known: readonly BaseFigure[];
  successions: readonly Succession[];
}): Past {
  const { units, from, to, rows, known, successions } = given;
  const byKey = new Map(known.map((one) => [`${one.unit} ${one.code} ${one.year} ${one.sort}`, one]));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const figures: PastFigure[] = [];
  const gaps: PastGap[] = [];
  for (const unit of units) {
    for (const sort of ['plan', 'outcome'] as const) {
      for (let year = from; year <= to; year += 1) {
        const origin = originOf(unit, year, sort, successions);
        // Under its own code a unit that only went on has figures of what it was: they are parts, not the whole.
        const isNew = origin?.parts.every((part) => part.unit !== unit) ?? true;
        const own = isNew ? known.filter((one) => one.unit === unit && one.year === year && one.sort === sort) : [];
        figures.push(...own);
        if (!origin) continue;
        const has = new Set(own.map((one) => one.code));
        for (const row of rows.filter((one) => !has.has(one.code))) {
          const made = restate(row, {
            origin: (yearsBack) => originOf(unit, year - yearsBack, sort, successions),
            figure: (part, code, yearsBack) => byKey.get(`${part} ${code} ${year - yearsBack} ${sort}`)?.value,
            rowOf: (code) => byCode.get(code),
          });
          if (!made) continue;
          if ('why' in made) gaps.push({ unit, code: row.code, year, sort, ...made });
          else
            figures.push({ unit, code: row.code, year, sort, value: made.value, source: 'restated', restated: made });
        }
      }
    }
  }
  return { figures, gaps };
}

/** With the names of the units of before, for those who read it. */
function named(past: Past, tree: UnitTree): Past {
  const withName = (part: RestatedPart): RestatedPart => ({ ...part, name: tree.name(part.unit) });
  return {
    figures: past.figures.map((one) =>
      one.restated
        ? {
            ...one,
            restated: {
              ...one.restated,
              parts: one.restated.parts.map(withName),
              ...(one.restated.over ? { over: one.restated.over.map(withName) } : {}),
            },
          }
        : one,
    ),
    gaps: past.gaps.map((gap) => ({ ...gap, names: gap.units.map((unit) => tree.name(unit)) })),
  };
}
