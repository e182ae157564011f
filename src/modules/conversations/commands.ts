import { fold } from '../shared/index.js';

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
  | 'summary';

// What people type, without diacritics; a leading slash is optional.
const WORDS: Record<Command, readonly string[]> = {
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
  no: ['khong', 'sai', 'khong phai', 'no', 'n', '2', 'chua'],
  page: ['trang', 'mo trang', 'motrang', 'web', 'page'],
  correct: ['sua', 'sua lai', 'nhap lai', 'correct'],
  submit: ['nop', 'gui', 'nop bao cao', 'submit'],
  where: ['o dau', 'dang o dau', 'den dau', 'den dau roi', 'vi tri', 'where'],
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
];

// Without the slash only words that cannot be an answer to a question.
const BARE_GLOBAL: readonly Command[] = ['owed', 'continue', 'help', 'english', 'vietnamese', 'status', 'where'];

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
