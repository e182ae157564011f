import { dayText } from '../answers/calendar-day.js';
import type { Choice, FormDefinition, LocalText } from '../definition/definition.js';
import { fillYears } from '../definition/years.js';
import type { Reference } from './formula.js';
import { linesOf } from './named.js';

/** What the parts of a form are called in a sentence. A key that the form does not have is called by itself. */
export interface FormulaNames {
  row(key: string): string;
  measure(key: string): string;
  /** A column of a list or a question of a short form. */
  column(key: string): string;
  /** What an answer is compared with: a choice by its name, a day as it is written, a text in quotation marks. */
  value(of: Reference, value: string): string;
}

interface Member {
  key: string;
  label: LocalText;
  type?: string;
  choices?: readonly Choice[];
}

/** The labels of a form's members in quotation marks; `{N}` is filled in where the report year is given. */
export function formulaNames(definition: FormDefinition, locale: 'vi' | 'en', reportYear?: number): FormulaNames {
  const quoted = (text: string): string => (locale === 'en' ? `“${text}”` : `«${text}»`);
  const labelled = (label: LocalText): string =>
    quoted(fillYears((locale === 'en' && label.en) || label.vi, reportYear));
  const { rows, measures, columns } = membersOf(definition);
  const nameIn = (members: ReadonlyMap<string, Member>) => (key: string) => {
    const member = members.get(key);
    return member ? labelled(member.label) : quoted(key);
  };
  return {
    row: nameIn(rows),
    measure: nameIn(measures),
    column: nameIn(columns),
    value: (of, value) => {
      const member = of.op === 'column' ? columns.get(of.column) : rows.get(of.row ?? '');
      const choice = member?.choices?.find((one) => one.key === value);
      if (choice) return labelled(choice.label);
      return member?.type === 'date' ? dayText(value) : quoted(value);
    },
  };
}

function membersOf(definition: FormDefinition): Record<'rows' | 'measures' | 'columns', ReadonlyMap<string, Member>> {
  const byKey = (members: readonly Member[]) => new Map(members.map((member) => [member.key, member]));
  const isTable = definition.kind === 'indicators';
  return {
    rows: byKey(isTable ? definition.rows : []),
    measures: byKey(isTable ? definition.measures : []),
    columns: byKey(linesOf(definition)),
  };
}
