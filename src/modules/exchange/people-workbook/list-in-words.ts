import type { Locale, Messages } from '../../shared/index.js';
import type { ListChange, ListCounts } from '../../people/index.js';
import type { UnitTree } from '../../units/index.js';

/** One change as a sentence, in the reader's language. */
export function changeInWords(change: ListChange, tree: UnitTree, messages: Messages, locale: Locale): string {
  const t = (key: string, params: Record<string, string> = {}) => messages.t(locale, `people.list-${key}`, params);
  const held = (roles: readonly { unit: string; role: string }[]) =>
    roles.map(({ unit, role }) => `${messages.t(locale, `people.role-${role}`)}, ${tree.name(unit)}`).join('; ');
  if (change.sort === 'add') return t('adds', { name: change.particulars.name, roles: held(change.roles) });
  if (change.sort === 'leave') return t('lets-go', { name: change.name });
  const { name, fields, gives, ends, back, particulars } = change;
  const parts = [
    back ? t('is-back') : '',
    gives.length > 0 && ends.length > 0 ? t('moves', { from: held(ends), to: held(gives) }) : '',
    gives.length > 0 && ends.length === 0 ? t('gives', { roles: held(gives) }) : '',
    ends.length > 0 && gives.length === 0 ? t('ends', { roles: held(ends) }) : '',
    ...fields.map((field) => t(`writes-${field}`, { text: particulars[field] ?? '' })),
  ];
  return t('changes', { name, what: parts.filter((part) => part !== '').join('; ') });
}

/** "12 người mới, 3 đổi đơn vị hoặc vai trò, 1 thôi làm việc"; what is none is not said. */
export function countsInWords(counts: ListCounts, messages: Messages, locale: Locale): string {
  const said = (['added', 'moved', 'changed', 'left', 'back', 'unchanged'] as const).filter((sort) => counts[sort] > 0);
  return said.map((sort) => messages.t(locale, `people.list-count-${sort}`, { count: counts[sort] })).join(', ');
}
