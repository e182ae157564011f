/** Lower case without diacritics, so that «ba vi» finds «Ba Vì». */
export const plainWords = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase().trim();

/** Does any of `places` contain what was typed? */
export function mentions(typed: string, ...places: string[]): boolean {
  const wanted = plainWords(typed);
  return wanted === '' || places.some((place) => plainWords(place).includes(wanted));
}
