import { useState } from 'react';
import { useFillTexts } from '../texts/fill';
import { type RecordRow, understand } from './engine';
import type { ReportForm } from './report';
import { useReport } from './use-report';

type ListForm = Extract<ReportForm['definition'], { kind: 'records' }>;

const MOST = 5000;

/** Lines copied from a spreadsheet, columns in the order of the list; numbers in Vietnamese notation. */
export function PasteLines({ form, have, add }: { form: ListForm; have: number; add: (lines: RecordRow[]) => void }) {
  const texts = useFillTexts();
  const { today } = useReport().report;
  const [text, setText] = useState('');
  const lines = text.trim() === '' ? [] : text.replace(/\r/g, '').replace(/\n+$/, '').split('\n');
  const tooMany = have + lines.length > MOST;
  return (
    <details className="paste-lines">
      <summary>{texts.list.paste}</summary>
      <label className="field">
        {texts.list.pasteHint}
        <textarea rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {tooMany && <p className="fault">{texts.list.tooMany}</p>}
      <button
        type="button"
        disabled={lines.length === 0 || tooMany}
        onClick={() => {
          add(lines.map((line) => lineOf(line, form, today)));
          setText('');
        }}
      >
        {texts.list.add(lines.length)}
      </button>
    </details>
  );
}

function lineOf(line: string, form: ListForm, today: string): RecordRow {
  const asked = form.columns.filter((column) => !column.computed);
  const texts = line.split('\t');
  return Object.fromEntries(
    asked.flatMap((column, at) => {
      const typed = (texts[at] ?? '').normalize('NFC').trim();
      return typed === '' ? [] : [[column.key, stored(typed, column, today)]];
    }),
  );
}

/** As it is stored where it has one reading; else as it was typed, for the server to say what is wrong with it. */
function stored(typed: string, column: ListForm['columns'][number], today: string): string {
  if (column.type === 'text') return typed;
  if (column.type === 'choice' || column.type === 'boolean') {
    const fitting = column.choices?.find(
      (choice) => choice.label.vi.toLocaleLowerCase('vi') === typed.toLocaleLowerCase('vi'),
    );
    return fitting?.key ?? typed;
  }
  const type = column.type === 'date' ? 'date' : column.type === 'integer' ? 'int' : 'decimal';
  const read = understand({ type }, typed, { today });
  return read.outcome === 'ok' || read.outcome === 'confirm' ? String(read.value) : typed;
}
