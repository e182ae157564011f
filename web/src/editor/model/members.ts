import type { FormDefinition, Item, Json, ListName, LocalText } from './forms';

/** The most members one list may have; the server refuses more. */
export const MOST_MEMBERS = 5000;

/** The lists of a form in the order of its tabs, the one that people work on most first. */
export function listsOf(kind: FormDefinition['kind']): ListName[] {
  switch (kind) {
    case 'indicators':
      return ['rows', 'measures', 'groups', 'checks'];
    case 'records':
      return ['columns', 'checks'];
    case 'outline':
      return ['sections'];
    case 'short':
      return ['questions', 'checks'];
  }
}

/** The members of a list as loose JSON; none where the form has no such list. */
export function membersOf(definition: FormDefinition, list: ListName): readonly Item[] {
  return (definition as unknown as Partial<Record<ListName, Item[]>>)[list] ?? [];
}

export function withMembers(definition: FormDefinition, list: ListName, members: readonly Item[]): FormDefinition {
  return { ...definition, [list]: members } as unknown as FormDefinition;
}

/** The list whose members rules name as columns: in a form of texts its sections. */
export const linesOf = (kind: FormDefinition['kind']): ListName =>
  kind === 'short' ? 'questions' : kind === 'outline' ? 'sections' : 'columns';

export const memberOf = (definition: FormDefinition, list: ListName, key: string): Item | undefined =>
  membersOf(definition, list).find((member) => member.key === key);

/** What a member is called in the reader's language: its label, title or message; its key where it has none. */
export function nameOf(member: Item, locale: 'vi' | 'en'): string {
  const text = (member['label'] ?? member['title'] ?? member['message']) as Json | undefined as LocalText | undefined;
  return (locale === 'en' ? text?.en : undefined) || text?.vi || member.key;
}
