import { useFillTexts } from '../texts/fill';
import { type Column, computeRecord, isShown, lineLookup, type RecordForm } from './engine';
import { ListCell } from './list-cell';
import type { Line } from './list-lines';
import { shownText } from './shown-answer';
import { useFill, useWriting } from './use-report';

interface Props {
  form: RecordForm;
  columns: readonly Column[];
  line: Line;
  at: number;
  id: string;
  issuesOf: (column?: string) => string[];
  change: (column: Column, text: string) => void;
  paste: (column: string, table: string[][]) => void;
  remove: () => void;
}

/** One line of a list with what is worked out of it. */
export function ListLine({ form, columns, line, at, id, issuesOf, change, paste, remove }: Props) {
  const texts = useFillTexts();
  const write = useWriting();
  const { open } = useFill();
  const computed = computeRecord(form, line.record);
  const lookup = lineLookup({ ...line.record, ...computed });
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {at + 1}
        {open && (
          <button type="button" className="plain" aria-label={texts.list.remove(at + 1)} onClick={remove}>
            ✕
          </button>
        )}
        {issuesOf().map((issue) => (
          <p key={issue} className="fault">
            {issue}
          </p>
        ))}
      </th>
      {columns.map((column) => {
        const value = (column.computed ? computed : line.record)[column.key];
        const isAsked = open && !column.computed && (isShown(column, lookup) || value !== undefined);
        return (
          <td key={column.key} role="cell" className={`cell ${column.computed ? 'worked-out' : ''}`}>
            <span className="cell-name">
              {write.text(column.label)}
              {column.required && ` (${texts.required})`}
            </span>
            {isAsked ? (
              <ListCell
                column={column}
                line={line}
                id={`${id}_${column.key}`}
                name={`${texts.list.line} ${at + 1}, ${write.text(column.label)}`}
                issues={issuesOf(column.key)}
                change={(text) => change(column, text)}
                paste={(table) => paste(column.key, table)}
              />
            ) : (
              <output>{value === undefined ? '–' : shownText(value, column, write)}</output>
            )}
          </td>
        );
      })}
    </tr>
  );
}
