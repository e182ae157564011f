import { useState } from 'react';
import { useEditorTexts } from '../../texts/editor';
import type { SheetCell, SheetLayout, SheetRow } from '../model/forms';

/** A worksheet of hundreds of lines is not drawn whole while somebody types. */
const FIRST = 40;

/** The worksheet as a table; the chosen row is marked and in view first. */
export function SheetPreview({ sheet, chosen }: { sheet: SheetLayout; chosen?: string }) {
  const texts = useEditorTexts();
  const [more, setMore] = useState(0);
  const columns = sheet.columns.filter((column) => !column.hidden);
  const rows = sheet.recordRow ? [...sheet.rows, sheet.recordRow] : sheet.rows;
  const at = chosen === undefined ? -1 : rows.findIndex((row) => row.key === chosen);
  const first = Math.max(0, Math.min(at - 5, rows.length - FIRST));
  const shown = rows.slice(first, first + FIRST + more);
  return (
    <div className="sheet">
      <div className="sheet-head">
        <span>{sheet.letterhead.left}</span>
        <span>{sheet.letterhead.right}</span>
      </div>
      {sheet.title.map((line) => (
        <p key={line} className="sheet-title">
          {line}
        </p>
      ))}
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" style={{ minWidth: `${Math.min(column.width, 40) * 0.45}em` }}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={`${row.key}/${index}`} className={classOf(row, chosen)}>
              {columns.map((column) => (
                <td key={column.key} className={`sheet-${column.align}`}>
                  {textOf(row.cells.find((cell) => cell.column === column.key))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {first + shown.length < rows.length && (
        <button type="button" className="plain" onClick={() => setMore(more + FIRST)}>
          {texts.preview.more(Math.min(FIRST, rows.length - first - shown.length))}
        </button>
      )}
      {sheet.legend.map((line) => (
        <p key={line} className="quiet">
          {line}
        </p>
      ))}
    </div>
  );
}

const classOf = (row: SheetRow, chosen: string | undefined): string =>
  [
    `sheet-${row.kind}`,
    row.indent > 0 ? 'row-part' : '',
    chosen !== undefined && row.key === chosen ? 'chosen' : '',
  ].join(' ');

function textOf(cell: SheetCell | undefined): string {
  if (!cell) return '';
  if (cell.role === 'computed') return '=';
  return cell.text ?? '';
}
