import { fold, foldInPlace } from '../shared/index.js';

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
  | 'late'
  | 'group'
  | 'ungroup'
  | 'standing'
  | 'summary';

/** What people type, without diacritics; a leading slash is optional. `docs/bot-commands.md` names each. */
export const WORDS: Readonly<Record<Command, readonly string[]>> = {
  owed: ['viec', 'viec can lam', 'tasks'],
  fill: ['dien', 'nhap', 'nhap so lieu', 'dien bieu', 'fill'],
  status: ['baocao', 'bao cao', 'status'],
  continue: ['tieptuc', 'tiep tuc', 'tiep', 'continue'],
  stop: ['dung', 'dung lai', 'thoi', 'stop', 'cancel'],
  help: ['trogiup', 'tro giup', 'giup', 'huong dan', 'huongdan', 'help', '?'],
  vietnamese: ['tiengviet', 'tieng viet', 'vi'],
  english: ['english', 'en', 'tieng anh'],
  back: ['quaylai', 'quay lai', 'lui', 'back'],
  skip: ['boqua', 'bo qua', 'de sau', 'skip'],
  yes: ['dung', 'co', 'phai', 'vang', 'dong y', 'ok', 'yes', 'y', '1', 'xac nhan'],
  no: ['khong', 'sai', 'khong phai', 'khong dong y', 'tu choi', 'giu nguyen', 'no', 'n', '2', 'chua'],
  page: ['trang', 'mo trang', 'motrang', 'web', 'page'],
  correct: ['sua', 'sua lai', 'nhap lai', 'correct'],
  submit: ['nop', 'gui', 'nop bao cao', 'submit'],
  where: ['o dau', 'dang o dau', 'den dau', 'den dau roi', 'vi tri', 'where'],
  extension: ['giahan', 'gia han', 'xin gia han', 'extension'],
  human: ['hoi', 'gapcanbo', 'gap can bo', 'gap can bo theo doi', 'hoi can bo', 'ask'],
  decide: ['duyet', 'duyet gia han', 'approve'],
  workbook: ['bieu', 'bieu mau', 'tai bieu', 'workbook'],
  difficulty: ['vuongmac', 'vuong mac', 'khokhan', 'difficulty'],
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
  return WORDS[command].includes(normalise(text));
}

// "đúng" (right) and "dừng" (stop) are one word without their diacritics; with them they differ.
const STOP_WITH_MARKS = ['dừng', 'dừng lại', '/dung'];

const isStop = (text: string): boolean => STOP_WITH_MARKS.includes(text.normalize('NFC').trim().toLowerCase());

/** Whether a text has the shape of an enrolment code, known or not. */
export const looksLikeCode = (text: string): boolean =>
  /^\s*[0-9A-Za-z]{5}[\s-]?[0-9A-Za-z]{5}\s*$/.test(text) && /\d|-/.test(text);

/** A command that works anywhere; `rest` is what followed it. */
export function globalCommand(text: string): { command: Command; rest: string } | undefined {
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
  // "Chậm" alone says how a report stands.
  ['late', /^(?:danh sach )?(?:viec|don vi) cham$/],
  // "Vướng mắc" alone says how a report stands.
  [
    'difficulty',
    /^(?:xin |toi muon )?(?:bao|phan anh|neu) (?:kho khan|vuong mac)(?:,? (?:kho khan|vuong mac))?(?=[\s:,.]|$)[\s:,.]*/,
  ],
  ['human', /^(?:xin |toi muon |muon |cho )?(?:gap|hoi) can bo(?: theo doi)?(?=[\s:,.]|$)[\s:,.]*/],
];

/** A command that is the beginning of a message; `rest` is what is said behind it. */
export function leadingCommand(text: string): { command: Command; rest: string } | undefined {
  const typed = text.normalize('NFC').trim();
  const folded = foldInPlace(typed);
  for (const [command, pattern] of BEGINNINGS) {
    const begin = pattern.exec(folded)?.[0];
    if (begin) return { command, rest: typed.slice(begin.length).trim() };
  }
  return undefined;
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
    /^\s*\/?(?:sửa|sua|correct|edit)(?:\s+(?:lại|lai))?(?:\s+(?:câu|cau|chỉ\s+tiêu|chi\s+tieu|số|so)?\s*(\d{1,3})(?:\s*[:=]\s*([\s\S]+))?)?\s*$/iu.exec(
      text.normalize('NFC'),
    );
  if (!read) return undefined;
  return { row: read[1] === undefined ? undefined : Number(read[1]), to: read[2]?.trim() };
}

function normalise(text: string): string {
  return fold(text)
    .replace(/[.!]+$/, '')
    .trim();
}
