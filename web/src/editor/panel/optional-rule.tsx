import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useDefinition, useOpenDraft } from '../draft/use-draft';
import { editOf } from '../model/field';
import type { Condition, Formula, Item, Json, ListName } from '../model/forms';
import { conditionInWords, formulaInWords } from '../model/formula-words';
import { namesOf } from '../model/names';
import { newReference } from '../model/new-formula';
import { ConditionPicker } from './condition-picker';
import { FormulaPicker } from './formula-picker';
import { BeginWith, usePlaces } from './picker-options';

interface Props {
  list: ListName;
  member: Item;
  fault?: string;
}

/** When a row is asked at all; unset, it always is. */
export function VisibleWhen({ list, member, fault }: Props) {
  const rule = useRule(list, member, 'visibleWhen');
  const texts = useEditorTexts();
  const value = rule.value as unknown as Condition | undefined;
  const begin = (): Condition => ({ op: 'answered', of: rule.begin });
  return (
    <Rule
      title={texts.fields['visibleWhen']!}
      words={value && conditionInWords(value, rule.names, texts.words, rule.locale)}
      fault={fault}
      onSet={() => rule.put(begin())}
      onClear={() => rule.put(undefined)}
    >
      {value && (
        <BeginWith value={rule.begin}>
          <ConditionPicker label={texts.fields['visibleWhen']!} value={value} onPick={rule.put} />
        </BeginWith>
      )}
    </Rule>
  );
}

/** How a row is worked out; unset, it is asked. */
export function ComputedRule({ list, member, fault }: Props) {
  const rule = useRule(list, member, 'computed');
  const texts = useEditorTexts();
  const value = rule.value as unknown as Formula | undefined;
  const begin = (): Formula => ({ op: 'sum', of: [rule.begin, rule.begin] });
  return (
    <Rule
      title={texts.fields['computed']!}
      words={value && `= ${formulaInWords(value, rule.names, texts.words, rule.locale)}`}
      fault={fault}
      onSet={() => rule.put(begin(), NOT_REQUIRED)}
      onClear={() => rule.put(undefined)}
    >
      {value && (
        <BeginWith value={rule.begin}>
          <FormulaPicker label={texts.fields['computed']!} value={value} onPick={rule.put} />
        </BeginWith>
      )}
    </Rule>
  );
}

function Rule({
  title,
  words,
  fault,
  onSet,
  onClear,
  children,
}: {
  title: string;
  words: string | undefined;
  fault: string | undefined;
  onSet: () => void;
  onClear: () => void;
  children: React.ReactNode;
}) {
  const texts = useEditorTexts();
  return (
    <section className="panel-rule">
      <h3>{title}</h3>
      {words === undefined ? <p className="quiet">{texts.panel.unseen}</p> : <p className="in-words">{words}</p>}
      {fault && <p className="wrong">{fault}</p>}
      {children}
      <button type="button" className="plain" onClick={words === undefined ? onSet : onClear}>
        {words === undefined ? texts.panel.set : texts.panel.clear}: {title}
      </button>
    </section>
  );
}

function useRule(list: ListName, member: Item, field: 'visibleWhen' | 'computed') {
  const { store } = useOpenDraft();
  const definition = useDefinition();
  const { locale } = useLanguage();
  const places = usePlaces();
  // A rule over this very row would be a circle: it begins with another one where there is another.
  const other = (options: { value: string }[]) => options.find((one) => one.value !== member.key)?.value;
  const begin = places.table
    ? ({ op: 'cell', row: other(places.rows) } as const)
    : newReference(false, other(places.columns) ?? '');
  return {
    value: member[field],
    locale,
    names: namesOf({ definition, locale }),
    begin,
    /** The rule, and with it other fields of the row as one act. */
    put: (value: Formula | Condition | undefined, also: Record<string, Json> = {}) => {
      const fields = Object.entries({ ...also, [field]: value as unknown as Json | undefined });
      store.do(
        fields.flatMap(([name, to]) => {
          const edit = editOf(list, member, name, to);
          return edit ? [edit] : [];
        }),
      );
    },
  };
}

/** What is worked out cannot be required of anybody. */
const NOT_REQUIRED = { required: false };
