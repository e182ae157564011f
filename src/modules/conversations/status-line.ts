import { understand } from '../../forms/index.js';
import { foldInPlace } from '../shared/index.js';
import type { StatusDraft } from './dialog.js';

const PERCENT = /(?<![\d.,])(\d{1,3})\s*(?:%|phan tram\b|pct\b)/;
const DAY = /(?<![\d.,/])\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![\d%]|[.,]\d|\s*%)/;
/** "xong thứ sáu", "dự kiến cuối tháng 6": a day in words, up to the next mark. */
const DAY_IN_WORDS = /\b(?:xong|hoan thanh|du kien|nop)(?: (?:xong|vao|truoc|ngay|nop))* ([^,;.]+)/;
const WHY = /\b(?:vi|do|boi|tai)\s+(?=\S)|\b(?=(?:vuong|thieu|kho khan|mac o|cho|bi)\b)(?<!khong )(?<!het )(?<!chua )/;
/** Where a difficulty ends: at a mark, or where the day on which it will be done begins. */
const END = /[,;]|\.(?:\s|$)|\s(?:xong|hoan thanh|du kien|se nop|nop|se xong)\b(?=.*\d)/;

/**
 * Reads a whole status report from one line such as "80% chậm vì thiếu số liệu thuế, xong 28/6", with or without
 * diacritics, in any order. What is not found stays open and is asked for; nothing is guessed.
 */
export function readStatusLine(line: string, today: string): StatusDraft {
  const text = line.normalize('NFC').trim().slice(0, 500);
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
    // "xong 28/6" is a day on which it will be done, not a report that it is.
    const lead = /(?:\b(?:se|xong|hoan thanh|nop|truoc|du kien|vao|ngay|den|hen)\s*)+$/.exec(
      folded.slice(0, day.index),
    );
    cut(day.index - (lead?.[0].length ?? 0), day[0].length + (lead?.[0].length ?? 0));
  }
  const percent = PERCENT.exec(folded);
  if (percent && Number(percent[1]) <= 100) {
    draft.progress = Number(percent[1]);
    cut(percent.index, percent[0].length);
  }
  const why = WHY.exec(folded);
  if (why) {
    const from = why.index + why[0].length;
    const end = END.exec(folded.slice(from));
    const length = end ? end.index : folded.length - from;
    const words = text.slice(from, from + length).trim();
    if (/\p{L}{2}/u.test(words)) draft.difficulty = words;
    cut(why.index, why[0].length + length);
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
  return state ? { ...draft, state } : draft;
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
  const isDenied = has('khong vuong', 'het vuong', 'khong tac');
  if (!isDenied && has('vuong', 'vuong mac', 'tac', 'ket', 'khong lam duoc', 'blocked')) return 'blocked';
  if (has('chua lam', 'chua bat dau', 'chua trien khai', 'not started')) return 'not_started';
  if (draft.progress === 100) return 'done';
  if (draft.progress !== undefined) return draft.progress === 0 ? 'not_started' : 'in_progress';
  if (has('chua xong', 'gan xong', 'sap xong', 'dang', 'dang lam', 'cham', 'lam do', 'in progress'))
    return 'in_progress';
  if (has('xong', 'da nop', 'da xong', 'hoan thanh', 'done')) return draft.expectedOn ? undefined : 'done';
  return undefined;
}

/** How many things a line told. */
export const factsIn = (draft: StatusDraft): number =>
  [draft.state, draft.progress, draft.difficulty, draft.expectedOn].filter((fact) => fact !== undefined).length;
