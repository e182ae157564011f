import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useDefinition, useOpenDraft } from '../draft/use-draft';
import { editOf } from '../model/field';
import {
  type Condition,
  type Formula,
  formulaOf,
  type Item,
  type Json,
  keptByColumn,
  keptByMeasure,
  type ListName,
  type Reference,
} from '../model/forms';
import { conditionInWords, formulaInWords } from '../model/formula-words';
import { membersOf } from '../model/members';
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

/** When a row or a column is asked at all; unset, it always is. */
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

/** How a row, a measure or a column is worked out; unset, it is asked. */
export function ComputedRule({ list, member, fault }: Props & { list: keyof typeof KEPT }) {
  const rule = useRule(list, member, 'computed');
  const texts = useEditorTexts();
  const value = formulaOf(member as Parameters<typeof formulaOf>[0]);
  const put = (formula: Formula) => rule.put(KEPT[list](formula), NOT_ASKED[list]);
  const { first, second } = rule;
  // What there is nothing to work out of is not offered.
  if (!value && (!first || !second || (list !== 'measures' && !NUMBERS.includes(member['type'])))) return null;
  const begin = (): Formula =>
    list === 'measures'
      ? { op: 'ratio', a: first!, b: second!, scale: '100' }
      : { op: list === 'rows' ? 'sum' : 'difference', of: [first!, second!] };
  return (
    <Rule
      title={texts.fields['computed']!}
      words={value && `= ${formulaInWords(value, rule.names, texts.words, rule.locale)}`}
      fault={fault}
      onSet={() => put(begin())}
      onClear={() => rule.put(undefined)}
    >
      {value && (
        <BeginWith value={rule.begin}>
          <FormulaPicker label={texts.fields['computed']!} value={value} onPick={put} />
        </BeginWith>
      )}
    </Rule>
  );
}

const NUMBERS: readonly unknown[] = ['number', 'integer', 'percent', 'money'];

/** A rule that has a name is kept by it, as it always was. */
const KEPT = { rows: (formula: Formula) => formula, measures: keptByMeasure, columns: keptByColumn };

/** What is worked out is neither required of anybody nor asked. */
const NOT_ASKED = {
  rows: { required: false },
  measures: { required: false, asked: false },
  columns: { required: false },
} as const;

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
  // A rule over this very row, measure or column would be a circle: it begins with others where there are others.
  const others = (options: { value: string }[]) => options.map((one) => one.value).filter((one) => one !== member.key);
  const figures = new Set(
    membersOf(definition, places.table ? 'rows' : 'columns')
      .filter((one) => field === 'visibleWhen' || NUMBERS.includes(one['type']))
      .map(({ key }) => key),
  );
  const known: Reference[] =
    list === 'measures'
      ? others(places.measures).map((measure) => ({ op: 'cell', measure }))
      : places.table
        ? others(places.rows).flatMap((row) => (figures.has(row) ? [{ op: 'cell' as const, row }] : []))
        : others(places.columns).flatMap((column) =>
            list !== 'columns' || figures.has(column) ? [{ op: 'column' as const, column }] : [],
          );
  const [first, second = first] = known;
  return {
    value: member[field],
    locale,
    names: namesOf({ definition, locale }),
    first,
    second,
    begin: first ?? newReference(places.table, ''),
    /** The rule, and with it other fields of the row as one act. */
    put: (value: unknown, also: Record<string, Json> = {}) => {
      const fields = Object.entries({ ...also, [field]: value as Json | undefined });
      store.do(
        fields.flatMap(([name, to]) => {
          const edit = editOf(list, member, name, to);
          return edit ? [edit] : [];
        }),
      );
    },
  };
}
