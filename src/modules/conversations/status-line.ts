import { understand } from '../../forms/index.js';
import { foldInPlace } from '../shared/index.js';
import type { StatusDraft } from './dialog.js';
import { clausesLeft, joinSpans, type Span } from './unread-clauses.js';

const PERCENT = /(?<![\d.,])(\d{1,3})\s*(?:%|phan tram\b|pct\b)/;
const DAY = /(?<![\d.,/])\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![\d%]|[.,]\d|\s*%)/;
/** "xong thứ sáu", "dự kiến cuối tháng 6": a day in words, up to the next mark. */
const DAY_IN_WORDS = /\b(?:xong|hoan thanh|du kien|nop)(?: (?:xong|vao|truoc|ngay|nop))* ([^,;.]+)/;
/** "khó khăn: mất điện", "difficulty is: …": the label is no part of what hinders, nor is the "vì" behind it. */
const LABEL =
  /\b(?:(?:co|gap|con|dang) )*(?:kho khan|vuong mac|ly do|nguyen nhan|difficult(?:y|ies)|problems?|reasons?)(?:\s*[:=]|\s+(?:la|is|are)\b\s*:?)\s*(?:(?:vi|do|boi|tai|because(?: of)?|due to)\s+)?(?=\S)/;
/** What is said behind these hinders the work; of the last ones the word itself is kept. */
const WHY =
  /\b(?:vi|do|boi|tai|because(?: of)?|due to|owing to|since|as(?! (?:of|planned|before|last|usual)\b))\s+(?=\S)|\b(?=(?:vuong|thieu|kho khan|mac o|cho|bi|missing|lack(?:s|ing)?|waiting|difficult(?:y|ies))\b)(?<!khong )(?<!het )(?<!chua )/;
/** "không có khó khăn gì": nothing hinders. */
const NO_DIFFICULTY =
  /\b(?:khong|ko|chua|het)(?: (?:co|gap|con|bi))? (?:kho khan|vuong mac|vuong|tac)(?: gi)?\b|\b(?:no|without) (?:difficult(?:y|ies)|problems?)\b/;
/** Where a difficulty ends: at a mark, or where the day on which it will be done begins. */
const END = /[,;]|\.(?:\s|$)|\s(?:xong|hoan thanh|du kien|se nop|nop|se xong|done|finished|expected)\b(?=.*\d)/;
/** "xong 28/6", "done by 28/6": a day on which it will be done, not a report that it is. */
const BEFORE_DAY =
  /(?:\b(?:se|xong|hoan thanh|nop|truoc|du kien|vao|ngay|den|hen|will|be|done|finish(?:ed)?|complete(?:d)?|expected|due|by|on|until|before)\s*)+$/;

/**
 * Reads a whole status report from one line such as "80% chậm vì thiếu số liệu thuế, xong 28/6", with or without
 * diacritics, in any order. What is not found stays open and is asked for; nothing is guessed.
 */
export function readStatusLine(line: string, today: string): StatusDraft {
  return readParts(line, today).draft;
}

/**
 * The same for the line of a report on `title`, which loses no word: what is understood as nothing else joins the
 * difficulty, or is `unread` where it tells of what is done: that hinders nothing.
 */
export function readWholeLine(line: string, today: string, title: string): { draft: StatusDraft; unread?: string } {
  const { draft, text, rest, why } = readParts(line, today);
  const left = clausesLeft(rest, title);
  const isAchieved = ({ from, to }: Span) => draft.state === 'done' || ACHIEVED.test(rest.slice(from, to));
  const achieved = left.filter(isAchieved);
  const hindering = left.filter((span) => !isAchieved(span));
  const difficulty = joinSpans(text, [...hindering, ...(why ? [why] : [])]);
  return {
    draft: hindering.length === 0 ? draft : { ...draft, difficulty },
    ...(achieved.length === 0 ? {} : { unread: joinSpans(text, achieved) }),
  };
}

