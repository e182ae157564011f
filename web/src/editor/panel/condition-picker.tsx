import { useEffect, useState } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useDefinition } from '../draft/use-draft';
import { dayOfText, dayText } from '../model/forms';
import type { Comparison, Condition, Reference } from '../model/forms';
import { linesOf, memberOf, nameOf } from '../model/members';
import { CONDITION_OPS, conditionOfOp, MOST_DEPTH, SIGNS } from '../model/new-formula';
import { FormulaPicker, Several } from './formula-picker';
import { useBegin, usePlaces } from './picker-options';

interface Props {
  value: Condition;
  onPick: (value: Condition) => void;
  label: string;
  depth?: number;
}

const NOT_A_PLACE = ['number', 'sum', 'difference', 'ratio', 'growth', 'share', 'mean'] as const;

/** A condition put together from drop-downs. */
export function ConditionPicker({ value, onPick, label, depth = 0 }: Props) {
  const texts = useEditorTexts().formula;
  const places = usePlaces();
  const begin = useBegin();
  const ops = CONDITION_OPS.filter((op) => depth < MOST_DEPTH || op === value.op || (op !== 'and' && op !== 'or'));
  const place = (of: Reference, put: (of: Reference) => Condition) => (
    <FormulaPicker
      label={places.table ? texts.row : texts.column}
      value={of}
      depth={MOST_DEPTH}
      without={NOT_A_PLACE}
      onPick={(next) => (next.op === 'cell' || next.op === 'column') && onPick(put(next))}
    />
  );
  return (
    <div className="formula" role="group" aria-label={label}>
      <span className="formula-label">{label}</span>
      <select
        aria-label={`${label}: ${texts.operation}`}
        value={value.op}
        onChange={(event) => onPick(conditionOfOp(event.target.value as Condition['op'], value, begin))}
      >
        {ops.map((op) => (
          <option key={op} value={op}>
            {texts.conditions[op]}
          </option>
        ))}
      </select>
      {value.op === 'compare' && (
        <>
          <FormulaPicker label={texts.a} value={value.a} depth={depth + 1} onPick={(a) => onPick({ ...value, a })} />
          <select
            aria-label={texts.by}
            value={value.by}
            onChange={(event) => onPick({ ...value, by: event.target.value as Comparison })}
          >
            {SIGNS.map((sign) => (
              <option key={sign} value={sign}>
                {sign.replace('<=', '≤').replace('>=', '≥').replace('!=', '≠')}
              </option>
            ))}
          </select>
          <FormulaPicker label={texts.b} value={value.b} depth={depth + 1} onPick={(b) => onPick({ ...value, b })} />
        </>
      )}
      {value.op === 'answered' && place(value.of, (of) => ({ ...value, of }))}
      {value.op === 'is' && (
        <>
          {place(value.of, (of) => ({ ...value, of }))}
          <AnswerBox of={value.of} value={value.value} onPick={(answer) => onPick({ ...value, value: answer })} />
        </>
      )}
      {(value.op === 'and' || value.op === 'or') && (
        <Several
          of={value.of}
          addLabel={texts.addCondition}
          add={() => onPick({ ...value, of: [...value.of, { op: 'answered', of: begin }] })}
          remove={(at) => onPick({ ...value, of: value.of.filter((_, index) => index !== at) })}
        >
          {(part, at) => (
            <ConditionPicker
              label={String(at + 1)}
              value={part}
              depth={depth + 1}
              onPick={(next) => onPick({ ...value, of: value.of.with(at, next) })}
            />
          )}
        </Several>
      )}
    </div>
  );
}

/** The answer that is meant: yes or no, one of the choices, or a text. */
function AnswerBox({
  of,
  value,
  onPick,
}: {
  of: Reference;
  value: string | boolean;
  onPick: (value: string | boolean) => void;
}) {
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const definition = useDefinition();
  const list = definition.kind === 'indicators' ? 'rows' : linesOf(definition.kind);
  const member = memberOf(definition, list, of.op === 'column' ? of.column : (of.row ?? ''));
  const choices = member?.['type'] === 'choice' ? (member['choices'] as { key: string }[] | undefined) : undefined;
  const isDay = member?.['type'] === 'date';
  const stands = isDay ? dayText(String(value)) : String(value);
  const [text, setText] = useState(stands);
  useEffect(() => setText(stands), [stands]);
  if (choices) {
    return (
      <select aria-label={texts.formula.value} value={String(value)} onChange={(event) => onPick(event.target.value)}>
        {choices.some((choice) => choice.key === value) ? null : <option value={String(value)}>—</option>}
        {choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {nameOf(choice, locale)}
          </option>
        ))}
      </select>
    );
  }
  if (member === undefined || member['type'] === 'boolean') {
    return (
      <select
        aria-label={texts.formula.value}
        value={String(value)}
        onChange={(event) => onPick(event.target.value === 'true')}
      >
        <option value="true">{texts.yesNo.yes}</option>
        <option value="false">{texts.yesNo.no}</option>
      </select>
    );
  }
  return (
    <input
      type="text"
      aria-label={texts.formula.value}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        const typed = text.normalize('NFC').trim();
        onPick((isDay && dayOfText(typed)) || typed);
      }}
    />
  );
}
