import { readKeystrokes } from './keystrokes.js';
import { mergeSigns, readStatusSigns, type StatusSigns, type WorkState } from './status-signs.js';
import { findPhrase, fold, foldedWords, isCourtesy, isOnlyEmoji } from './typed-text.js';
import { ask, confirm, invalid, ok, reason, type Understood } from './understood.js';

const STATES: readonly string[] = ['done', 'in_progress', 'not_started', 'blocked'] satisfies WorkState[];

/** Understands how a piece of work stands. Two signs that contradict each other are a question. `text` is levelled. */
export function understandStatus(text: string): Understood {
  if (text === '') return invalid('empty');
  if (isOnlyEmoji(text)) return ask(['done', 'in_progress'], reason('emoji'));
  if (STATES.includes(text)) return ok(text);
  if (/^[-_./…*\s]*$/u.test(text)) return ask(['not_started', 'in_progress'], reason('status-not-yet'));
  // Raw keystrokes first: "chuwa xong" holds a plain "xong", but it says that it is not.
  const meant = readKeystrokes(text);
  const understood = readWords(meant ?? text);
  if (meant !== undefined && understood.outcome === 'ok')
    return confirm(understood.value, reason('raw-keystrokes', { meant }));
  return understood;
}

function readWords(text: string): Understood {
  const spoken = withoutCourtesy(text.replace(/([0-9]{1,3})(?:[.,][0-9]+)? (?:%|phần trăm|phan tram)/g, '$1%'));
  const words = foldedWords(spoken);
  const isBareNo =
    words.some((word) => BARE_NO.has(word)) && words.every((word) => BARE_NO.has(word) || IDLE.has(word));
  if (isBareNo || (findPhrase(words, 'not yet') !== -1 && words.length <= 3)) {
    return ask(['not_started', 'in_progress'], reason('status-not-yet'));
  }
  if (/(?:^| )(?:khong|ko|k|chang) phai (?:la )?(?:chua|khong|ko)(?: |$)/.test(words.join(' ')))
    return ask(['in_progress', 'done'], reason('status-two'));
  // A negation reaches no further than its clause: "chưa xong, đang vướng".
  const clauses = fold(spoken).split(/[,;:.](?![0-9])| nhung | ma | con | do | vi /);
  const understood = weigh(mergeSigns(clauses.map((clause) => readStatusSigns(foldedWords(clause)))));
  // "xong chưa" asks as "xong?" does.
  const isQuestion =
    text.includes('?') || /^(?:xong|hoan thanh|nop|gui)(?: \S+)? (?:chua|khong|ko)$/.test(words.join(' '));
  if (isQuestion && (understood.outcome === 'ok' || understood.outcome === 'confirm')) {
    return ask([understood.value], reason('unfinished'));
  }
  return understood;
}

const BARE_NO = new Set(['chua', 'khong', 'ko', 'k', 'kh']);
/** Words that add nothing to a "not yet": "vẫn chưa", "chưa có gì đâu". */
const IDLE = new Set(['van', 'co', 'gi', 'dau', 'a']);

/** "da" without diacritics may be "đã", and stays. */
function withoutCourtesy(text: string): string {
  const words = text.split(' ');
  const isMere = (word: string) => word !== 'da' && isCourtesy(word);
  while (words.length > 1 && isMere(words[0]!)) words.shift();
  while (words.length > 1 && isMere(words.at(-1)!)) words.pop();
  return words.join(' ');
}

/** The signs weighed: negation wins over its keyword, a future over "done", and two states at once are asked about. */
function weigh(signs: StatusSigns): Understood {
  const { percent } = signs;
  if (percent !== undefined && percent > 100) return invalid('status-unclear');
  const open = signs.notDone || signs.notHandedIn || signs.working;
  if (signs.blocked) {
    const others: WorkState[] =
      signs.done && !signs.planned ? ['done'] : signs.working || percent ? ['in_progress'] : [];
    return others.length > 0 ? ask(['blocked', ...others], reason('status-two')) : ok('blocked');
  }
  if (signs.notStarted) {
    return signs.working || signs.notDone
      ? ask(['not_started', 'in_progress'], reason('status-two'))
      : ok('not_started');
  }
  if (signs.done && open)
    return signs.almost || signs.planned ? ok('in_progress') : ask(['in_progress', 'done'], reason('status-two'));
  if (signs.done) return weighDone(signs);
  if (signs.notDone || signs.working) {
    return percent === 100 ? ask(['in_progress', 'done'], reason('status-two')) : ok('in_progress');
  }
  if (signs.notHandedIn) return ask(['in_progress', 'not_started'], reason('status-not-yet'));
  return weighHints(signs);
}

function weighDone(signs: StatusSigns): Understood {
  const { percent } = signs;
  if (signs.question || signs.doneDoubtful) return ask(['in_progress', 'done'], reason('status-perhaps-done'));
  if (percent === 100) return ok('done');
  if (percent !== undefined || signs.partly) return ask(['in_progress', 'done'], reason('partly'));
  if (signs.almost) return ok('in_progress');
  if (signs.planned) {
    return signs.past
      ? ask(['done', 'in_progress'], reason('status-two'))
      : confirm('in_progress', reason('status-planned'));
  }
  return signs.surelyDone ? ok('done') : confirm('done', reason('status-perhaps-done'));
}

function weighHints({ percent, notBlocked, perhapsDone, planned, almost, partly, waiting }: StatusSigns): Understood {
  if (percent === 100) return confirm('done', reason('status-by-percent'));
  if (percent === 0) return confirm('not_started', reason('status-by-percent'));
  if (percent !== undefined) return confirm('in_progress', reason('status-by-percent'));
  if (waiting) return ask(['in_progress', 'blocked'], reason('status-waiting'));
  if (partly || almost) return confirm('in_progress', reason('partly'));
  if (perhapsDone) return ask(['done', 'in_progress'], reason('status-perhaps-done'));
  if (planned) return ask(['not_started', 'in_progress'], reason('status-planned'));
  return notBlocked ? ask(['in_progress', 'done'], reason('status-not-blocked')) : invalid('status-unclear');
}
