import type { FillTexts } from '../texts/fill';
import { type Cell, type FormDefinition, isNoteKey, notedBy, remarkOf } from './engine';
import type { Given, Place } from './places';
import type { Report, ReportForm } from './report';
import { type Reader, shownAnswer } from './shown-answer';

/** The form in which a place is shown first. */
export function formOf(report: Report, place: Place): ReportForm | undefined {
  return report.forms.find(({ key, definition }) =>
    place.kind === 'cell' ? asks(definition, place.row, place.measure) : key === place.form,
  );
}

const asks = (form: FormDefinition, row: string, measure: string): boolean =>
  form.kind === 'indicators' &&
  form.rows.some(({ key }) => key === row) &&
  form.measures.some(({ key }) => key === measure);

/** What a place is called, in full. */
export function nameOf(report: Report, place: Place, { write }: Pick<Reader, 'write'>): string {
  const form = formOf(report, place)?.definition;
  if (!form) return '';
  const named = (one: { label: { vi: string; en?: string } } | undefined) => (one ? write.text(one.label) : '');
  if (place.kind === 'cell') {
    if (form.kind !== 'indicators') return '';
    const row = form.rows.find(({ key }) => key === place.row);
    return `${named(row)}, ${named(form.measures.find(({ key }) => key === place.measure))}`;
  }
  if (place.kind === 'list') return write.text(form.title);
  const section = form.kind === 'outline' ? form.sections.find(({ key }) => key === place.section) : undefined;
  if (section) return write.text(section.title);
  return form.kind === 'short' ? named(form.questions.find(({ key }) => key === memberOf(place))) : '';
}

/** The question that is answered at a place, or explained there. */
const memberOf = ({ section }: { section: string }): string => (isNoteKey(section) ? notedBy(section) : section);

/** What was answered at a place, for people. */
export function answerOf(
  report: Report,
  place: Place,
  given: Given,
  reader: Reader,
  texts: FillTexts['conflict'],
): string {
  if (given === null) return texts.nothing;
  if (Array.isArray(given)) return texts.lines(given.length);
  if (typeof given === 'string') return given;
  const form = formOf(report, place)?.definition;
  const row = form?.kind === 'indicators' && place.kind === 'cell' && form.rows.find(({ key }) => key === place.row);
  return row ? withNote(given, shownAnswer(given, row, reader)) : '';
}

const withNote = (cell: Cell, shown: string): string => {
  const more = remarkOf(cell);
  return more ? `${shown} (${more})` : shown;
};
