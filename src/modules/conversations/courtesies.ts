import { fold, foldInPlace } from '../shared/index.js';

/** "ạ", "nhé" behind what is said; "dạ", "thưa" before it. "da" without its mark may be "đã" (already): it is left. */
const BEHIND = /(?:[\s,]+(?:a|nhe|nha|voi|em nhe|em a))+[\s.!]*$/;
const BEFORE = /^(?:(?:dạ|thưa|thưa đồng chí)[\s,]+)+/u;

/** What was said without the words that are mere courtesy; all of it where there is nothing else. */
export function withoutCourtesy(text: string): string {
  const typed = text.normalize('NFC').trim();
  const begin = BEFORE.exec(typed.toLowerCase())?.[0].length ?? 0;
  const end = BEHIND.exec(foldInPlace(typed))?.index ?? typed.length;
  const said = typed.slice(begin, end).trim();
  return said === '' ? typed : said;
}

export const isMereCourtesy = (text: string): boolean =>
  /^(?:a|nhe|nha|voi|em|em a|em oi|voi a|giup|giup toi|giup em)$/.test(bare(text));

const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "chào em", "alo": whoever only greets wants to know what there is to do. */
export const isGreeting = (text: string): boolean =>
  /^(?:(?:da |xin |em |kinh )*chao(?: (?:em|anh|chi|ban|dong chi|buoi sang|buoi chieu|ca nha|bot))*|alo|hello|hi|good morning)(?: a)?$/.test(
    bare(text),
  );

/** "cảm ơn em", "ok cảm ơn", "ok": the end of a talk, which asks for nothing. */
export const isThanks = (text: string): boolean =>
  /^(?:(?:da |vang |ok |oke |rat |xin |tran trong |em )*(?:cam on|thank you|thanks)(?: (?:em|anh|chi|ban|dong chi|nhieu|rat nhieu|nhe|a|bot|so much))*|(?:da |vang )*(?:ok|oke|okie|vang|da|nhat tri|ro roi|da ro)(?: (?:a|nhe|em|roi))*)$/.test(
    bare(text),
  );

const SELF = '(?:em|toi|minh|anh|chi|chau)';
const LOOK = '(?:hoi|kiem tra|xem|ra soat|doi chieu|xac minh|tim hieu)';
const TELL = '(?:tra loi|bao|gui|dien|nhap|nop)';
// "một tỉ" (a billion) is no "một tí" (a moment): a moment is only meant where something else says so.
const PUT_OFF = new RegExp(
  `^(?:(?:da|vang|thoi|ok) )*(?:${[
    `de (?:${SELF} )?(?:di )?${LOOK}(?: [a-z]+){0,8}`,
    `cho ${SELF} ${LOOK}(?: [a-z]+){0,6} da`,
    `${SELF}? ?(?:se |can |phai )?${LOOK}(?: [a-z]+){0,6} ${TELL}(?: lai)? sau`,
    `${SELF}? ?(?:se |xin )?${TELL}(?: lai)? sau`,
    `(?:de )?(?:lat|chut|ti|mot lat|mot chut)(?: nua)(?: ${SELF})?(?: se)?(?: ${TELL})?(?: lai)?`,
    `(?:cho|doi)(?: ${SELF})? (?:mot )?(?:chut|lat|ti)(?: nua)?`,
  ].join('|')})(?: (?:a|nhe|nha|em nhe))*$`,
);

/** "để em hỏi lại đã", "lát nữa em trả lời": the answer is to come later. What has a figure in it is an answer. */
export const putsOff = (text: string): boolean => !/\d/.test(text) && PUT_OFF.test(bare(text));
