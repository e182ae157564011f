import type { RecordRow } from '../answers/cell.js';
import { isAnswered, isNoteKey, noteKey, notedBy } from '../answers/note.js';
import type { Found, Way } from './carried.js';

/** One line of a list, or the texts of an outline or short form (key → text), led along a way. What nothing asks for is lost. */
export function carryLine(line: RecordRow, way: Way, found: Found, at?: number): RecordRow {
  const result: RecordRow = {};
  const notes: RecordRow = {};
  for (const [key, before] of inOrder(line, way)) {
    if (isNoteKey(key)) {
      const to = noteTo(key, way);
      if (to !== null) notes[to] ??= before;
      continue;
    }
    const place = { key, ...(at === undefined ? {} : { line: at }), before };
    const to = way.to(key);
    const after = to === null ? undefined : way.convert(to, before);
    if (to === null || after === undefined || Object.hasOwn(result, to)) {
      found.lost.push(place);
      continue;
    }
    result[to] = after;
    if (to !== key || after !== before) found.changed.push({ ...place, ...(to === key ? {} : { to }), after });
  }
  // An explanation goes where its answer goes; with nothing left to explain there is none.
  return isAnswered(result) ? { ...result, ...notes } : {};
}

function noteTo(key: string, way: Way): string | null {
  if (key === noteKey()) return key;
  const member = way.noteTo(notedBy(key));
  return member === null ? null : noteKey(member);
}

/** Those that keep their key first: what was answered there is not displaced by what comes from elsewhere. */
function inOrder(line: RecordRow, way: Way): [string, string][] {
  const stays = ([key]: [string, string]): number => (way.to(key) === key ? 0 : 1);
  return Object.entries(line).sort((a, b) => stays(a) - stays(b));
}
