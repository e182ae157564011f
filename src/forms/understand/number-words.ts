/** What a word can be in a number. */
export type NumberPart =
  | {
      part: 'digit';
      digit: number;
      /** "mốt", "lăm", "nhăm": only after tens or a scale. */ final?: boolean;
      /** "tư": after tens, or a fourth. */ ordinal?: boolean;
      years?: boolean;
    }
  | { part: 'ten' }
  | { part: 'hundred' }
  | { part: 'scale'; scale: number; /** "k", "tr": not a full word. */ short?: boolean }
  | { part: 'linh' }
  | { part: 'half'; /** "nửa": half of one thing, never "and a half" after a number. */ alone?: boolean }
  | { part: 'point'; /** "chấm": also what groups digits. */ dot?: boolean };

/** A word of a number, and how surely it is one. */
export interface NumberWord {
  meaning: NumberPart;
  /** Typed without diacritics although it has some: alone it may be another word. */
  bare: boolean;
}

const digit = (value: number): NumberPart => ({ part: 'digit', digit: value });
const final = (value: number): NumberPart => ({ part: 'digit', digit: value, final: true });
const scale = (value: number, short?: boolean): NumberPart =>
  short ? { part: 'scale', scale: value, short } : { part: 'scale', scale: value };

/** Words as dictionaries spell them. "năm" is five and year: after tens or a scale the two can be told apart by asking only. */
const SPELLED: Record<string, NumberPart> = {
  không: digit(0), một: digit(1), hai: digit(2), ba: digit(3), bốn: digit(4),
  năm: { part: 'digit', digit: 5, years: true },
  sáu: digit(6), bảy: digit(7), bẩy: digit(7), tám: digit(8), chín: digit(9),
  mốt: final(1), tư: { part: 'digit', digit: 4, ordinal: true }, lăm: final(5), nhăm: final(5),
  mười: { part: 'ten' }, mươi: { part: 'ten' }, chục: { part: 'ten' },
  trăm: { part: 'hundred' },
  nghìn: scale(1e3), ngàn: scale(1e3), vạn: scale(1e4), triệu: scale(1e6), tỷ: scale(1e9), tỉ: scale(1e9),
  linh: { part: 'linh' }, lẻ: { part: 'linh' }, rưỡi: { part: 'half' }, rưởi: { part: 'half' }, nửa: { part: 'half', alone: true }, phẩy: { part: 'point' }, phảy: { part: 'point' },
  chấm: { part: 'point', dot: true },
}; // prettier-ignore

/** Short forms, understood only after digits. */
const SHORT: Record<string, NumberPart> = {
  k: scale(1e3, true),
  tr: scale(1e6, true),
  trđ: scale(1e6, true),
  trd: scale(1e6, true),
  tỷđ: scale(1e9, true),
  thousand: scale(1e3, true),
  million: scale(1e6, true),
  billion: scale(1e9, true),
  tyd: scale(1e9, true),
};

/** Guesses worth a question, after digits only: "3 t" may be tỷ or tấn. */
export const GUESSED_SCALES: Record<string, number> = {
  ng: 1e3,
  t: 1e9,
  b: 1e9,
  bil: 1e9,
  m: 1e6,
  mil: 1e6,
  củ: 1e6,
  cu: 1e6,
};

const foldWord = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/** Plain spellings; where two words share one ("mười", "mươi") the parts are the same. "le", "linh" and "ty" included. */
const PLAIN: Record<string, NumberPart> = Object.fromEntries(
  Object.entries(SPELLED).map(([word, meaning]) => [foldWord(word), meaning]),
);
// "mot" is one far more often than a final "mốt"; "nam" stays five; "van" alone is a name or "văn".
PLAIN['mot'] = digit(1);
delete PLAIN['van'];
// "nua" is far more often "nữa".
delete PLAIN['nua'];

/** Plain words that alone are more likely another word, or as likely: năm (year), tư/từ, tám/tạm, bảy/bay, sáu/sau. */
const UNCERTAIN_ALONE = new Set([
  'nam',
  'tu',
  'tam',
  'bay',
  'sau',
  'muoi',
  'chuc',
  'tram',
  'nghin',
  'ngan',
  'ty',
  'ti',
]);

/** The meaning of a levelled word in a number; `afterDigits` allows short forms. */
export function numberWord(word: string, afterDigits: boolean): NumberWord | undefined {
  if (Object.hasOwn(SPELLED, word)) return { meaning: SPELLED[word]!, bare: false };
  if (afterDigits && Object.hasOwn(SHORT, word)) return { meaning: SHORT[word]!, bare: false };
  // "5 cham" is five late ones; between words of a number it is the point.
  if (afterDigits && word === 'cham') return undefined;
  return Object.hasOwn(PLAIN, word) ? { meaning: PLAIN[word]!, bare: true } : undefined;
}

/** Whether a plain word standing alone has to be asked about. */
export function isUncertainAlone(word: string): boolean {
  return UNCERTAIN_ALONE.has(word);
}
