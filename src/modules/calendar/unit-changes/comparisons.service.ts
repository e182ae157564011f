import { Injectable } from '@nestjs/common';
import type { FormDefinition } from '../../../forms/index.js';
import type { Em } from '../../database/index.js';
import { DefinitionsService } from '../../definitions/index.js';
import type { Text } from '../../shared/index.js';
import { PastFiguresService, type PastGap, type UnitTree } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import type { UnitChange } from './unit-change.js';

/** What becomes of the outcomes of one year for one successor. */
export interface Comparison {
  unit: string;
  year: number;
  /** How many figures are made anew from the units of before. */
  restated: number;
  /** Indicators that cannot be compared, by the reason. */
  gaps: { why: PastGap['why']; titles: Text[] }[];
}

/** Tells of a change of units which figures of the year before can be restated, and which cannot. */
@Injectable()
export class ComparisonsService {
  constructor(
    private readonly past: PastFiguresService,
    private readonly definitions: DefinitionsService,
    private readonly calendar: CalendarService,
  ) {}

  /** Within the transaction of the change, once its successions stand. */
  async of(em: Em, { into, from }: UnitChange, after: UnitTree): Promise<Comparison[]> {
    const year = Number(from.slice(0, 4)) - 1;
    const units = into.map((one) => one.code);
    const forms = await this.formsOf(em, units, after);
    const titles = new Map<string, Text>();
    for (const form of forms) {
      if (form.kind !== 'indicators') continue;
      for (const row of form.rows) if (!titles.has(row.key)) titles.set(row.key, row.label as Text);
    }
    const { figures, gaps } = await this.past.of(units, year, year, forms, em);
    return units.map((unit) => {
      const mine = gaps.filter((gap) => gap.unit === unit && gap.sort === 'outcome');
      return {
        unit,
        year,
        restated: figures.filter((one) => one.unit === unit && one.sort === 'outcome' && one.restated).length,
        gaps: [...Map.groupBy(mine, (gap) => gap.why)].map(([why, all]) => ({
          why,
          titles: all.map((gap) => titles.get(gap.code) ?? { vi: gap.code }),
        })),
      };
    });
  }

  /** The forms in force that units of these kinds are asked. */
  private async formsOf(em: Em, units: readonly string[], tree: UnitTree): Promise<FormDefinition[]> {
    const found = units.flatMap((code) => tree.find(code) ?? []);
    const milestones = (await this.calendar.milestones(em)).filter((one) =>
      found.some((unit) => one.owes === unit.kind || (one.owesLevel !== undefined && one.owesLevel === unit.level)),
    );
    const keys = new Set(milestones.flatMap((one) => one.forms));
    const versions = await Promise.all([...keys].map((key) => this.definitions.newestIfAny(key, em)));
    return versions.flatMap((one) => one?.definition ?? []);
  }
}
