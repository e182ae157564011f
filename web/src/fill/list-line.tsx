import { useFillTexts } from '../texts/fill';
import { type Column, computeRecord, isShown, lineLookup, noteKey, type RecordForm } from './engine';
import { Explained } from './explained';
import { ListCell } from './list-cell';
import type { Line } from './list-lines';
import { type Said, Sentences } from './said';
import { shownText } from './shown-answer';
import { useFill, useWriting } from './use-report';

interface Props {
  form: RecordForm;
  columns: readonly Column[];
  /** How what nobody fills in is worked out, in words: on a telephone there is no head above the lines. */
  ruleOf: ReadonlyMap<string, string>;
  line: Line;
  at: number;
  id: string;
  /** What is said about a column, or about the line. */
  saidOf: (column?: string) => Said[];
  explain: (column: string | undefined, note: string | null) => void;
  change: (column: Column, text: string) => void;
  paste: (column: string, table: string[][]) => void;
  remove: () => void;
}

/** One line of a list with what is worked out of it. */
export function ListLine({ form, columns, ruleOf, line, at, id, saidOf, explain, change, paste, remove }: Props) {
  const texts = useFillTexts();
  const write = useWriting();
  const { open } = useFill();
  const computed = computeRecord(form, line.record);
  const lookup = lineLookup({ ...line.record, ...computed });
  const about = (column: string | undefined, name: string) => {
    const said = saidOf(column);
    const note = line.record[noteKey(column)];
    const asked = said.some(({ hard }) => !hard);
    return (
      <>
        <Sentences of={said} />
        <Explained {...{ name, note, asked }} keep={(given) => explain(column, given)} />
      </>
    );
  };
  return (
    <tr role="row">
      <th scope="row" role="rowheader" id={id} tabIndex={-1}>
        {at + 1}
        {open && (
          <button type="button" className="plain" aria-label={texts.list.remove(at + 1)} onClick={remove}>
            ✕
          </button>
        )}
        {about(undefined, `${texts.list.line} ${at + 1}`)}
      </th>
      {columns.map((column) => {
        const value = (column.computed ? computed : line.record)[column.key];
        const name = `${texts.list.line} ${at + 1}, ${write.text(column.label)}`;
        const isAsked = open && !column.computed && (isShown(column, lookup) || value !== undefined);
        return (
          <td key={column.key} role="cell" className={`cell ${column.computed ? 'worked-out' : ''}`}>
            <span className="cell-name">
              {write.text(column.label)}
              {column.required && ` (${texts.required})`}
              {column.computed && ` ${ruleOf.get(column.key) ?? ''}`}
            </span>
            {isAsked ? (
              <ListCell
                column={column}
                line={line}
                id={`${id}_${column.key}`}
                name={name}
                isWrong={saidOf(column.key).some(({ hard }) => hard)}
                about={about(column.key, name)}
                change={(text) => change(column, text)}
                paste={(table) => paste(column.key, table)}
              />
            ) : (
              <>
                <output id={`${id}_${column.key}`} tabIndex={-1}>
                  {value === undefined ? '–' : shownText(value, column, write)}
                </output>
                <div aria-live="polite">{about(column.key, name)}</div>
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}
