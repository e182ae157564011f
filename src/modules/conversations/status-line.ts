import { understand } from '../../forms/index.js';
import { fold } from '../shared/index.js';
import type { StatusDraft } from './dialog.js';

/**
 * Reads a whole status report from one line such as "80% chậm vì thiếu số liệu thuế, xong 28/6". What is not found stays
 * open and is asked for; nothing is guessed.
 */
export function readStatusLine(line: string, today: string): StatusDraft {
  const text = line.normalize('NFC').trim();
  const draft: StatusDraft = {};
  const percent = /(?:^|\s)(\d{1,3})\s*%/.exec(text);
  if (percent && Number(percent[1]) <= 100) draft.progress = Number(percent[1]);

  // "xong 28/6" is a day on which it will be done, not a report that it is.
  const day =
    /(?:xong|hoàn thành|hoan thanh|nộp|nop|trước|truoc|dự kiến|du kien)?\s*(?:ngày|ngay)?\s*(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)/iu.exec(
      text,
    );
  if (day) {
    const read = understand({ type: 'date', future: true }, day[1] ?? '', { today });
    if ((read.outcome === 'ok' || read.outcome === 'confirm') && typeof read.value === 'string')
      draft.expectedOn = read.value;
  }

  const difficulty = /(?:vì|vi|do|vướng|vuong|thiếu|thieu)\s+([^,;]+)/iu.exec(text);
  if (difficulty) draft.difficulty = difficulty[0].trim();

  const rest = fold(text.replace(day?.[0] ?? '', ' '));
  if (/\b(vuong|tac|khong lam duoc|blocked)\b/.test(rest)) draft.state = 'blocked';
  else if (/\b(chua lam|chua bat dau)\b/.test(rest)) draft.state = 'not_started';
  else if (/\b(dang|cham|lam do)\b/.test(rest) || (draft.progress !== undefined && draft.progress < 100)) {
    draft.state = 'in_progress';
  } else if (/\b(xong|da nop|hoan thanh)\b/.test(rest) || draft.progress === 100) draft.state = 'done';
  return draft;
}
