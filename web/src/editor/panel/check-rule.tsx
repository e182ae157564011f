import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useDefinition, useOpenDraft } from '../draft/use-draft';
import { editOf } from '../model/field';
import type { Check, Item, Json } from '../model/forms';
import { conditionInWords } from '../model/formula-words';
import { namesOf } from '../model/names';
import { ConditionPicker } from './condition-picker';
import { usePlaces } from './picker-options';
import { PlacePicker, PlacesPicker } from './place-picker';

/** Where a check stands, in which measures it is made, and what must hold. */
export function CheckRule({ member, fault }: { member: Item; fault?: string }) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const definition = useDefinition();
  const places = usePlaces();
  const check = member as unknown as Check;
  const put = (field: 'holds' | 'row' | 'column' | 'measures', value: unknown) => {
    const edit = editOf('checks', member, field, value as Json | undefined);
    if (edit) store.do([edit]);
  };
  return (
    <section className="panel-rule">
      <h3>{texts.fields['holds']}</h3>
      <p className="in-words">{conditionInWords(check.holds, namesOf({ definition, locale }), texts.words, locale)}</p>
      {fault && <p className="wrong">{fault}</p>}
      {places.table ? (
        <>
          <PlacePicker
            label={texts.recipe.other}
            none={texts.recipe.other}
            options={places.rows}
            value={check.row}
            onPick={(row) => put('row', row)}
          />
          <PlacesPicker
            label={texts.recipe.measures}
            none={texts.recipe.allMeasures}
            options={places.measures}
            value={check.measures ?? []}
            onPick={(measures) => put('measures', measures.length > 0 ? measures : undefined)}
          />
        </>
      ) : (
        <PlacePicker
          label={texts.formula.column}
          options={places.columns}
          value={check.column}
          onPick={(column) => put('column', column)}
        />
      )}
      <ConditionPicker label={texts.fields['holds']!} value={check.holds} onPick={(holds) => put('holds', holds)} />
    </section>
  );
}
