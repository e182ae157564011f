import { type Field, understand } from '../../forms/index.js';
import { fold, foldInPlace } from '../shared/index.js';
import type { Place } from './dialog.js';
import type { DeputyView } from './turn-view.js';

type DelegatePlace = Extract<Place, { at: 'delegate' }>;
type Found = Partial<Pick<DelegatePlace, 'deputy' | 'unit' | 'firstDay' | 'lastDay' | 'decision'>>;

const dayField: Field = { type: 'date', future: true };
/** A day as it is typed; "12/2027/QĐ" is the number of a decision. */
const DAY = /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?!\d|\p{L}|[/.-][\p{L}\d])/gu;
// "Hết" or "bỏ" alone says of nothing what is to end: the word or its number has to be there.
const END = /^(?:thoi|dung|het|bo|ket thuc|end)\s+(?:uy quyen(?:\s+(?:so\s+)?(\d{1,3}))?|(?:so\s+)?(\d{1,3}))$/;
/** The longest number of a decision that is kept. */
const LONGEST = 200;

/**
 * What a line says of a delegation: "2 từ 5/7 đến 12/7, 15/QĐ-UBND", or the answer to the one thing that was asked; `ends`
 * where it ends one that stands ("thôi uỷ quyền 1").
 */
export function readDelegation(
  line: string,
  place: DelegatePlace,
  deputies: readonly DeputyView[],
  today: string,
): { found: Found } | { ends: number | undefined } {
  const typed = line.normalize('NFC').trim();
  const ends = END.exec(fold(typed));
  if (ends && place.step === 'deputy') return { ends: numberIn(ends[1] ?? ends[2]) };
  if (place.step === 'decision') return { found: asDecision(typed) };
  const found: Found = {};
  let rest = typed;
  if (place.step === 'deputy') {
    const named = deputyIn(typed, deputies);
    if (!named) return { found: {} };
    Object.assign(found, { deputy: named.deputy.person, unit: named.deputy.unit });
    rest = typed.slice(named.length);
  }
  const days = daysIn(rest, today);
  if (!days) return { found };
  return { found: { ...found, firstDay: days.firstDay, lastDay: days.lastDay, ...asDecision(rest.slice(days.end)) } };
}

const numberIn = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** By the number in the list, or by the name at the beginning; one name may be two people's: then neither. */
function deputyIn(typed: string, deputies: readonly DeputyView[]): { deputy: DeputyView; length: number } | undefined {
  const number = /^(\d{1,3})(?=$|[\s:.,)])[\s:.,)]*/.exec(typed);
  const byNumber = number && deputies[Number(number[1]) - 1];
  if (byNumber) return { deputy: byNumber, length: number[0].length };
  const folded = foldInPlace(typed);
  const lead = /^(?:(?:cho|dong chi|dc)\s+)*/.exec(folded)![0].length;
  const named = deputies.filter(({ name }) => folded.startsWith(foldInPlace(name), lead));
  return named.length === 1 ? { deputy: named[0]!, length: lead + named[0]!.name.length } : undefined;
}

/** The first two days that a line names, or the one; none where the second lies before the first. */
function daysIn(text: string, today: string): { firstDay: string; lastDay: string; end: number } | undefined {
  const found = [...text.matchAll(DAY)].slice(0, 2).flatMap((match) => {
    const read = understand(dayField, match[0], { today });
    return 'value' in read && typeof read.value === 'string'
      ? [{ day: read.value, end: match.index + match[0].length }]
      : [];
  });
  const [first, last = first] = found;
  if (!first || !last || last.day < first.day) return undefined;
  return { firstDay: first.day, lastDay: last.day, end: last.end };
}

/** The number of the decision, without what only leads to it. */
function asDecision(text: string): Found {
  const decision = text
    .replace(/^[\s,;:.-]+/, '')
    .replace(/^(?:theo\s+)?(?:(?:quyết định|quyet dinh|văn bản|van ban|giấy uỷ quyền)\s+)?(?:số|so)?[\s:]*/iu, '')
    .trim()
    .slice(0, LONGEST);
  return decision === '' ? {} : { decision };
}
