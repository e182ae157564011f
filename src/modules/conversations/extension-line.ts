import { type Field, understand } from '../../forms/index.js';
import { foldInPlace, plainDate } from '../shared/index.js';
import { withoutCourtesy } from './courtesies.js';
import { readReason } from './reason.js';

/** What a message about more time tells; `unread` where it names a day that nobody can be sure of. */
export interface Wish {
  lastDay?: string;
  reason?: string;
  unread?: boolean;
}

const DAY: Field = { type: 'date', future: true };
/** Where the reason begins. With its mark "độ" is no "do". */
const WHY = /(?:^|[\s,;])(?:vì|vi|do|bởi|boi|tại|lý do|ly do|because(?: of)?|due to|since)[\s:]+(?=\S)/iu;
const MORE = /^(?:them|more)\s+(?:khoang\s+)?(\d{1,3}|mot|hai|ba|one|two|three)\s*(ngay|tuan|days?|weeks?)(?:\s+nua)?$/;
const WORDS: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, one: 1, two: 2, three: 3 };

/** "đến thứ sáu tuần sau vì mất điện", "thêm 5 ngày do chờ số liệu": until when and why, `lastDay` being the present last day. */
export function readWish(line: string, today: string, lastDay: string): Wish {
  const text = line.normalize('NFC').trim();
  const why = WHY.exec(text);
  const until = withoutLead(why ? text.slice(0, why.index) : text);
  const reason = why ? withoutCourtesy(text.slice(why.index + why[0].length)) : '';
  const said = until === '' ? undefined : (moreOf(until, lastDay) ?? dayIn(until, today));
  if (said) return { lastDay: said, ...(reason ? { reason } : {}) };
  // "vì mất điện, đến 5/7", "5/7 chờ số liệu": a day in figures stands anywhere.
  const read = readReason(text, today);
  const rest = withoutLead(read.reason);
  if (read.expectedOn) return { lastDay: read.expectedOn, ...(rest ? { reason: rest } : {}) };
  if (why && until !== '') return { reason, unread: true };
  return rest ? { reason: rest } : {};
}

/** The day still to come that words alone tell: "thứ sáu tuần sau". */
export function dayIn(words: string, today: string): string | undefined {
  const day = understand(DAY, words, { today });
  return 'value' in day && typeof day.value === 'string' ? day.value : undefined;
}

/** "thêm 5 ngày" is counted from the present last day. */
function moreOf(words: string, lastDay: string): string | undefined {
  const [, count = '', unit = ''] = MORE.exec(foldInPlace(words).trim()) ?? [];
  const days = (WORDS[count] ?? Number(count)) * (/^(?:tuan|week)/.test(unit) ? 7 : 1);
  return unit !== '' && days > 0 ? plainDate.add(lastDay, days) : undefined;
}

/** "đến ngày … vì chờ số liệu" names the day and then the reason; what only joins them is left out. */
export const withoutLead = (text: string): string =>
  text
    .replace(/^(?:[\s,:-]|(?:đến|den|tới|toi|hết|het|ngày|ngay|sang|lùi|lui|until|to)(?=[\s,]|$))+/iu, '')
    .replace(/^(?:vì|vi|do|lý do|ly do)[\s:]+/iu, '')
    .replace(/(?:[\s,;.]+(?:đến|den|tới|hết|until)(?:\s+(?:hết\s+)?(?:ngày|ngay))?)?[\s,;.]*$/iu, '')
    .trim();
