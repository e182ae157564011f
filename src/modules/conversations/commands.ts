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
];

// Without the slash only words that cannot be an answer to a question.
const BARE_GLOBAL: readonly Command[] = ['owed', 'continue', 'help', 'english', 'vietnamese', 'status'];

function normalise(text: string): string {
  return fold(text)
    .replace(/[.!]+$/, '')
    .trim();
}
