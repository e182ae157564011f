import { findPhrase } from './typed-text.js';

/** States of a piece of work, as the status report stores them. */
export type WorkState = 'done' | 'in_progress' | 'not_started' | 'blocked';

/** What an answer says about the work, sign by sign. */
export interface StatusSigns {
  done: boolean;
  /** Not only named: "đã nộp", "xong", but not "nộp". */
  surelyDone: boolean;
  /** "chưa biết bao giờ mới có thể xong": a negation far before it. */
  doneDoubtful: boolean;
  /** "đã", "rồi". */
  past: boolean;
  /** "bao giờ xong", "cần nộp gì". */
  question: boolean;
  /** "chưa xong", "không xong". */
  notDone: boolean;
  working: boolean;
  notStarted: boolean;
  /** "chưa nộp": not handed in, begun or not. */
  notHandedIn: boolean;
  blocked: boolean;
  /** "không vướng gì". */
  notBlocked: boolean;
  /** "mai xong", "sẽ nộp": done only some day. */
  planned: boolean;
  /** "gần xong", "sắp xong". */
  almost: boolean;
  /** "cơ bản xong", "xong một phần". */
  partly: boolean;
  /** "đã làm", "ok", "rồi": perhaps done. */
  perhapsDone: boolean;
  /** "chờ số liệu": for others, perhaps long. */
  waiting: boolean;
  percent?: number;
}

// prettier-ignore
const DONE = [
  'xong', 'hoan thanh', 'hoan tat', 'hoan thien', 'nop', 'gui', 'trinh', 'bao cao', 'ket thuc', 'done',
  'finished', 'completed', 'complete', 'submitted',
];
/** Handing in is the end of the work, but not handed in says nothing of its beginning. */
const HANDING_IN = new Set(['nop', 'gui', 'trinh', 'bao cao', 'submitted']);
// prettier-ignore
const BEGINNING = [
  'lam', 'bat dau', 'trien khai', 'thuc hien', 'dong den', 'khoi dong', 'dung den', 'started', 'tien hanh',
];
// prettier-ignore
const BLOCKED = [
  'vuong', 'mac ket', 'be tac', 'bi tac', 'tac nghen', 'ach tac', 'bi ket', 'dung lai', 'tam dung', 'da dung', 'dang dung', 'phai dung',
  'bi dung', 'dinh tre', 'dinh chi', 'blocked', 'stuck', 'khong lam duoc', 'ko lam duoc', 'k lam duoc',
  'chua lam duoc', 'khong the lam', 'khong thuc hien duoc', 'chua thuc hien duoc', 'kho khan', 'gap kho',
  'khong xong duoc', 'khong the hoan thanh', 'khong trien khai duoc',
];
// prettier-ignore
const WORKING = [
  'dang', 'lam do', 'con do', 'do dang', 'bat dau lam', 'moi lam', 'moi bat dau', 'vua bat dau', 'da bat dau',
  'bat dau roi', 'da trien khai', 'con thieu', 'con lai', 'tiep tuc', 'in progress', 'in_progress', 'working',
  'ongoing', 'con cham', 'cham', 'con vai',
];
// prettier-ignore
const NEGATIONS = new Set([
  'chua', 'ch', 'khong', 'ko', 'k', 'kh', 'chang', 'cha', 'not', 'hong', 'hok',
]);
const ALMOST = ['gan', 'sap', 'gan nhu', 'sap sua', 'chuan bi', 'almost', 'nearly'];
// prettier-ignore
const PLANNED = [
  'se', 'mai', 'ngay mai', 'tuan sau', 'tuan toi', 'thang sau', 'chieu nay', 'toi nay', 'du kien', 'hen', 'dinh',
  'ngay kia', 'cuoi tuan', 'will',
];
// prettier-ignore
const WAITING = [
  'cho so lieu', 'cho y kien', 'cho phe duyet', 'cho duyet', 'cho ky', 'cho phan hoi', 'cho huong dan',
  'cho cap tren', 'waiting',
];
// prettier-ignore
const PARTLY = [
  'mot phan', 'co ban', 'mot nua', 'nua', 'phan nao', 'mot so', 'hau het', 'phan lon', 'tam xong', 'coi nhu', 'gan het', 'thieu',
  'partly', 'mot vai',
];
// prettier-ignore
const PERHAPS = [
  'ok', 'oke', 'okay', 'roi', 'da lam', 'lam roi', 'da co', 'co roi', 'da thuc hien', 'thuc hien roi', 'on',
];

