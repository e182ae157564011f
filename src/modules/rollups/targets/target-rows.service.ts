import { Inject, Injectable } from '@nestjs/common';
import { decimal, type Field, type Measure, messageOf, type Row, understand } from '../../../forms/index.js';
import { rows, type Em } from '../../database/index.js';
import { DefinitionsService, type UnitForm } from '../../definitions/index.js';
import { inLocale, type Locale, MESSAGES, type Messages } from '../../shared/index.js';
import { UnitsService } from '../../units/index.js';
import { rowUnknown, wrongTarget } from './target-problems.js';

/** The rows about which a unit has targets: those of the indicator forms that it owes in the plan year. */
export class TargetRows {
  constructor(
    private readonly unitName: string,
    private readonly forms: readonly UnitForm[],
    private readonly reportYear: number,
  ) {}

  /** The row of a code, or a problem. */
  get(code: string): Row {
    return this.find(code).row;
  }

  /** Every row that can have a target, each once, in the order of the forms. */
  list(locale: Locale): { code: string; label: string; unit: string }[] {
    const found = new Map<string, { code: string; label: string; unit: string }>();
    for (const { form } of this.forms) {
      if (form.kind !== 'indicators' || !form.measures.some(isTarget)) continue;
      for (const { key, label, unit } of form.rows) {
        if (!found.has(key)) found.set(key, { code: key, label: inLocale(label, locale), unit: unit.vi });
      }
    }
    return [...found.values()];
  }

  /** The label of a code, the code itself where no form has it any more. */
  label(code: string, locale: Locale): string {
    for (const { form } of this.forms) {
      const row = form.kind === 'indicators' ? form.rows.find((one) => one.key === code) : undefined;
      if (row) return inLocale(row.label, locale);
    }
    return code;
  }

  /** What was typed for a code, read as everywhere else. Canonical; undefined where it has no reading or several. */
  read(code: string, typed: string, today: string): string | undefined {
    if (decimal.isCanonical(typed)) return typed;
    const { type, decimals, min, max, unit } = this.get(code);
    const isYesNo = type === 'boolean';
    const kind = type === 'percent' ? 'percent' : type === 'integer' ? 'int' : 'decimal';
    const field: Field = isYesNo
      ? { type: 'bool' }
      : { type: kind, decimals, min, max, unit: unit.code, unitText: unit.vi };
    const said = understand(field, typed, { today });
    if (said.outcome !== 'ok') return undefined;
    return isYesNo ? (said.value === true ? '1' : '0') : String(said.value);
  }

  /** Throws where the form would not take `value` as the plan of the plan year. */
  mustTake(
    code: string,
    value: string,
    say: (key: string, params: Record<string, string>) => string,
    locale: Locale,
  ): void {
    const { form, row, measure } = this.find(code);
    const wrong = (why: string) => wrongTarget({ row: inLocale(row.label, locale), why });
    // A yes or no is counted as 1 or 0.
    const isYesNo = row.type === 'boolean';
    if (!decimal.isCanonical(value) || (isYesNo && value !== '0' && value !== '1'))
      throw wrong(say('targets.no-number', {}));
    const cell = { state: 'value', value: isYesNo ? value === '1' : value };
    const [issue] = form.validate({ [code]: { [measure]: cell } }, this.reportYear);
    if (!issue) return;
    const { key, params } = messageOf(issue, locale);
    throw wrong(say(key, params));
  }

  private find(code: string): { form: UnitForm; row: Row; measure: string } {
    for (const form of this.forms) {
      if (form.form.kind !== 'indicators') continue;
      const row = form.form.rows.find((one) => one.key === code);
      const measure = form.form.measures.find(isTarget);
      if (row && measure) return { form, row, measure: measure.key };
    }
    throw rowUnknown({ code, unit: this.unitName });
  }
}

/** The column of a form that holds the plan of the plan year. */
const isTarget = ({ sort, year, computed }: Measure): boolean => sort === 'plan' && year === 1 && !computed;

/** Finds the rows about which a unit has targets. */
@Injectable()
export class TargetRowsService {
  constructor(
    private readonly definitions: DefinitionsService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) readonly messages: Messages,
  ) {}

  async of(em: Em, unit: string, planYear: number): Promise<TargetRows> {
    const tree = await this.units.tree();
    const owed = await rows<{ key: string; version: number }>(
      em,
      `select distinct on (f.key) f.key, f.version
       from obligation o cross join lateral jsonb_to_recordset(o.forms) as f (key text, version integer)
       where o.unit_code = ? and o.plan_year = ? order by f.key, f.version desc`,
      [unit, planYear],
    );
    const view = { traits: tree.get(unit).traits };
    const forms = await Promise.all(owed.map(({ key, version }) => this.definitions.forUnit(key, version, view, em)));
    return new TargetRows(tree.name(unit), forms, planYear - 1);
  }
}
