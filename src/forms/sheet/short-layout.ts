import type { Question, ShortForm } from '../definition/definition.js';
import { helpText } from '../definition/help-text.js';
import type { FormWords } from '../definition/words.js';
import { fillYears } from '../definition/years.js';
import type { SheetFrame, SheetLayout, SheetRow } from './layout.js';
import { formatOf } from './record-layout.js';

/** A short form as a table: question, answer, guidance; every answer in the format of its own question. */
export function shortLayout(form: ShortForm, reportYear: number, words: FormWords, frame: SheetFrame): SheetLayout {
  return {
    sheetName: frame.sheetName,
    letterhead: frame.letterhead,
    title: [fillYears(form.title.vi, reportYear), frame.yearLine],
    columns: [
      { key: 'key', header: '', width: 4, hidden: true, role: 'locked', align: 'left' },
      { key: 'label', header: words('question'), width: 48, hidden: false, role: 'locked', align: 'left' },
      { key: ':text', header: words('content'), width: 40, hidden: false, role: 'input', align: 'left' },
      { key: 'guidance', header: words('guidance'), width: 44, hidden: false, role: 'locked', align: 'left' },
    ],
    rows: form.questions.map((question): SheetRow => ({
      kind: 'row',
      key: question.key,
      indent: 0,
      cells: [
        { column: 'key', role: 'locked', text: question.key },
        { column: 'label', role: 'locked', text: fillYears(question.label.vi, reportYear) },
        { column: ':text', role: 'input', format: formatOf(question, words) },
        { column: 'guidance', role: 'locked', text: guidanceOf(question, words) },
      ],
    })),
    continues: false,
    legend: [],
  };
}

function guidanceOf({ help, note }: Question, words: FormWords): string {
  return (help && helpText(help, words)) ?? note ?? '';
}
