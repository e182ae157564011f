import { type ChangeEvent, useLayoutEffect, useRef } from 'react';
import type { RenderEditCellProps } from 'react-data-grid';
import { audiencesIn, type Reading, textOf, unitsOf, wordOf } from '../model/cell-text';
import type { Field } from '../model/field';
import { membersOf, nameOf } from '../model/members';
import type { GridRow } from './grid-row';

type Props = RenderEditCellProps<GridRow> & { field: Field; label: string };

/** A text or number as it is typed; understood only when it is done, so that nothing jumps while a finger is on the keys. */
export function TextCellEditor({ row, onRowChange, onClose, field, label, reading }: Props & { reading: Reading }) {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const units = field.kind === 'unit' ? unitsOf(reading.definition) : [];
  const list = units.length > 0 ? 'editor-units' : undefined;
  return (
    <>
      <input
        ref={box}
        className="cell-editor"
        aria-label={label}
        list={list}
        defaultValue={textOf(field, row.item, reading)}
        onChange={(event) => onRowChange({ ...row, typed: { field: field.name, text: event.target.value } })}
        onBlur={() => onClose(true, false)}
      />
      {list && (
        <datalist id={list}>
          {units.map((unit) => (
            <option key={unit.vi} value={unit.vi} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** One of a closed list: picked with the mouse it is taken at once, with the keyboard by Enter. */
export function ChoiceCellEditor({ row, onRowChange, onClose, field, label, reading }: Props & { reading: Reading }) {
  const box = useRef<HTMLSelectElement>(null);
  const byPointer = useRef(false);
  useLayoutEffect(() => box.current?.focus(), []);
  const change = (event: ChangeEvent<HTMLSelectElement>) =>
    onRowChange({ ...row, typed: { field: field.name, text: event.target.value } }, byPointer.current);
  return (
    <select
      ref={box}
      className="cell-editor"
      aria-label={label}
      defaultValue={String(row.item[field.name] ?? '')}
      onPointerDown={() => (byPointer.current = true)}
      onKeyDown={() => (byPointer.current = false)}
      onChange={change}
      onBlur={() => onClose(true, false)}
    >
      {optionsOf(field, reading).map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** What a drop-down of `field` offers, in the reader's words. */
export function optionsOf(field: Field, reading: Reading): { value: string; text: string }[] {
  const { definition, texts, locale } = reading;
  if (field.kind === 'audience') return audiencesIn(reading).map(({ code, name }) => ({ value: code, text: name }));
  if (field.kind === 'group') {
    return membersOf(definition, 'groups').map((group) => ({ value: group.key, text: nameOf(group, locale) }));
  }
  return (field.options ?? []).map((value) => ({ value: String(value), text: wordOf(field, value, texts) }));
}
