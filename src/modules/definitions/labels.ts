import type { FormDefinition, LocalText } from '../../forms/index.js';
import { inLocale, type Locale } from '../shared/index.js';

/** Names members of a form by list and key; the first definition that has the member names it, its key where none does. */
export function labelsOf(
  definitions: readonly FormDefinition[],
  locale: Locale,
): (list: string, key: string) => string {
  const names = new Map<string, string>();
  for (const definition of [...definitions].reverse()) {
    for (const [list, members] of Object.entries(listsOf(definition))) {
      for (const { key, text } of members) names.set(`${list}/${key}`, inLocale(text, locale));
    }
  }
  return (list, key) => names.get(`${list}/${key}`) ?? key;
}

function listsOf(definition: FormDefinition): Record<string, { key: string; text: LocalText }[]> {
  switch (definition.kind) {
    case 'indicators':
      return {
        groups: definition.groups.map(({ key, title }) => ({ key, text: title })),
        rows: definition.rows.map(({ key, label }) => ({ key, text: label })),
        measures: definition.measures.map(({ key, label }) => ({ key, text: label })),
      };
    case 'records':
      return { columns: definition.columns.map(({ key, label }) => ({ key, text: label })) };
    case 'outline':
      return { sections: definition.sections.map(({ key, title }) => ({ key, text: title })) };
    case 'short':
      return { questions: definition.questions.map(({ key, label }) => ({ key, text: label })) };
  }
}
