import { useState } from 'react';
import { editorTexts, useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useOpenDraft } from '../draft/use-draft';
import { checkOf, conditionOf, partsOf, type Recipe } from '../model/check-recipes';
import type { Comparison, Item } from '../model/forms';
import { conditionInWords } from '../model/formula-words';
import { membersOf } from '../model/members';
import { namesOf } from '../model/names';
import { freeKey } from '../model/new-key';
import { SIGNS } from '../model/new-formula';
import { addEdits } from '../model/row-steps';
import { NumberBox } from './number-box';
import { usePlaces } from './picker-options';
import { PlacePicker, PlacesPicker } from './place-picker';

type CheckedList = 'rows' | 'columns' | 'questions';

/** A check in three clicks: which kind, which row, how strict. */
export function NewCheck({ list, member }: { list: CheckedList; member: Item }) {
  const texts = useEditorTexts();
  const [sort, setSort] = useState<Recipe['sort'] | undefined>();
  return (
    <div className="new-check">
      <div className="buttons">
        {(['against', 'sum', 'between'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={sort === one}
            onClick={() => setSort(sort === one ? undefined : one)}
          >
            {texts.recipe[one]}
          </button>
        ))}
      </div>
      {sort && <RecipeForm key={sort} sort={sort} list={list} member={member} onDone={() => setSort(undefined)} />}
    </div>
  );
}

function RecipeForm({
  sort,
  list,
  member,
  onDone,
}: {
  sort: Recipe['sort'];
  list: CheckedList;
  member: Item;
  onDone: () => void;
}) {
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const { store } = useOpenDraft();
  const places = usePlaces();
  const { definition } = store.state;
  const [by, setBy] = useState<Comparison>('<=');
  const [other, setOther] = useState<string>();
  const [parts, setParts] = useState<string[]>(() => partsOf(membersOf(definition, list), member));
  const [min, setMin] = useState('');
  const [max, setMax] = useState('');
  const options = (places.table ? places.rows : places.columns).filter((one) => one.value !== member.key);
  const recipe = recipeOf();
  const said =
    recipe &&
    conditionInWords(conditionOf(recipe, list, member.key), namesOf({ definition, locale }), texts.words, locale);

  function recipeOf(): Recipe | undefined {
    if (sort === 'against') return other === undefined ? undefined : { sort, by, other };
    if (sort === 'sum') return parts.length === 0 ? undefined : { sort, parts };
    return min === '' && max === '' ? undefined : { sort, min: min || undefined, max: max || undefined };
  }

  const add = (level: 'hard' | 'soft') => {
    if (!recipe) return;
    const key = freeKey(
      `${member.key.replaceAll('/', '-')}-${sort}`,
      new Set(membersOf(definition, 'checks').map((check) => check.key)),
    );
    const speak = (language: 'vi' | 'en') => ({
      names: namesOf({ definition, locale: language }),
      words: editorTexts[language].words,
      mustHold: editorTexts[language].recipe.mustHold,
    });
    const check = checkOf(recipe, { list, member, level, key }, { vi: speak('vi'), en: speak('en') });
    store.do(addEdits(definition, 'checks', [check]));
    onDone();
  };

  return (
    <div className="act">
      {sort === 'against' && (
        <div className="formula-line">
          <select
            aria-label={texts.formula.by}
            value={by}
            onChange={(event) => setBy(event.target.value as Comparison)}
          >
            {SIGNS.map((sign) => (
              <option key={sign} value={sign}>
                {sign.replace('<=', '≤').replace('>=', '≥').replace('!=', '≠')}
              </option>
            ))}
          </select>
          <PlacePicker label={texts.recipe.other} options={options} value={other} onPick={setOther} />
        </div>
      )}
      {sort === 'sum' && <PlacesPicker label={texts.recipe.parts} options={options} value={parts} onPick={setParts} />}
      {sort === 'between' && (
        <div className="formula-line">
          <span>{texts.recipe.from}</span>
          <NumberBox eager label={texts.recipe.from} value={min} onPick={setMin} />
          <span>{texts.recipe.to}</span>
          <NumberBox eager label={texts.recipe.to} value={max} onPick={setMax} />
        </div>
      )}
      <p className={recipe ? 'in-words' : 'quiet'}>{said ?? texts.recipe.incomplete}</p>
      <div className="buttons">
        <button type="button" className="main" disabled={!recipe} onClick={() => add('hard')}>
          {texts.recipe.hard}
        </button>
        <button type="button" disabled={!recipe} onClick={() => add('soft')}>
          {texts.recipe.soft}
        </button>
      </div>
    </div>
  );
}
