import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import type { SaidCarry } from '../draft/answers';
import { useDefinition } from '../draft/use-draft';
import type { FormDefinition } from '../model/forms';
import { memberOf, membersOf, nameOf } from '../model/members';
import { NumberBox } from '../panel/number-box';

interface Props {
  carries: readonly SaidCarry[];
  onChange: (carries: SaidCarry[]) => void;
}

/** How answers go on in the new version: proposed by the engine, confirmed or changed here. */
export function CarriesEditor({ carries, onChange }: Props) {
  const texts = useEditorTexts();
  if (carries.length === 0) return null;
  return (
    <section aria-label={texts.publish.carries}>
      <h3>{texts.publish.carries}</h3>
      <ul className="said-list">
        {carries.map((carry, at) => (
          <li key={at}>
            <p>{carry.text}</p>
            <CarryChoice carry={carry} onChange={(next) => onChange(carries.with(at, next))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CarryChoice({ carry, onChange }: { carry: SaidCarry; onChange: (carry: SaidCarry) => void }) {
  const texts = useEditorTexts().publish;
  const { locale } = useLanguage();
  const definition = useDefinition();
  switch (carry.do) {
    case 'rename':
      return (
        <label className="formula-line">
          {texts.toKey}
          <select
            value={carry.to ?? ''}
            onChange={(event) => onChange({ ...carry, to: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{texts.aside}</option>
            {membersOf(definition, carry.list).map((member) => (
              <option key={member.key} value={member.key}>
                {nameOf(member, locale)}
              </option>
            ))}
          </select>
        </label>
      );
    case 'scale':
      return (
        <div className="formula-line">
          <span>{texts.factor}</span>
          <NumberBox label={texts.factor} value={carry.factor} onPick={(factor) => onChange({ ...carry, factor })} />
        </div>
      );
    case 'choices':
      return Object.entries(carry.map).map(([from, to]) => (
        <label className="formula-line" key={from}>
          {texts.choiceTo(from)}
          <select
            value={to ?? ''}
            onChange={(event) =>
              onChange({
                ...carry,
                map: { ...carry.map, [from]: event.target.value === '' ? null : event.target.value },
              })
            }
          >
            <option value="">{texts.aside}</option>
            {choicesOf(definition, carry).map((choice) => (
              <option key={choice.key} value={choice.key}>
                {nameOf(choice, locale)}
              </option>
            ))}
          </select>
        </label>
      ));
  }
}

function choicesOf(
  definition: FormDefinition,
  { list, key }: Extract<SaidCarry, { do: 'choices' }>,
): { key: string }[] {
  return (memberOf(definition, list, key)?.['choices'] as { key: string }[] | undefined) ?? [];
}
