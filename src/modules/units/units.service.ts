import { Injectable } from '@nestjs/common';
import { Database, rows, run, type Em } from '../database/index.js';
import { UnitEntity } from './unit.entity.js';
import { UnitTree } from './unit-tree.js';
import type { Unit } from './unit.js';

/** Another process may have merged units: a tree kept for so long is read anew. */
const KEPT_MS = 15_000;

/** The unit tree of the database, kept until it changes here, and never for long. */
@Injectable()
export class UnitsService {
  private kept?: Promise<UnitTree>;
  private readAt = 0;

  constructor(private readonly database: Database) {}

  /**
   * The tree as it was read last. An old one is given all the same while it is read anew: whoever asks may hold a connection,
   * and if all who hold one waited for another one, none would ever be free.
   */
  tree(): Promise<UnitTree> {
    const { kept } = this;
    if (kept === undefined) {
      const first = this.read();
      first.catch(() => this.replace(first, undefined));
      return (this.kept = first);
    }
    if (performance.now() - this.readAt > KEPT_MS) {
      // Where that fails the old one stands, and is read anew a while later.
      this.read().then(
        (tree) => this.replace(kept, Promise.resolve(tree)),
        () => undefined,
      );
    }
    return kept;
  }

  /** What was forgotten meanwhile is not put back. */
  private replace(old: Promise<UnitTree>, by: Promise<UnitTree> | undefined): void {
    if (this.kept === old) this.kept = by;
  }

  /** Forgets the kept tree; the next question reads anew. */
  forget(): void {
    this.kept = undefined;
  }

  /** Adds and updates units; none is ever removed, because obligations point at them. */
  async save(em: Em, units: readonly Unit[]): Promise<void> {
    await em.upsertMany(
      UnitEntity,
      units.map((unit) => ({
        ...unit,
        leadTerms: unit.leadTerms ?? {},
        nameEn: unit.nameEn ?? null,
        parent: unit.parent ?? null,
        validFrom: unit.validFrom ?? null,
        validTo: unit.validTo ?? null,
      })),
      { batchSize: 500 },
    );
    this.forget();
  }

  /** The profile's units; what admins merged and split since stands against the profile's files. */
  async saveOfProfile(em: Em, units: readonly Unit[]): Promise<void> {
    await this.save(em, units);
    await run(
      em,
      `update unit u set valid_to = c.from_on - 1
       from unit_change c cross join lateral jsonb_to_recordset(c.did -> 'ended') as e (code text)
       where c.undone_at is null and u.code = e.code`,
    );
    await run(
      em,
      `update unit u set parent = m."to"
       from unit_change c cross join lateral jsonb_to_recordset(c.did -> 'moved') as m (unit text, "to" text)
       where c.undone_at is null and u.code = m.unit`,
    );
  }

  private async read(): Promise<UnitTree> {
    this.readAt = performance.now();
    const found = await this.database.em.findAll(UnitEntity, { orderBy: { code: 'asc' }, disableIdentityMap: true });
    return new UnitTree(
      found.map((unit) => ({
        ...unit,
        nameEn: unit.nameEn ?? undefined,
        parent: unit.parent ?? undefined,
        validFrom: unit.validFrom ?? undefined,
        validTo: unit.validTo ?? undefined,
      })),
    );
  }

  /** A past figure of a unit that no report holds: last year's result, a denominator, a weight. Overwrites. */
  async saveBaseFigures(em: Em, figures: readonly BaseFigure[]): Promise<void> {
    if (figures.length === 0) return;
    await run(
      em,
      `insert into base_figure (unit_code, code, year, sort, value, standing, source)
       select unit, code, year, sort, value::numeric, standing, source
       from jsonb_to_recordset(?::jsonb)
         as f (unit text, code text, year integer, sort text, value text, standing text, source text)
       on conflict (unit_code, code, year, sort) do update
         set value = excluded.value, standing = excluded.standing, source = excluded.source`,
      [JSON.stringify(figures)],
    );
  }

  /** Base figures of `units` in the years `from`..`to`. */
  async baseFigures(
    units: readonly string[],
    from: number,
    to: number,
    em: Em = this.database.em,
  ): Promise<BaseFigure[]> {
    if (units.length === 0) return [];
    return rows<BaseFigure>(
      em,
      `select unit_code as unit, code, year, sort, trim_scale(value)::text as value, standing, source
       from base_figure where unit_code in (?) and year between ? and ?`,
      [units, from, to],
    );
  }
}

export interface BaseFigure {
  unit: string;
  /** Code of an indicator (also `code/part`) or of a base. */
  code: string;
  year: number;
  sort: 'plan' | 'outcome';
  /** Decimal string. */
  value: string;
  standing?: 'estimate' | 'preliminary' | 'official' | null;
  source: string;
}