/** "đã tổng hợp xong thu chi", but not "đã hỏng máy, chưa sửa xong". */
const ACHIEVED = /^(?!.*\b(?:chua|khong|not)\b).*\b(?:xong|hoan thanh|done|finished|completed)\b/;

/** The longest line that is read, in letters. */
const LONGEST = 1000;

interface Parts {
  draft: StatusDraft;
  /** The line as it was typed. */
  text: string;
  /** The line without diacritics, with marks in the places of all that was read. */
  rest: string;
  /** Where the difficulty stands. */
  why?: Span;
}

function readParts(line: string, today: string): Parts {
  const text = line.normalize('NFC').trim().slice(0, LONGEST);
  let folded = foldInPlace(text);
  const draft: StatusDraft = {};
  const cut = (from: number, length: number) => {
    // Marks in its place: nothing reaches across what was taken out.
    folded = folded.slice(0, from) + ','.repeat(length) + folded.slice(from + length);
  };

  const day = DAY.exec(folded);
  const expectedOn = day && dayOf(day[0], today);
  if (day && expectedOn) {
    draft.expectedOn = expectedOn;
    const lead = BEFORE_DAY.exec(folded.slice(0, day.index));
    cut(day.index - (lead?.[0].length ?? 0), day[0].length + (lead?.[0].length ?? 0));
  }
  const percent = PERCENT.exec(folded);
  if (percent && Number(percent[1]) <= 100) {
    draft.progress = Number(percent[1]);
    cut(percent.index, percent[0].length);
  }
  const none = NO_DIFFICULTY.exec(folded);
  if (none) cut(none.index, none[0].length);
  const why = LABEL.exec(folded) ?? WHY.exec(folded);
  let span: Span | undefined;
  if (why) {
    const from = why.index + why[0].length;
    const end = END.exec(folded.slice(from));
    const length = end ? end.index : folded.length - from;
    const words = text.slice(from, from + length).trim();
    if (/\p{L}{2}/u.test(words)) {
      draft.difficulty = words;
      span = { from, to: from + length };
      cut(why.index, why[0].length + length);
    }
  }
  if (!draft.expectedOn) {
    const spoken = DAY_IN_WORDS.exec(folded);
    const said = spoken && dayOf(spoken[1]!.trim(), today);
    if (spoken && said) {
      draft.expectedOn = said;
      cut(spoken.index, spoken[0].length);
    }
  }
  const state = stateOf(folded, draft);
  return { draft: state ? { ...draft, state } : draft, text, rest: folded, why: span };
}

function dayOf(words: string, today: string): string | undefined {
  const read = understand({ type: 'date', future: true }, words, { today });
  const isTaken = read.outcome === 'ok' || read.outcome === 'confirm';
  return isTaken && typeof read.value === 'string' ? read.value : undefined;
}

/** `rest` is what is left of the line without its share, day and difficulty. */
function stateOf(rest: string, draft: StatusDraft): StatusDraft['state'] {
  const words = ` ${rest.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const has = (...phrases: string[]) => phrases.some((phrase) => words.includes(` ${phrase} `));
  if (has('vuong', 'vuong mac', 'tac', 'ket', 'khong lam duoc', 'blocked')) return 'blocked';
  if (has('chua lam', 'chua bat dau', 'chua trien khai', 'not started')) return 'not_started';
  if (draft.progress === 100) return 'done';
  if (draft.progress !== undefined) return draft.progress === 0 ? 'not_started' : 'in_progress';
  if (has('chua xong', 'gan xong', 'sap xong', 'dang', 'dang lam', 'cham', 'lam do', 'in progress', 'late', 'delayed'))
    return 'in_progress';
  if (has('not done', 'not yet done', 'not finished', 'almost done', 'nearly done')) return 'in_progress';
  if (has('xong', 'da nop', 'da xong', 'hoan thanh', 'done', 'finished', 'submitted'))
    return draft.expectedOn ? undefined : 'done';
  return undefined;
}

/** How many things a line told. */
export const factsIn = (draft: StatusDraft): number =>
  [draft.state, draft.progress, draft.difficulty, draft.expectedOn].filter((fact) => fact !== undefined).length;
