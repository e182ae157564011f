import { useEffect, useState } from 'react';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import { saidOf } from './about-cell';
import { formulaOf, type RecordForm, totalsOf } from './engine';
import { lineFindings } from './line-findings';
import { answered, filled, type Line, MOST_LINES, newLine, pasted, recordsOf, withNote, withText } from './list-lines';
import { ListLine } from './list-line';
import { type Place, same } from './places';
import { ruleInWords } from './rule-words';
import { fieldOfPlace, useFill, useReport, useSaved, useWriting } from './use-report';

const STEP = 50;

/** A list of like lines: added, removed, pasted from a spreadsheet, and summed up. */
export function ListForm({ form }: { form: RecordForm }) {
  const texts = useFillTexts();
  const page = useTexts();
  const write = useWriting();
  const { store, around, open } = useFill();
  const { answers, report } = useReport();
  const place: Place = { kind: 'list', form: form.key };
  const saved = useSaved(place);
  const records = answers.records[form.key];
  const [lines, setLines] = useState<Line[]>(() => (records ?? []).map(newLine));
  const [shown, setShown] = useState(STEP);
  const [said, setSaid] = useState('');
  // A workbook was read in, or somebody else's list stands there now.
  useEffect(() => {
    setLines((now) => (same(recordsOf(now), records ?? []) ? now : (records ?? []).map(newLine)));
  }, [records]);
  const columns = form.columns.filter((column) => !column.hidden);
  const ruleOf = new Map(
    columns.flatMap((column) => {
      const formula = formulaOf(column);
      return formula ? [[column.key, ruleInWords(formula, form, report.reportYear, around)] as const] : [];
    }),
  );
  const totals = totalsOf(form, recordsOf(lines));
  const keep = (after: Line[]) => {
    setLines(after);
    if (!same(recordsOf(after), recordsOf(lines))) store.answer(place, recordsOf(after));
    const unread = after.flatMap((line) => Object.values(line.unread))[0];
    store.leaveUnread(place, unread?.unclear);
  };
  const read = (line: Line, column: (typeof columns)[number], text: string) =>
    withText(line, column, text, around, texts.list);
  const paste = (line: number, column: string, table: string[][]) => {
    const all = answered(form);
    const from = all.findIndex(({ key }) => key === column);
    const after = pasted(lines, table, { line, columns: all.slice(from) }, read);
    if (!after) return setSaid(texts.list.tooLong(MOST_LINES));
    setShown(Math.max(shown, Math.min(after.length, shown + STEP)));
    keep(after);
    setSaid(texts.list.pasted(table.length, after.flatMap((one) => Object.keys(one.unread)).length));
  };
  const issues = listIssues();
  const kept = filled(lines);
  const atLine = (line: Line, column?: string) =>
    issues
      .filter(({ index, ...one }) => kept[index] === line && one.column === column)
      .map(({ said: sentence }) => sentence);

  return (
    <>
      {open && <p className="quiet">{texts.list.paste}</p>}
      {lines.length === 0 && <p className="empty">{texts.list.empty}</p>}
      {issues
        .filter(({ index }) => index === -1)
        .map((issue) => (
          <p key={issue.said.text} className="fault">
            {issue.said.text}
          </p>
        ))}
      {lines.length > 0 && (
        <div className="fill-scroll" role="region" aria-label={write.text(form.title)} tabIndex={0}>
          <table className="fill-table list" role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  {texts.list.line}
                </th>
                {columns.map((column) => (
                  <th key={column.key} scope="col" role="columnheader">
                    {write.text(column.label)}
                    {column.required && <span className="quiet"> ({texts.required})</span>}
                    {column.computed && <p className="cell-under">{ruleOf.get(column.key)}</p>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {lines.slice(0, shown).map((line, at) => (
                <ListLine
                  key={line.id}
                  {...{ form, columns, ruleOf, line, at }}
                  id={`${fieldOfPlace(form.key, place)}_${at}`}
                  saidOf={(column) => atLine(line, column)}
                  explain={(column, note) =>
                    keep(lines.map((one) => (one === line ? withNote(one, column, note) : one)))
                  }
                  change={(column, text) => keep(lines.map((one) => (one === line ? read(line, column, text) : one)))}
                  paste={(column, table) => paste(at, column, table)}
                  remove={() => keep(lines.filter((one) => one !== line))}
                />
              ))}
            </tbody>
            {Object.keys(totals).length > 0 && (
              <tfoot role="rowgroup">
                <tr role="row">
                  <th scope="row" role="rowheader">
                    {texts.list.total}
                  </th>
                  {columns.map((column) => (
                    <td key={column.key} role="cell" className="cell figure">
                      {column.total && <span className="cell-name">{write.text(column.label)}</span>}
                      {totals[column.key] === undefined ? '' : write.number(totals[column.key]!)}
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
      <p className="buttons">
        {lines.length > shown && (
          <button type="button" onClick={() => setShown(shown + STEP)}>
            {page.page.more(Math.min(STEP, lines.length - shown))}
          </button>
        )}
        {open && lines.length < MOST_LINES && (
          <button type="button" id={fieldOfPlace(form.key, place)} onClick={add}>
            {texts.list.add}
          </button>
        )}
        <span className={`mark ${saved.saving}`}>{texts.saving[saved.saving]}</span>
      </p>
      <p role="status">{said}</p>
    </>
  );

  function add() {
    setLines([...lines, newLine()]);
    setShown(Math.max(shown, lines.length + 1));
    const first = answered(form)[0]?.key ?? '';
    // The line is drawn first, then its field can be reached.
    setTimeout(() => document.getElementById(`${fieldOfPlace(form.key, place)}_${lines.length}_${first}`)?.focus());
  }

  /** What the server refused and what the checks of the form find, with the kept line it stands in (-1: in none). */
  function listIssues() {
    const refused = saved.issues.map(({ path, message }) => ({ path, said: { text: message, hard: true } }));
    const found = lineFindings(form, answers, report.reportYear).map((one) => {
      return { path: one.issue.path, said: saidOf(one, around) };
    });
    return [...refused, ...found].map(({ path, said: sentence }) => {
      return { index: path.index ?? -1, column: path.column, said: sentence };
    });
  }
}
