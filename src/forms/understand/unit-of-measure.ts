import { fold } from './typed-text.js';

/** A unit of measure: so many of a base. `million_VND/person` is 1,000,000 × `vnd`. */
export interface UnitOfMeasure {
  scale: number;
  /** Folded code of what is counted, without what it is divided by; undefined where the field names no unit. */
  base?: string;
  /** The words (folded) that mean this base when typed after a number. */
  words: string[];
}

const PREFIXES: Record<string, number> = { thousand: 1e3, nghin: 1e3, million: 1e6, trieu: 1e6, billion: 1e9, ty: 1e9 };

/** Folded words for what is measured, so that "5 ha" to a question in tonnes is noticed. Counted things are any words. */
const WORDS: Record<string, string[]> = {
  vnd: ['dong', 'd', 'vnd', 'dong viet nam'],
  usd: ['usd', 'do', 'do la', 'do la my'],
  person: ['nguoi', 'nhan khau', 'khau', 'ng'],
  household: ['ho', 'ho gia dinh', 'ho dan'],
  tonne: ['tan'],
  kg: ['kg', 'ki lo gam', 'kilogam', 'can'],
  quintal: ['ta'],
  ha: ['ha', 'hec ta', 'hecta'],
  m2: ['m2', 'm²', 'met vuong'],
  km2: ['km2', 'km²', 'ki lo met vuong'],
  km: ['km', 'ki lo met', 'kilomet'],
  m: ['m', 'met'],
  visitor: ['luot khach', 'khach'],
  trip: ['luot'],
  percent: ['%', 'phan tram', 'pt', 'pct'],
  permille: ['‰', 'phan nghin'],
};

const SYNONYMS: Record<string, string> = {
  dong: 'vnd',
  persons: 'person',
  '%': 'percent',
  percentage_point: 'percent',
};
const ALIASES: Record<string, string> = { ...SYNONYMS, per_mille: 'permille', per_mille_point: 'permille' };

/** What the unit code of a field means, with the unit's own words where the form gives them. */
export function unitOfMeasure(code: string | undefined, text: string | undefined): UnitOfMeasure {
  if (!code) return { scale: 1, words: text ? [withoutScaleWord(text)] : [] };
  const counted = (ALIASES[code] ?? code).split('/')[0]!.toLowerCase();
  const [prefix = '', ...rest] = counted.split('_');
  const scale = rest.length > 0 ? PREFIXES[prefix] : undefined;
  const name = scale ? rest.join('_') : counted;
  const base = ALIASES[name] ?? name;
  const own = text ? [withoutScaleWord(text)] : [];
  return { scale: scale ?? 1, base, words: [...(WORDS[base] ?? []), ...own] };
}

/** The base that typed words after a number name; undefined for words that measure nothing, such as "hồ sơ". */
export function baseOfWords(folded: string): string | undefined {
  return Object.keys(WORDS).find((base) => WORDS[base]!.includes(folded));
}

function withoutScaleWord(text: string): string {
  return fold(text)
    .replace(/^(?:nghin|ngan|trieu|ty|ti) /, '')
    .split('/')[0]!
    .trim();
}
