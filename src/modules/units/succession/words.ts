import { formatEn, formatVi } from '../../../forms/index.js';
import { type Locale, type Params, plainDate } from '../../shared/index.js';
import type { NotRestated, Restated, RestatedPart } from './restate.js';

/** Says a text of the message catalogs in one language. */
export type Say = (key: string, params?: Params) => string;

/** `= 12,5 (Xã A) + 0,4 × 10 (Xã C), tính lại từ ngày … theo …`: of what a restated figure was made. */
export function restatedText(say: Say, locale: Locale, { parts, over, from, decisions }: Restated): string {
  const sum = sumText(say, locale, parts);
  return say('succession.restated', {
    parts: over ? say('succession.ratio', { above: sum, below: sumText(say, locale, over) }) : sum,
    from: plainDate.vi(from),
    decision: decisions.join('; '),
  });
}

/** `Không so sánh được: …`, with what is missing and of whom. */
export function gapText(say: Say, { why, units, names, from, decisions }: NotRestated): string {
  return say(`succession.gap.${why}`, {
    units: (names ?? units).join(', '),
    from: plainDate.vi(from),
    decision: decisions.join('; '),
  });
}

function sumText(say: Say, locale: Locale, parts: readonly RestatedPart[]): string {
  const number = (value: string) => (locale === 'en' ? formatEn(value) : formatVi(value));
  return parts
    .map(({ unit, name, share, value }) => {
      const one = { unit: name ?? unit, value: number(value) };
      return share === undefined
        ? say('succession.part', one)
        : say('succession.part-share', { ...one, share: number(share) });
    })
    .join(' + ');
}
