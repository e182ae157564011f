import type { Workbook } from 'exceljs';
import { decimal, type Measure, type Row, yesNoOf } from '../../../forms/index.js';
import type { ChildFacts } from '../../rollups/index.js';
import { written } from '../form-workbook/cell-text.js';
import type { ConsolidatedInput } from './input.js';
import { LOOKS, Page } from './page.js';
import { rowHead } from './summary-sheet.js';
import { measureLabel } from './words.js';

const UNITS_ON_A_PAGE = 16;

/**
 * «Theo đơn vị»: what each unit below has answered, one block for each headline measure; states stand as words. Measures in
 * which no unit has a figure are only named.
 */
export function writeByUnit(workbook: Workbook, input: ConsolidatedInput): void {
  const { children, t } = input;
  const sheet = workbook.addWorksheet(t('exchange.sheet.by-unit'));
  const pages = Math.max(1, Math.ceil(children.length / UNITS_ON_A_PAGE));
  const onFirst = 3 + Math.ceil(children.length / pages);
  const page = new Page(sheet, [7, 38, 15, ...children.map(() => 13)], onFirst);
  page.heading(input.unitName, [t('exchange.by-unit-title'), input.title]);
  const header = page.header([
    { text: t('exchange.column.sequence') },
    { text: t('exchange.column.indicator') },
    { text: t('exchange.column.unit') },
    ...children.map((child) => ({ text: child.name })),
  ]);
  const below = new Map(input.childForm.rows.map((row) => [row.key, row]));
  const [filled, bare] = partition(headlines(input.measures), (measure) => isAnswered(measure, input));
  for (const measure of filled) {
    page.band(measureLabel(measure, input));
    for (const row of input.form.rows) {
      const asked = below.get(row.key);
      if (!asked) continue;
      // Where a share above is a yes or no below, the unit of measure is that of the answers.
      const head = rowHead({ ...row, unit: asked.unit }, input, true);
      page.line([...head, ...children.map((child) => answerCell(asked, measure, child, input))]);
    }
  }
  if (bare.length > 0) {
    const measures = bare.map((measure) => measureLabel(measure, input)).join('; ');
    page.wide('', LOOKS.note);
    page.wide(t('exchange.by-unit-bare', { measures }), LOOKS.note);
  }
  page.finish(header, 3, pages);
}

function isAnswered({ key }: Measure, { childForm, children }: ConsolidatedInput): boolean {
  return children.some(
    (child) => child.reported && childForm.rows.some((row) => child.value(row.key, key)?.state === 'value'),
  );
}

function partition<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter((one) => belongs(one)), all.filter((one) => !belongs(one))];
}

function headlines(measures: readonly Measure[]): Measure[] {
  const entered = measures.filter((measure) => !measure.computed);
  const asked = entered.filter((measure) => measure.asked);
  return asked.length > 0 ? asked : entered;
}

function answerCell(row: Row, measure: Measure, child: ChildFacts, { t }: ConsolidatedInput) {
  const word = (key: string) => ({ text: t(`exchange.answer.${key}`), style: LOOKS.word });
  if (child.asks && !child.asks(row.key)) return word('not-asked');
  if (!child.reported) return word('not-submitted');
  const cell = child.value(row.key, measure.key);
  if (cell === undefined || cell.state === 'worked-out') return word('empty');
  if (cell.state !== 'value') return word(cell.state);
  if (typeof cell.value === 'string') {
    return decimal.isCanonical(cell.value)
      ? written(cell.value, { kind: 'number', decimals: row.decimals })
      : { text: cell.value, style: LOOKS.text };
  }
  const { yes, no } = yesNoOf(row) ?? { yes: t('exchange.answer.yes'), no: t('exchange.answer.no') };
  return { text: cell.value ? yes : no, style: LOOKS.center };
}
