import type { ReactNode } from 'react';
import { useEditorTexts } from '../../texts/editor';
import type { Formula } from '../model/forms';
import { FORMULA_OPS, formulaOf, MOST_DEPTH } from '../model/new-formula';
import { NumberBox } from './number-box';
import { useBegin, usePlaces } from './picker-options';
import { PlacePicker } from './place-picker';

interface Props {
  value: Formula;
  onPick: (value: Formula) => void;
  label: string;
  depth?: number;
  /** Operations that make no sense here. */
  without?: readonly Formula['op'][];
}

/** A formula put together from drop-downs; nothing is ever typed as code. */
export function FormulaPicker({ value, onPick, label, depth = 0, without = [] }: Props) {
  const texts = useEditorTexts();
  const places = usePlaces();
  const begin = useBegin();
  const isDeep = depth >= MOST_DEPTH;
  const ops = FORMULA_OPS.filter(
    (op) =>
      op !== (places.table ? 'column' : 'cell') &&
      (op === value.op || !without.includes(op)) &&
      (op === value.op || !isDeep || op === 'cell' || op === 'column' || op === 'number'),
  );
  return (
    <div className="formula" role="group" aria-label={label}>
      <span className="formula-label">{label}</span>
      <select
        aria-label={`${label}: ${texts.formula.operation}`}
        value={value.op}
        onChange={(event) => onPick(formulaOf(event.target.value as Formula['op'], value, begin))}
      >
        {ops.map((op) => (
          <option key={op} value={op}>
            {texts.formula.ops[op]}
          </option>
        ))}
      </select>
      <Parts value={value} onPick={onPick} depth={depth} />
    </div>
  );
}

function Parts({ value, onPick, depth }: { value: Formula; onPick: (value: Formula) => void; depth: number }) {
  const texts = useEditorTexts().formula;
  const places = usePlaces();
  const begin = useBegin();
  const inner = (label: string, part: Formula, put: (part: Formula) => Formula) => (
    <FormulaPicker label={label} value={part} depth={depth + 1} onPick={(next) => onPick(put(next))} />
  );
  switch (value.op) {
    case 'cell':
      return (
        <>
          <PlacePicker
            label={texts.row}
            none={texts.sameRow}
            options={places.rows}
            value={value.row}
            onPick={(row) => onPick({ ...value, row })}
          />
          <PlacePicker
            label={texts.measure}
            none={texts.sameMeasure}
            options={places.measures}
            value={value.measure}
            onPick={(measure) => onPick({ ...value, measure })}
          />
        </>
      );
    case 'column':
      return (
        <PlacePicker
          label={texts.column}
          options={places.columns}
          value={value.column}
          onPick={(column = value.column) => onPick({ ...value, column })}
        />
      );
    case 'number':
      return <NumberBox value={value.value} onPick={(number) => onPick({ ...value, value: number })} />;
    case 'sum':
    case 'difference':
      return (
        <Several
          of={value.of}
          add={() => onPick({ ...value, of: [...value.of, begin] })}
          remove={(at) => onPick({ ...value, of: value.of.filter((_, index) => index !== at) })}
        >
          {(part, at) => inner(String(at + 1), part, (next) => ({ ...value, of: value.of.with(at, next) }))}
        </Several>
      );
    case 'ratio':
      return (
        <>
          {inner(texts.a, value.a, (a) => ({ ...value, a }))}
          {inner(texts.b, value.b, (b) => ({ ...value, b }))}
          <label className="formula-line">
            {texts.scale}
            <select
              value={value.scale ?? '1'}
              onChange={(event) => onPick({ ...value, scale: event.target.value as '1' | '100' | '1000' })}
            >
              <option value="1">1</option>
              <option value="100">100 (%)</option>
              <option value="1000">1000 (‰)</option>
            </select>
          </label>
        </>
      );
    case 'growth':
      return (
        <>
          {inner(texts.a, value.a, (a) => ({ ...value, a }))}
          {inner(texts.b, value.b, (b) => ({ ...value, b }))}
        </>
      );
    case 'share':
      return (
        <>
          {inner(texts.part, value.part, (part) => ({ ...value, part }))}
          <span>{texts.of}</span>
          <Several
            of={value.of}
            add={() => onPick({ ...value, of: [...value.of, begin] })}
            remove={(at) => onPick({ ...value, of: value.of.filter((_, index) => index !== at) })}
          >
            {(part, at) => inner(String(at + 1), part, (next) => ({ ...value, of: value.of.with(at, next) }))}
          </Several>
        </>
      );
    case 'mean':
      return (
        <Several
          of={value.of}
          add={() => onPick({ ...value, of: [...value.of, { value: begin, weight: begin }] })}
          remove={(at) => onPick({ ...value, of: value.of.filter((_, index) => index !== at) })}
        >
          {(pair, at) => (
            <>
              {inner(texts.value, pair.value, (next) => ({
                ...value,
                of: value.of.with(at, { ...pair, value: next }),
              }))}
              {inner(texts.weight, pair.weight, (next) => ({
                ...value,
                of: value.of.with(at, { ...pair, weight: next }),
              }))}
            </>
          )}
        </Several>
      );
  }
}

/** Several parts below each other, at least one. */
export function Several<T>({
  of,
  add,
  remove,
  children,
  addLabel,
}: {
  of: readonly T[];
  add: () => void;
  remove: (at: number) => void;
  children: (part: T, at: number) => ReactNode;
  addLabel?: string;
}) {
  const texts = useEditorTexts().formula;
  return (
    <>
      {of.map((part, at) => (
        <div className="formula-part" key={at}>
          {children(part, at)}
          {of.length > 1 && (
            <button type="button" className="plain" onClick={() => remove(at)}>
              {texts.removePart} {at + 1}
            </button>
          )}
        </div>
      ))}
      <button type="button" className="plain" onClick={add}>
        {addLabel ?? texts.addPart}
      </button>
    </>
  );
}