/** "xong phần 1". */
const PIECE = new Set(['phan', 'muc', 'bieu', 'bang', 'chuong']);
const PAST = ['da', 'roi', 'vua'];
// prettier-ignore
const QUESTIONS = [
  'bao gio', 'khi nao', 'luc nao', 'the nao', 'lam sao', 'o dau', 'gi', 'nao', 'when', 'what', 'how',
];

/** Between a negation and what it negates stand at most so many words: "chưa làm xong", "chưa thể hoàn thành". */
const REACH = 3;

/** The signs of several clauses together. */
export function mergeSigns(clauses: readonly StatusSigns[]): StatusSigns {
  const [first = readStatusSigns([]), ...others] = clauses;
  return others.reduce((all, one) => mergeTwo(all, one), first);
}

function mergeTwo(a: StatusSigns, b: StatusSigns): StatusSigns {
  const flags = Object.fromEntries(
    Object.entries(a).map(([name, flag]) => [name, Boolean(flag) || Boolean(b[name as keyof StatusSigns])]),
  );
  return { ...(flags as unknown as StatusSigns), percent: a.percent ?? b.percent };
}

/** "đang vướng" is no work going on; "chưa làm xong" is no missing beginning. */
function settleAuxiliaries(words: readonly string[]): string[] {
  const joined = ` ${words.join(' ')} `
    .replace(/ dang (?:hoan thien|hoan thanh|hoan tat|nop|gui|trinh|bao cao|ket thuc) /g, ' dang lam ')
    .replace(/ dang (?=(?:bi |gap |tam )?(?:vuong|mac|tac|be|ket|kho|dung|stuck|cho) )/g, ' ')
    .replace(/ (?:lam|thuc hien|trien khai|tien hanh) (?=(?:xong|hoan thanh|hoan tat) )/g, ' ');
  return joined.trim().split(' ').filter(Boolean);
}

/** Reads the signs in the folded words of one clause. */
export function readStatusSigns(typed: readonly string[]): StatusSigns {
  const words = settleAuxiliaries(typed);
  const has = (phrases: readonly string[]) => phrases.some((phrase) => findPhrase(words, phrase) !== -1);
  const done = occurrences(words, DONE);
  const beginnings = occurrences(words, BEGINNING);
  const blocks = occurrences(words, BLOCKED);
  const percent = words.map((word) => /^([0-9]{1,3})%$/.exec(word)?.[1]).find((found) => found !== undefined);
  const isHandingIn = (one: Occurrence) => HANDING_IN.has(one.phrase);
  return {
    done: done.some((one) => !one.negated),
    surelyDone: done.some((one) => !one.negated && !isHandingIn(one)) || has(PAST) || has(['moi', 'submitted']),
    doneDoubtful: done.some((one) => !one.negated && one.farNegated),
    past: has(PAST),
    question: has(QUESTIONS),
    notDone: done.some((one) => one.negated && !isHandingIn(one)),
    notHandedIn: done.some((one) => one.negated && isHandingIn(one)),
    working: has(WORKING),
    notStarted: beginnings.some((one) => one.negated) || findPhrase(words, 'not_started') !== -1,
    blocked: blocks.some((one) => !one.negated && !one.over),
    notBlocked: blocks.some((one) => one.negated || one.over),
    planned: has(PLANNED) || words.some((word, at) => /^[0-9]+$/.test(word) && /^[0-9]+$/.test(words[at + 1] ?? '')),
    almost: has(ALMOST),
    partly: has(PARTLY) || words.some((word, at) => isPiece(word, words[at + 1] ?? '')),
    // "đang chờ" has lost its auxiliary among the settled words.
    waiting: has(WAITING) || findPhrase(typed, 'dang cho') !== -1,
    perhapsDone: has(PERHAPS),
    percent: percent === undefined ? undefined : Number(percent),
  };
}

/** "phần 1", or the short name of one: "M1". */
function isPiece(word: string, next: string): boolean {
  return (PIECE.has(word) && /^[0-9]/.test(next)) || /^[a-z]{1,2}[0-9]{1,2}$/.test(word);
}

interface Occurrence {
  phrase: string;
  /** "hết vướng". */
  over: boolean;
  negated: boolean;
  /** A negation stands farther before it in the clause. */
  farNegated: boolean;
}

function occurrences(words: readonly string[], phrases: readonly string[]): Occurrence[] {
  return phrases.flatMap((phrase) => {
    const at = findPhrase(words, phrase);
    if (at === -1) return [];
    const near = Math.max(0, at - REACH);
    const isNegation = (word: string) => NEGATIONS.has(word);
    return [
      {
        phrase,
        over: words[at - 1] === 'het',
        negated: words.slice(near, at).some(isNegation),
        farNegated: words.slice(0, near).some(isNegation),
      },
    ];
  });
}
