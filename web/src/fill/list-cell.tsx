import type { ClipboardEvent, ReactNode } from 'react';
import { readTable } from '../editor/model/table-text';
import { useFillTexts } from '../texts/fill';
import { type Column, isNumeric } from './engine';
import type { Line } from './list-lines';
import { shownText } from './shown-answer';
import { useTypedField } from './typed-field';
import { UnclearAnswer } from './unclear-answer';
import { useWriting } from './use-report';

interface Props {
  column: Column;
  line: Line;
  name: string;
  id: string;
  isWrong: boolean;
  /** What is said about it below the field. */
  about: ReactNode;
  change: (text: string) => void;
  paste: (table: string[][]) => void;
}

/** One column of one line: typed as people write, or chosen; a rectangle of a spreadsheet may be pasted into it. */
export function ListCell({ column, line, name, id, isWrong, about, change, paste }: Props) {
  const texts = useFillTexts();
  const write = useWriting();
  const value = line.record[column.key] ?? '';
  const unread = line.unread[column.key];
  const options =
    column.type === 'boolean'
      ? [
          { key: 'true', name: texts.list.yes },
          { key: 'false', name: texts.list.no },
        ]
      : column.type === 'choice' && column.choices?.length
        ? column.choices.map(({ key, label }) => ({ key, name: write.text(label) }))
        : undefined;
  const common = {
    id,
    'aria-label': name,
    'aria-describedby': `${id}-about`,
    'aria-invalid': unread !== undefined || isWrong || undefined,
    onPaste: (event: ClipboardEvent) => {
      const table = readTable(event.clipboardData.getData('text/plain'));
      if (table.length === 1 && table[0]?.length === 1) return;
      event.preventDefault();
      paste(table);
    },
  };
  return (
    <>
      {options ? (
        <select {...common} value={value} onChange={(event) => change(event.target.value)}>
          <option value="">{texts.choose}</option>
          {options.map((option) => (
            <option key={option.key} value={option.key}>
              {option.name}
            </option>
          ))}
        </select>
      ) : (
        <TypedColumn common={common} {...{ column, value, unread, change }} />
      )}
      <div id={`${id}-about`} aria-live="polite">
        {unread && (
          <UnclearAnswer of={unread.unclear} show={(option) => shownText(option, column, write)} choose={change} />
        )}
        {about}
      </div>
    </>
  );
}

function TypedColumn(given: {
  common: object;
  column: Column;
  value: string;
  unread: { text: string } | undefined;
  change: (text: string) => void;
}) {
  const { common, column, value, unread, change } = given;
  const write = useWriting();
  const shown = unread?.text ?? shownText(value, column, write);
  const field = useTypedField<string>({
    shown,
    isUnread: false,
    // The line reads it, as it reads what is pasted.
    read: (text) => ({ given: text }),
    leave: (found) => 'given' in found && change(found.given ?? ''),
    undo: () => unread && change(shownText(value, column, write)),
  });
  return <input {...common} {...field} className={isNumeric(column) ? 'figure' : undefined} autoComplete="off" />;
}
