import { readKeystrokes } from '../../forms/index.js';
import { fold, foldInPlace } from '../shared/index.js';
import { isMereCourtesy, withoutCourtesy } from './courtesies.js';

export type Command =
  | 'owed'
  | 'fill'
  | 'status'
  | 'continue'
  | 'stop'
  | 'help'
  | 'vietnamese'
  | 'english'
  | 'back'
  | 'skip'
  | 'yes'
  | 'no'
  | 'submit'
  | 'correct'
  | 'page'
  | 'where'
  | 'all'
  | 'extension'
  | 'human'
  | 'decide'
  | 'workbook'
  | 'difficulty'
  | 'delegate'
  | 'late'
  | 'group'
  | 'ungroup'
  | 'standing'
  | 'summary';

/** What people type, without diacritics; a leading slash is optional. `docs/bot-commands.md` names each. */
export const WORDS: Readonly<Record<Command, readonly string[]>> = {
  // prettier-ignore
  owed: [
    'viec', 'viec can lam', 'viec cua toi', 'viec hom nay', 'danh sach viec', 'co viec gi', 'co viec gi khong',
    'hom nay co viec gi', 'hom nay co viec gi khong', 'can lam gi', 'toi can lam gi', 'toi phai lam gi',
    'phai nop gi', 'toi phai nop gi', 'tasks',
  ],
  fill: ['dien', 'nhap', 'nhap so lieu', 'dien bieu', 'fill'],
  status: ['baocao', 'bao cao', 'bao cao nhanh', 'bc', 'status'],
  continue: ['tieptuc', 'tiep tuc', 'tiep', 'continue'],
  stop: ['dung', 'dung lai', 'tam dung', 'thoi', 'stop', 'cancel'],
  // prettier-ignore
  help: [
    'trogiup', 'tro giup', 'giup', 'giup toi', 'huong dan', 'huongdan', 'giai thich', 'y nghia', 'y nghia la gi',
    'nghia la gi', 'cach tinh', 'cach tinh the nao', 'tinh the nao', 'can cu phap ly', 'can cu phap ly la gi', 'help', '?',
  ],
  vietnamese: ['tiengviet', 'tieng viet', 'vi'],
  english: ['english', 'en', 'tieng anh'],
  back: ['quaylai', 'quay lai', 'lui', 'back'],
  skip: ['boqua', 'bo qua', 'de sau', 'skip'],
  // prettier-ignore
  yes: [
    'dung', 'dung roi', 'dung vay', 'vang dung', 'vang dung roi', 'da dung', 'da dung roi', 'da vang', 'co', 'phai',
    'phai roi', 'chinh xac', 'chuan', 'vang', 'u', 'uh', 'dong y', 'ok', 'oke', 'yes', 'y', '1', 'xac nhan',
  ],
  no: [
    'khong',
    'ko',
    'khong dung',
    'chua dung',
    'sai',
    'sai roi',
    'nham',
    'nham roi',
    'khong phai',
    'khong dong y',
    'tu choi',
    'giu nguyen',
    'no',
    'n',
    '2',
    'chua',
  ],
  page: ['trang', 'mo trang', 'motrang', 'web', 'page'],
  correct: ['sua', 'sua lai', 'nhap lai', 'correct'],
  submit: ['nop', 'gui', 'nop bao cao', 'nop luon', 'ok nop', 'dong y nop', 'submit'],
  where: [
    'o dau',
    'dang o dau',
    'toi o dau',
    'toi dang o dau',
    'toi o dau roi',
    'den dau',
    'den dau roi',
    'vi tri',
    'where',
  ],
  extension: ['giahan', 'gia han', 'xin gia han', 'extension'],
  human: ['hoi', 'gapcanbo', 'gap can bo', 'gap can bo theo doi', 'hoi can bo', 'ask'],
  decide: ['duyet', 'duyet gia han', 'approve'],
  workbook: ['bieu', 'bieu mau', 'tai bieu', 'workbook'],
  difficulty: ['vuongmac', 'vuong mac', 'khokhan', 'difficulty'],
  delegate: ['uyquyen', 'uy quyen', 'delegate'],
  late: ['cham', 'viec cham', 'overdue'],
  group: ['nhom', 'group'],
  ungroup: ['bonhom', 'bo nhom', 'ungroup'],
  standing: ['tinhhinh', 'tinh hinh', 'standing'],
  all: ['tat ca', 'ca hai', 'ca', 'het', 'moi cot', 'all', 'both'],
  summary: ['tomtat', 'tom tat', 'xem lai', 'xemlai', 'summary'],
};

/** Whether `text` is one of the ways to say `command`. */
export function says(text: string, command: Command): boolean {
  if (command === 'yes' && isStop(text)) return false;
  if (WORDS[command].includes(normalise(text))) return true;
  const meant = asMeant(text);
  if (meant === undefined) return false;
  return MARKED[command]?.includes(cleaned(meant)) ?? WORDS[command].includes(normalise(meant));
}

