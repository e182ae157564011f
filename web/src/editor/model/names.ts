import type { FormDefinition } from './forms';
import { membersOf, nameOf } from './members';

/** What the members that formulas refer to are called. */
export interface Names {
  row: (key: string) => string;
  measure: (key: string) => string;
  column: (key: string) => string;
}

export function namesOf({ definition, locale }: { definition: FormDefinition; locale: 'vi' | 'en' }): Names {
  const named = (list: 'rows' | 'measures' | 'columns' | 'questions') => {
    const members = membersOf(definition, list);
    return (key: string) => {
      const member = members.find((one) => one.key === key);
      return member ? nameOf(member, locale).replace(/\{N([+-]1)?\}/g, 'N$1') : key;
    };
  };
  return {
    row: named('rows'),
    measure: named('measures'),
    column: named(definition.kind === 'short' ? 'questions' : 'columns'),
  };
}
