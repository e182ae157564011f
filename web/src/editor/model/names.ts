import { dayText, type FormDefinition, type Item, type ListName, type Reference } from './forms';
import { linesOf, memberOf, membersOf, nameOf } from './members';

/** What the members that formulas refer to are called. */
export interface Names {
  row: (key: string) => string;
  measure: (key: string) => string;
  column: (key: string) => string;
  /** What an answer is compared with: a choice by its name, a day as it is written. */
  value: (of: Reference, value: string) => string;
}

export function namesOf({ definition, locale }: { definition: FormDefinition; locale: 'vi' | 'en' }): Names {
  const named = (list: ListName) => {
    const members = membersOf(definition, list);
    return (key: string) => {
      const member = members.find((one) => one.key === key);
      return member ? nameOf(member, locale).replace(/\{N([+-]1)?\}/g, 'N$1') : key;
    };
  };
  const lines = linesOf(definition.kind);
  return {
    row: named('rows'),
    measure: named('measures'),
    column: named(lines),
    value: (of, value) => {
      const member =
        of.op === 'column' ? memberOf(definition, lines, of.column) : memberOf(definition, 'rows', of.row ?? '');
      const choice = (member?.['choices'] as Item[] | undefined)?.find((one) => one.key === value);
      return choice ? nameOf(choice, locale) : member?.['type'] === 'date' ? dayText(value) : value;
    },
  };
}
