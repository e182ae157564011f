import type { OutlineForm } from '../definition/definition.js';
import type { FormWords } from '../definition/words.js';
import { fillYears } from '../definition/years.js';
import type { SheetFrame, SheetLayout, SheetRow } from './layout.js';

/** An outline as a table: heading, text, guidance. A long text goes on in further rows under the same heading. */
export function outlineLayout(form: OutlineForm, reportYear: number, words: FormWords, frame: SheetFrame): SheetLayout {
  return {
    sheetName: frame.sheetName,
    letterhead: frame.letterhead,
    title: [fillYears(form.title.vi, reportYear), frame.yearLine],
    columns: [
      { key: 'key', header: '', width: 4, hidden: true, role: 'locked', align: 'left' },
      { key: 'label', header: words('section'), width: 44, hidden: false, role: 'locked', align: 'left' },
      { key: ':text', header: words('content'), width: 90, hidden: false, role: 'input', align: 'left' },
      { key: 'guidance', header: words('guidance'), width: 44, hidden: false, role: 'locked', align: 'left' },
    ],
    rows: form.sections.map((section): SheetRow => ({
      kind: section.depth === 1 ? 'group' : 'row',
      key: section.key,
      indent: section.depth - 1,
      cells: [
        { column: 'key', role: 'locked', text: section.key },
        { column: 'label', role: 'locked', text: fillYears(section.title.vi, reportYear) },
        { column: ':text', role: 'input', format: { kind: 'text' } },
        { column: 'guidance', role: 'locked', text: fillYears(section.guidance?.vi ?? '', reportYear) },
      ],
    })),
    continues: true,
    legend: [],
  };
}
