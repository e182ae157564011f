import type { Locale } from '../api/types';
import type { FormView, LocalText, Member, Source } from './types';

export const inLanguage = (text: LocalText | undefined, locale: Locale): string =>
  text ? (locale === 'en' && text.en) || text.vi : '';

/** What a form is made of: its rows, columns, sections or questions. */
export function membersOf({ rows, columns, sections, questions }: FormView['definition']): Member[] {
  return (rows ?? columns ?? sections ?? questions ?? []) as Member[];
}

export const nameOf = (member: Member, locale: Locale): string =>
  inLanguage(member.label ?? member.title, locale) || member.key;

const HELP = ['meaning', 'method', 'legalBasis'] as const;

/** The help of a member as it is shown; an empty text is missing. A section has its guidance only. */
export function helpOf(member: Member, locale: Locale): { sort: (typeof HELP)[number]; text: string }[] {
  if (member.guidance || member.title) return [{ sort: 'method', text: inLanguage(member.guidance, locale).trim() }];
  return HELP.map((sort) => ({ sort, text: inLanguage(member.help?.[sort], locale).trim() }));
}

/** Whether nobody wrote any help for it yet. */
export const isUnguided = (member: Member): boolean => helpOf(member, 'vi').every(({ text }) => text === '');

/** The source behind `published:<tag>`; undefined for what was published nowhere. */
export function sourceOf(provenance: string, sources: readonly Source[]): Source | undefined {
  const tag = /^published:(.+)$/.exec(provenance)?.[1];
  return tag === undefined
    ? undefined
    : (sources.find((source) => source.tag === tag) ?? { tag, seen: '', address: '' });
}

/** `address` in pieces: web addresses, and the words between them. */
export function piecesOf(address: string): { text: string; isLink: boolean }[] {
  return address
    .split(/(https?:\/\/[^\s;,]+)/)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, isLink: /^https?:/.test(text) }));
}
