import { readAbsence } from './absence.js';
import { readKeystrokes } from './keystrokes.js';
import { foldedWords, isCourtesy, isOnlyEmoji } from './typed-text.js';
import { ask, confirm, invalid, ok, reason, type Reason, type Understood } from './understood.js';

// prettier-ignore
const YES = new Set([
  'co', 'dung', 'dat', 'roi', 'yes', 'y', 'true', 'phai', 'u', 'uh', 'uk', 'chuan', 'chuan roi', 'uhm', 'um', 'ok', 'oke', 'okay', 'okie',
  'dong y', 'nhat tri', 'da co', 'da dat', 'co dat', 'dat roi', 'co roi', 'xong roi', 'dung roi', 'dung vay',
  'chinh xac', 'phai roi', 'da dat roi', 'co nhe', 'vang', 'vang dung', 'vang co', 'co chu', 'yep', 'yeah',
  'correct', 'dat chuan', 'dat yeu cau', 'duoc', 'duoc roi', 'da duoc',
]);
// prettier-ignore
const NO = new Set([
  'khong', 'ko', 'k', 'kh', 'khg', 'kg', 'hong', 'hok', 'hem', 'hok co', 'no', 'n', 'false', 'nope', 'not yet', 'chua',
  'sai', 'sai roi', 'chua co', 'khong co', 'chua dat', 'khong dat', 'chua dat duoc', 'khong dat duoc',
  'khong dung', 'khong phai', 'chua dung', 'chua phai', 'chua duoc', 'khong duoc', 'khong dong y', 'khong he',
  'chua he', 'chua dat chuan', 'khong dat chuan', 'chua dat yeu cau', 'khong dat yeu cau', 'truot', 'rot',
]);
const NEGATIONS: Record<string, string> = {
  ko: 'khong',
  k: 'khong',
  kh: 'khong',
  khg: 'khong',
  kg: 'khong',
  hong: 'khong',
  hok: 'khong',
  hem: 'khong',
};
// prettier-ignore
const HEDGES = new Set([
  'chac', 'chac la', 'co le', 'hinh nhu', 'hinh nhu la', 'co ve', 'gan nhu', 'chac chan', 'co the', 'hau nhu',
]);

/** Understands an answer to a yes/no question. `text` is levelled, `original` the same answer in NFC. */
export function understandBool(text: string, original: string): Understood {
  if (text === '') return invalid('empty');
  if (isOnlyEmoji(text)) return ask([true, false], reason('emoji'));
  if (/^[-_./…*\s]*$/u.test(text)) return ask([false, 'no_data'], reason('no-or-no-data'));
  const absence = readAbsence(text, original);
  if (absence?.means === 'no-data-or-not-applicable')
    return ask(['no_data', 'not_applicable'], reason('no-data-or-not-applicable'));
  const plain = readWords(foldedWords(text));
  if (plain) return text.includes('?') ? ask([true, false], reason('unfinished')) : plain;
  if (absence?.means === 'no_data' || absence?.means === 'not_applicable') {
    const { means, rest } = absence;
    return rest ? { outcome: 'state', state: means, rest } : { outcome: 'state', state: means };
  }
  if (absence?.means === 'unknown') return ask(['no_data'], reason('no-data-perhaps'));
  if (absence) return ask([false, 'no_data'], reason('no-or-no-data'));
  const meant = readKeystrokes(text);
  const raw =
    meant === undefined ? undefined : (readWords(foldedWords(meant)) ?? inSentence(foldedWords(meant), meant));
  if (raw?.outcome === 'ok') return confirm(raw.value, reason('raw-keystrokes', { meant: meant! }));
  return raw ?? inSentence(foldedWords(text), text) ?? invalid('not-yes-or-no');
}

function readWords(words: string[]): Understood | undefined {
  // "vâng ạ", "dạ vâng": courtesy all through, and a yes by its "vâng".
  if (words.length > 1 && words.includes('vang') && words.every(isCourtesy)) return ok(true);
  const core = [...words];
  while (core.length > 1 && isCourtesy(core[0]!)) core.shift();
  while (core.length > 1 && isCourtesy(core.at(-1)!)) core.pop();
  const said = core.join(' ');
  // Ticked, or crossed out.
  if (said === 'x') return ask([true, false], reason('yes-and-no'));
  if (said === '1' || said === '0') return confirm(said === '1', reason('digit-as-yes-no'));
  const exact = exactly(said);
  if (exact !== undefined) return ok(exact);
  if (/^(?:co|dat|dung|duoc) ?(?:hay |\/ ?)?(?:khong|chua|ko|k)$/.test(said))
    return ask([true, false], reason('yes-and-no'));
  if (HEDGES.has(said)) return ask([true, false], reason('yes-and-no'));
  for (const hedge of HEDGES) {
    const rest = said.startsWith(`${hedge} `) ? exactly(said.slice(hedge.length + 1)) : undefined;
    if (rest !== undefined) return confirm(rest, reason('approximate'));
  }
  return undefined;
}

function exactly(said: string): boolean | undefined {
  const levelled = said
    .split(' ')
    .map((word) => (Object.hasOwn(NEGATIONS, word) ? NEGATIONS[word]! : word))
    .join(' ');
  if (YES.has(said)) return true;
  return NO.has(said) || NO.has(levelled) ? false : undefined;
}

/** "xã đã đạt từ năm ngoái": a yes or a no within a sentence is likely, both together are a question. */
function inSentence(words: string[], text: string): Understood | undefined {
  const isNegated = words.some((word) => ['khong', 'chua', 'chang'].includes(NEGATIONS[word] ?? word));
  const isAffirmed = words.some((word, at) => /^(?:dat|dung|co|roi)$/.test(word) && !isNegation(words[at - 1]));
  if (/(?:^| )(?:dau co|lam gi co|co dau)(?: |$)/.test(words.join(' ')))
    return confirm(false, reason('words-left-out', { words: text }));
  if (/(?:^| )(?:khong|ko|chua) chac(?: |$)/.test(words.join(' '))) return ask([true, false], reason('yes-and-no'));
  if (/(?:^| )(?:khong|chang) phai (?:la )?(?:khong|chua|chang)(?: |$)/.test(words.join(' ')))
    return ask([true, false], reason('yes-and-no'));
  const isPartly =
    /[0-9]+ ?%|mot phan|mot so|co ban|gan/.test(words.join(' ')) ||
    /(?<!\p{L})(?:nhung|nhưng|tuy)(?!\p{L})/u.test(text);
  if (!isNegated && !isAffirmed) return undefined;
  const because: Reason = reason(isPartly ? 'partly' : 'words-left-out', isPartly ? undefined : { words: text });
  if (isPartly || (isNegated && isAffirmed)) return ask([true, false], isPartly ? because : reason('yes-and-no'));
  if (isNegated && words.includes('sai')) return ask([true, false], reason('yes-and-no'));
  return confirm(!isNegated, because);
}

function isNegation(word: string | undefined): boolean {
  return word !== undefined && ['khong', 'chua', 'chang'].includes(NEGATIONS[word] ?? word);
}
