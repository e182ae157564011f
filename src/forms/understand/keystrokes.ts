/** Words that look like raw keystrokes but are meant as they stand. */
const MEANT = new Set(['yes', 'ok', 'oke', 'okay', 'no', 'not', 'done', 'stuck', 'blocked', 'finished', 'completed']);
for (const word of ['submitted', 'true', 'false', 'yet', 'in', 'progress', 'started', 'hok', 'usd', 'vnd'])
  MEANT.add(word);

/** A Vietnamese syllable typed without diacritics. */
const PLAIN_SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;
const HAS_DOUBLE = /aa|ee|oo|dd/;

const TONE_TELEX: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const TONE_VNI: Record<string, string> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const HAT: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };
const HORN: Record<string, string> = { a: 'ă', o: 'ơ', u: 'ư' };

/**
 * Text as it was meant when the Vietnamese keyboard was off: Telex (`ddang lamf` → `đang làm`) and VNI
 * (`d9a4 xong` → `đã xong`). Words that already are Vietnamese stay. Undefined when nothing looks like raw keystrokes.
 */
export function readKeystrokes(text: string): string | undefined {
  const read = text.replace(/[a-z][a-z0-9]*/g, (word, at: number) => {
    // A letter with diacritics before or after: the keyboard was on.
    const alone = !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + word.length] ?? '');
    return alone && isRaw(word) ? decodeWord(word) : word;
  });
  return read === text ? undefined : read;
}

function isRaw(word: string): boolean {
  if (MEANT.has(word) || !/[aeiouyw]/.test(word)) return false;
  return !PLAIN_SYLLABLE.test(word) || HAS_DOUBLE.test(word);
}

function decodeWord(word: string): string {
  const letters: string[] = [];
  let tone = '';
  for (const key of word) {
    const hasVowel = letters.some(isVowel);
    const toneOf = TONE_TELEX[key] ?? TONE_VNI[key];
    if (key === 'd' || key === '9') {
      if (letters[0] === 'd') letters[0] = 'đ';
      else letters.push(key);
    } else if (hasVowel && toneOf) tone = toneOf;
    else if (key === 'w' || key === '7' || key === '8') addHorn(letters, key);
    else {
      const bases = key === '6' ? ['a', 'e', 'o'] : key in HAT ? [key] : [];
      if (!addHat(letters, bases)) letters.push(key);
    }
  }
  // A word that still holds a digit was no VNI.
  return letters.some((letter) => /[0-9]/.test(letter)) ? word : placeTone(letters, tone);
}

/** Horn or breve on the last letter that takes one; "uo" takes it twice; a lone `w` is "ư". */
function addHorn(letters: string[], key: string): void {
  for (let at = letters.length - 1; at >= 0; at--) {
    const marked = HORN[letters[at]!];
    if (!marked) continue;
    if (letters[at] === 'u' && letters[at - 1] === 'o') continue;
    letters[at] = marked;
    if (marked === 'ơ' && letters[at - 1] === 'u' && letters[at - 2] !== 'q') letters[at - 1] = 'ư';
    return;
  }
  letters.push(key === 'w' ? 'ư' : key);
}

function addHat(letters: string[], bases: string[]): boolean {
  for (let at = letters.length - 1; at >= 0; at--) {
    if (!bases.includes(letters[at]!)) continue;
    letters[at] = HAT[letters[at]!]!;
    return true;
  }
  return false;
}

function placeTone(letters: string[], tone: string): string {
  const vowels = letters.flatMap((letter, at) => (isVowel(letter) ? [at] : []));
  // "qu" and "gi" are consonants when another vowel follows.
  const glide = letters[0] === 'q' || (letters[0] === 'g' && letters[1] === 'i');
  const nucleus = glide && vowels.length > 1 ? vowels.slice(1) : vowels;
  const marked = nucleus.filter((at) => 'âêôăơư'.includes(letters[at]!)).at(-1);
  const isClosed = nucleus.length > 0 && nucleus.at(-1)! < letters.length - 1;
  const place = marked ?? (isClosed ? nucleus.at(-1) : nucleus[nucleus.length === 3 ? 1 : 0]);
  const toned = letters.map((letter, at) => (at === place ? letter + tone : letter));
  return toned.join('').normalize('NFC');
}

function isVowel(letter: string): boolean {
  return 'aeiouyâêôăơư'.includes(letter);
}
