import { decimalsOfColumn } from '../formula/decimals.js';
import type { Column, Question, RecordForm } from '../definition/definition.js';
import type { FormWords } from '../definition/words.js';
import { fillYears } from '../definition/years.js';
import { formulaOf } from '../formula/compared.js';
import { choiceTexts } from './choice-texts.js';
import type { CellFormat, SheetCell, SheetColumn, SheetFrame, SheetLayout, SheetRow } from './layout.js';
import { overColumns } from './over-columns.js';

/** A list: one row a record, told by its place, under the columns of the form. */
export function recordLayout(form: RecordForm, reportYear: number, words: FormWords, frame: SheetFrame): SheetLayout {
  const hidden: SheetColumn = { key: 'key', header: '', width: 4, hidden: true, role: 'locked', align: 'left' };
  return {
    sheetName: frame.sheetName,
    letterhead: frame.letterhead,
    title: [fillYears(form.title.vi, reportYear), frame.yearLine],
    columns: [hidden, ...form.columns.map((column) => columnOf(column, reportYear))],
    rows: [],
    recordRow: { kind: 'row', key: '', indent: 0, cells: form.columns.map((column) => cellOf(column, words)) },
    ...(form.columns.some((column) => column.total) ? { totalRow: totalRow(form, words) } : {}),
    continues: false,
    legend: [],
  };
}

function columnOf(column: Column, reportYear: number): SheetColumn {
  const isText = column.type === 'text' || column.type === 'choice';
  return {
    key: `:${column.key}`,
    header: fillYears(column.label.vi, reportYear),
    width: isText ? 24 : 14,
    hidden: false,
    role: column.computed ? 'computed' : 'input',
    align: isText ? 'left' : column.type === 'date' ? 'center' : 'right',
  };
}

function cellOf(column: Column, words: FormWords): SheetCell {
  const key = `:${column.key}`;
  if (!column.computed) return { column: key, role: 'input', format: formatOf(column, words) };
  const computed = overColumns(formulaOf(column)!, (one) => (one.op === 'column' ? one.column : undefined));
  const format: CellFormat = { kind: 'number', decimals: decimalsOfColumn(column) };
  return { column: key, role: 'computed', format, ...(computed ? { computed } : {}) };
}

/** The word for the sum stands in the first column that is not summed up itself. */
function totalRow(form: RecordForm, words: FormWords): SheetRow {
  const titled = form.columns.find((column) => !column.total);
  const cells = form.columns.map((column): SheetCell => {
    const key = `:${column.key}`;
    if (column.total) return { column: key, role: 'locked', format: formatOf(column, words), total: true };
    return { column: key, role: 'locked', text: column === titled ? words('total') : '' };
  });
  return { kind: 'group', key: '', indent: 0, cells };
}

/** How the answer to a column or question is written. Yes and no are kept as texts, as every answer in a line is. */
export function formatOf(column: Column | Question, words: FormWords): CellFormat {
  switch (column.type) {
    case 'date':
      return { kind: 'date' };
    case 'choice':
      return column.choices?.length ? { kind: 'choice', choices: choiceTexts(column.choices) } : { kind: 'text' };
    case 'boolean':
      return {
        kind: 'choice',
        choices: [
          { key: 'true', text: words('yes') },
          { key: 'false', text: words('no') },
        ],
      };
    case 'text':
      return { kind: 'text' };
    case 'integer':
      return { kind: 'number', decimals: 0, ...(column.unitCode === 'year' ? { ungrouped: true } : {}) };
    case 'number':
    case 'percent':
    case 'money':
      return { kind: 'number', ...(column.decimals === undefined ? {} : { decimals: column.decimals }) };
  }
}
