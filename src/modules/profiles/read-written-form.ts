import {
  type Column,
  faultsOf,
  findCircle,
  type FormDefinition,
  formulaOf,
  membersOf,
  type OutlineForm,
  type Question,
  type RecordForm,
  referencesIn,
  type ShortForm,
} from '../../forms/index.js';
import type { DataFolder } from '../shared/index.js';
import { writtenForm } from './written-form-file.js';

/** The form of `forms/<name>.yaml`; what is wrong goes to `folder.faults`. Undefined where the file cannot be read. */
export function readWrittenForm(folder: DataFolder, name: string): RecordForm | OutlineForm | ShortForm | undefined {
  const file = `forms/${name}.yaml`;
  const form = folder.yaml(file, writtenForm);
  if (!form) return undefined;
  const before = folder.faults.length;
  if (form.key !== name) folder.fault(file, 'key', `is "${form.key}", the file is "${name}"`);
  if (form.kind === 'outline') checkTwice(folder, file, 'sections', form.sections);
  else if (form.kind === 'records') checkColumns(folder, file, form.columns);
  else checkLines(folder, file, 'questions', form.questions);
  if (folder.faults.length === before) checkFaults(folder, file, form);
  return form;
}

/** What keeps any form from being published: bounds, references of conditions, and the like. */
export function checkFaults(folder: DataFolder, file: string, form: FormDefinition): void {
  for (const { code, list, key, field, params } of faultsOf(form)) {
    const at = list && membersOf(form, list)?.findIndex((member) => member.key === key);
    const place = [list, at === -1 ? undefined : at, field].filter((part) => part !== undefined).join('.');
    const about = Object.entries(params).map(([name, value]) => `${name} "${value}"`);
    folder.fault(file, place || '(top)', [`is not in order (${code})`, ...about].join(', '));
  }
}

/** Tells of every key that stands in a list for the second time. */
export function checkTwice(folder: DataFolder, file: string, path: string, list: readonly { key: string }[]): void {
  const seen = new Set<string>();
  for (const [at, one] of list.entries()) {
    if (seen.has(one.key)) folder.fault(file, `${path}.${at}`, `key "${one.key}" stands twice`);
    seen.add(one.key);
  }
}

function checkLines(folder: DataFolder, file: string, list: string, lines: readonly (Column | Question)[]): void {
  checkTwice(folder, file, list, lines);
  for (const [at, { type, choices }] of lines.entries()) {
    if ((type === 'choice') !== (choices !== undefined)) {
      const kind = list === 'columns' ? 'column' : 'question';
      folder.fault(file, `${list}.${at}`, `choices belong to a ${kind} of type choice, and only there`);
    }
    if (choices) checkTwice(folder, file, `${list}.${at}.choices`, choices);
  }
}

function checkColumns(folder: DataFolder, file: string, columns: readonly Column[]): void {
  checkLines(folder, file, 'columns', columns);
  const places = new Map(columns.map((one, at) => [one.key, at]));
  const partsOf = (column: Column): string[] => {
    const formula = formulaOf(column);
    return formula ? referencesIn(formula).flatMap((one) => (one.op === 'column' ? [one.column] : [])) : [];
  };
  for (const [at, column] of columns.entries()) {
    const fault = (reason: string): void => folder.fault(file, `columns.${at}`, reason);
    for (const part of partsOf(column)) {
      const place = places.get(part);
      if (place === undefined) fault(`"${part}" is no column of this form`);
      else if (place > at && columns[place]!.computed) fault(`"${part}" is computed only after it`);
    }
  }
  const circle = findCircle(new Map(columns.map((one) => [one.key, partsOf(one)])));
  if (circle) folder.fault(file, 'columns', `computed columns need each other in a circle: ${circle.join(' → ')}`);
}