/** The longest text that is looked at as keystrokes of a keyboard that was off. */
const LONGEST_KEYSTROKES = 300;

/** What was meant with the Vietnamese keyboard off (`vieejc`, `vie65c`: việc); undefined where nothing looks like that. */
const asMeant = (text: string): string | undefined =>
  text.length > LONGEST_KEYSTROKES ? undefined : readKeystrokes(text.normalize('NFC').toLowerCase());

/** Keystrokes say every mark: where a wrong one would mean something else, only these words count. */
const MARKED: Partial<Record<Command, readonly string[]>> = {
  yes: ['đúng', 'có', 'phải', 'vâng', 'đồng ý', 'xác nhận'],
  no: ['không', 'không phải', 'không đúng', 'không đồng ý', 'từ chối', 'giữ nguyên', 'chưa'],
  stop: ['dừng', 'dừng lại', 'thôi'],
};

const cleaned = (text: string): string => withoutCourtesy(text.replace(/[\s.!]+$/, ''));

// "đúng" (right) and "dừng" (stop) are one word without their diacritics; with them they differ.
const STOP_WITH_MARKS = ['dừng', 'dừng lại', 'thôi', '/dung', 'hủy', 'huỷ', 'hủy bỏ', 'huỷ bỏ'];
// These mean nothing else, in whatever dialog they are typed, with or without their marks.
const STOP_IN_ANY_DIALOG = [
  'stop',
  'cancel',
  'thoi',
  'dung lai',
  'tam dung',
  'de mai lam tiep',
  'thoi de mai lam tiep',
];

const isStop = (text: string): boolean => {
  const typed = text.normalize('NFC').toLowerCase();
  return (
    STOP_WITH_MARKS.includes(cleaned(typed)) ||
    STOP_IN_ANY_DIALOG.includes(normalise(text)) ||
    STOP_WITH_MARKS.includes(cleaned(asMeant(typed) ?? ''))
  );
};

/** Whether a text has the shape of an enrolment code, known or not. */
export const looksLikeCode = (text: string): boolean =>
  /^\s*[0-9A-Za-z]{5}[\s-]?[0-9A-Za-z]{5}\s*$/.test(text) && /\d|-/.test(text);

/** A command that works anywhere; `rest` is what followed it. */
export function globalCommand(text: string): { command: Command; rest: string } | undefined {
  return commandIn(text) ?? commandIn(asMeant(text) ?? '');
}

function commandIn(text: string): { command: Command; rest: string } | undefined {
  const typed = text.normalize('NFC').trim();
  if (isStop(typed)) return { command: 'stop', rest: '' };
  const slash = /^\/(\S+)\s*([\s\S]*)$/.exec(typed);
  if (slash) {
    const name = fold(slash[1] ?? '');
    for (const command of GLOBAL) {
      if (WORDS[command].includes(name)) return { command, rest: (slash[2] ?? '').trim() };
    }
    return undefined;
  }
  const bare = normalise(typed);
  for (const command of BARE_GLOBAL) if (WORDS[command].includes(bare)) return { command, rest: '' };
  return undefined;
}

const GLOBAL: readonly Command[] = [
  'owed',
  'fill',
  'status',
  'continue',
  'stop',
  'help',
  'vietnamese',
  'english',
  'summary',
  'page',
  'where',
  'extension',
  'human',
  'decide',
  'workbook',
  'difficulty',
  'delegate',
  'late',
  'group',
  'ungroup',
  'standing',
];

// Without the slash only words that cannot be an answer to a question.
const BARE_GLOBAL: readonly Command[] = [
  'owed',
  'continue',
  'help',
  'english',
  'vietnamese',
  'status',
  'where',
  'workbook',
  'decide',
];

// What people begin a message with, and what they say behind it: "xin gia hạn đến 5/7 vì …", "gặp cán bộ theo dõi: …".
const BEGINNINGS: readonly (readonly [Command, RegExp])[] = [
  ['extension', /^(?:(?:toi |cho )?(?:xin |de nghi )?gia han|extension|more time)(?=[\s:,.]|$)[\s:,.]*/],
  ['delegate', /^(?:xin |toi muon |toi )?uy quyen(?=[\s:,.]|$)[\s:,.]*/],
  // "Chậm" alone says how a report stands.
  [
    'late',
    /^(?:danh sach )?(?:viec|don vi|xa)(?: nao)?(?: dang)? cham$|^(?:ai|danh sach) cham$|^(?:danh sach )?(?:viec |don vi )?qua han$/,
  ],
  // "Vướng mắc" alone says how a report stands.
  [
    'difficulty',
    /^(?:xin |toi muon )?(?:bao|phan anh|neu) (?:kho khan|vuong mac)(?:,? (?:kho khan|vuong mac))?(?=[\s:,.]|$)[\s:,.]*/,
  ],
  [
    'human',
    /^(?:xin |toi |em |muon |can |duoc |cho )*(?:gap|hoi) can bo(?: theo doi| phu trach)?(?=[\s:,.]|$)[\s:,.]*/,
  ],
];

