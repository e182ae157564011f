/**
 * A name without case, diacritics, punctuation and spaces: two names that agree in it are one name spelled twice. Signs stay
 * (`%`, `‰`, `≥`), and so do years: `{N-1}` and `{N+1}` are not the same year.
 */
export function spelling(text: string): string {
  return text
    .replace(/\{N-1\}/g, '{N−1}')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}%‰]+/gu, '');
}
