import { decimalsOfComputed } from '../formula/decimals.js';
import { isNumeric } from '../catalog/indicator.js';
import type { IndicatorForm, Measure, Row } from '../definition/definition.js';
import type { FormWords } from '../definition/words.js';
import { fillYears } from '../definition/years.js';
import { yesNoOf } from '../definition/yes-no.js';
import { formulaOf } from '../formula/compared.js';
import { choiceTexts } from './choice-texts.js';
import type { CellFormat, SheetCell, SheetColumn, SheetFrame, SheetLayout, SheetRow, StatesLayout } from './layout.js';
import { STATE_MARKS, sheetNameOf } from './layout.js';
import { overColumns } from './over-columns.js';

/** The official table: number, indicator, unit of measure, then a column a measure; groups as headed bands, parts indented. */
export function indicatorLayout(
  form: IndicatorForm,
  reportYear: number,
  words: FormWords,
  frame: SheetFrame,
): SheetLayout {
  const marks = { notApplicable: STATE_MARKS['not-applicable'], notAvailable: STATE_MARKS['not-available'] };
  return {
    sheetName: frame.sheetName,
    letterhead: frame.letterhead,
    title: [fillYears(form.title.vi, reportYear), frame.yearLine],
    columns: [
      { key: 'key', header: '', width: 4, hidden: true, role: 'locked', align: 'left' },
      { key: 'sequence', header: words('sequence'), width: 6, hidden: false, role: 'locked', align: 'center' },
      { key: 'label', header: words('indicator'), width: 52, hidden: false, role: 'locked', align: 'left' },
      { key: 'unit', header: words('unit-of-measure'), width: 14, hidden: false, role: 'locked', align: 'center' },
      ...form.measures.map((measure): SheetColumn => {
        const role = measure.computed ? 'computed' : 'input';
        const header = fillYears(measure.label.vi, reportYear);
        return { key: `:${measure.key}`, header, width: 16, hidden: false, role, align: 'right' };
      }),
    ],
    rows: rowsOf(form, words),
    continues: false,
    legend: [words('legend', marks)],
    states: statesLayout(words, frame.sheetName),
  };
}

function rowsOf(form: IndicatorForm, words: FormWords): SheetRow[] {
  const known = new Set(form.groups.map((group) => group.key));
  const ungrouped = form.rows.filter((row) => !known.has(row.group));
  const grouped = form.groups.flatMap((group) => [
    groupRow(group.key, group.title.vi),
    ...form.rows.filter((row) => row.group === group.key).map((row) => rowOf(form, row, words)),
  ]);
  return [...ungrouped.map((row) => rowOf(form, row, words)), ...grouped];
}

function groupRow(key: string, title: string): SheetRow {
  const cells: SheetCell[] = [
    { column: 'sequence', role: 'locked', text: key },
    { column: 'label', role: 'locked', text: title },
  ];
  return { kind: 'group', key: '', indent: 0, cells };
}

function rowOf(form: IndicatorForm, row: Row, words: FormWords): SheetRow {
  const isPart = row.part !== undefined;
  const cells: SheetCell[] = [
    { column: 'key', role: 'locked', text: row.key },
    { column: 'sequence', role: 'locked', text: isPart ? '' : String(row.seq) },
    { column: 'label', role: 'locked', text: isPart ? `- ${row.label.vi}` : row.label.vi },
    { column: 'unit', role: 'locked', text: row.unit.vi },
    ...form.measures.map((measure) => cellOf(row, measure, words)),
  ];
  return { kind: isPart ? 'part' : 'row', key: row.key, indent: isPart ? 1 : 0, cells };
}

function cellOf(row: Row, measure: Measure, words: FormWords): SheetCell {
  const column = `:${measure.key}`;
  if (!measure.computed && row.computed) return { column, role: 'computed', format: formatOf(row, words) };
  // The id of a file comes with its upload, not by typing.
  if (!measure.computed)
    return { column, role: row.type === 'file' ? 'locked' : 'input', format: formatOf(row, words) };
  if (!isNumeric(row)) return { column, role: 'locked', text: '' };
  const format: CellFormat = { kind: 'number', decimals: decimalsOfComputed(row, measure) };
  const computed = overColumns(formulaOf(measure)!, (one) =>
    one.op === 'cell' && (one.row ?? row.key) === row.key ? one.measure : undefined,
  );
  return { column, role: 'computed', format, ...(computed ? { computed } : {}) };
}

function formatOf(row: Row, words: FormWords): CellFormat {
  switch (row.type) {
    case 'boolean':
      return { kind: 'yes-no', ...yesNoOf(row, words) };
    case 'choice':
      return row.choices?.length ? { kind: 'choice', choices: choiceTexts(row.choices) } : { kind: 'text' };
    case 'date':
      return { kind: 'date' };
    case 'text':
    case 'file':
      return { kind: 'text' };
    case 'integer':
      return { kind: 'number', decimals: 0 };
    case 'number':
    case 'percent':
    case 'money':
      return { kind: 'number', decimals: row.decimals };
  }
}

function statesLayout(words: FormWords, mainSheet: string): StatesLayout {
  const name = sheetNameOf(words('states-sheet'));
  return {
    sheetName: name.toLowerCase() === mainSheet.toLowerCase() ? `${name.slice(0, 29)} 2` : name,
    title: words('states-title'),
    hint: words('states-hint'),
    columns: [
      { key: 'row', header: '', width: 4, hidden: true },
      { key: 'measure', header: '', width: 4, hidden: true },
      { key: 'label', header: words('indicator'), width: 48, hidden: false },
      { key: 'column', header: words('measure'), width: 22, hidden: false },
      { key: 'state', header: words('state'), width: 18, hidden: false },
      { key: 'standing', header: words('standing'), width: 14, hidden: false },
      { key: 'remark', header: words('reason'), width: 48, hidden: false },
      { key: 'expectedOn', header: words('expected-on'), width: 16, hidden: false },
    ],
    states: [
      { key: 'value', text: words('state-value') },
      { key: 'not-applicable', text: words('state-not-applicable') },
      { key: 'not-available', text: words('state-not-available') },
    ],
    standings: [
      { key: 'estimate', text: words('standing-estimate') },
      { key: 'preliminary', text: words('standing-preliminary') },
      { key: 'official', text: words('standing-official') },
    ],
  };
}