/** A command that is the beginning of a message; `rest` is what is said behind it. */
export function leadingCommand(text: string): { command: Command; rest: string } | undefined {
  return beginningOf(text) ?? beginningOf(asMeant(text) ?? '');
}

function beginningOf(text: string): { command: Command; rest: string } | undefined {
  const typed = text.normalize('NFC').trim();
  const folded = foldInPlace(typed);
  for (const [command, pattern] of BEGINNINGS) {
    const begin = pattern.exec(folded)?.[0];
    if (begin) return { command, rest: wordsOf(typed.slice(begin.length)) };
  }
  return undefined;
}

/** "đồng ý ạ" where nothing is asked: a yes or a no in words, to the notice that was read last. */
export const answersNotice = (text: string): boolean => /\p{L}/u.test(text) && (says(text, 'yes') || says(text, 'no'));

/** "gặp cán bộ theo dõi ạ": what is mere courtesy is nothing said behind a command. */
const wordsOf = (rest: string): string => (isMereCourtesy(rest) ? '' : rest.trim());

/** "vướng mắc: chưa có hướng dẫn": a difficulty in one line. Inside a status report it is a part of that. */
export function readDifficulty(text: string): string | undefined {
  const typed = text.normalize('NFC').trim();
  const begin = /^(?:co )?(?:kho khan|vuong mac)(?:,? (?:kho khan|vuong mac))?\s*:\s*(?=\S)/.exec(
    foldInPlace(typed),
  )?.[0];
  return begin && typed.slice(begin.length);
}

/** "báo cáo vòng 1 80% …": what a line says that calls itself a report; undefined for any other. */
export function readReport(text: string): string | undefined {
  const typed = text.normalize('NFC').trim();
  const begin = /^bao cao[\s:,]+/.exec(foldInPlace(typed))?.[0];
  return begin && typed.slice(begin.length);
}

/** "trả lời 12: nội dung": the answer of somebody who watches to question 12. */
export function readReply(text: string): { number: number; words: string } | undefined {
  const typed = text.normalize('NFC').trim();
  const head = /^\/?(?:tra ?loi|answer)\s+(?:cau\s+(?:hoi\s+)?)?(?:so\s+)?(\d{1,9})(?:\s*[:.,-]\s*|\s+)(?=\S)/.exec(
    foldInPlace(typed),
  );
  return head ? { number: Number(head[1]), words: typed.slice(head[0].length) } : undefined;
}

/** "giải quyết 12: kết quả": what was done about difficulty 12. Without the slash the colon is needed. */
export function readSettlement(text: string): { number: number; words: string } | undefined {
  const typed = text.normalize('NFC').trim();
  const head =
    /^(?:\/(?:giai ?quyet|settle)\s+(?:vuong mac\s+)?(?:so\s+)?(\d{1,9})(?:\s*[:.,-]\s*|\s+)|(?:da )?(?:giai quyet|settle)\s+(?:vuong mac\s+)?(?:so\s+)?(\d{1,9})\s*:\s*)(?=\S)/.exec(
      foldInPlace(typed),
    );
  return head ? { number: Number(head[1] ?? head[2]), words: typed.slice(head[0].length) } : undefined;
}

/** A yes that stands although the product has asked for a second thought. */
export const saysInsist = (text: string): boolean =>
  ['van dong y', 'van gia han', 'yes anyway', 'grant anyway'].includes(normalise(text));

/** "sửa", "sửa 3", "/sua câu 3: 12,5": the row to correct by its number, and what it is corrected to. */
export function readEdit(text: string): { row?: number; to?: string } | undefined {
  const read =
    /^\s*\/?(?:sửa|sua|correct|edit)(?:\s+(?:lại|lai))?(?:\s+(?:câu|cau|chỉ\s+tiêu|chi\s+tieu|số|so)?\s*(\d{1,3})(?:(?:\s*[:=]\s*|\s+(?:lại\s+|lai\s+)?(?:thành|thanh|sang|là|la)\s+)([\s\S]+))?)?\s*$/iu.exec(
      text.normalize('NFC'),
    );
  if (!read) return undefined;
  return { row: read[1] === undefined ? undefined : Number(read[1]), to: read[2]?.trim() };
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(WORDS).flat());

function normalise(text: string): string {
  const said = fold(text)
    .replace(/[.!]+$/, '')
    .trim();
  return KNOWN.has(said)
    ? said
    : fold(withoutCourtesy(text))
        .replace(/[.!]+$/, '')
        .trim();
}
