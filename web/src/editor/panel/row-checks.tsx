import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useDefinition, useOpenDraft } from '../draft/use-draft';
import { wordOf } from '../model/cell-text';
import type { Check, Item } from '../model/forms';
import { conditionInWords } from '../model/formula-words';
import { membersOf } from '../model/members';
import { namesOf } from '../model/names';
import { referencesIn } from '../model/references';
import { removeEdits } from '../model/row-steps';
import { NewCheck } from './new-check';

interface Props {
  list: 'rows' | 'columns' | 'questions';
  member: Item;
  /** Opens a check in its own tab, where its condition is changed. */
  onOpen: (key: string) => void;
}

/** The checks that look at one row, in words, and the ways to add one. */
export function RowChecks({ list, member, onOpen }: Props) {
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const { store } = useOpenDraft();
  const definition = useDefinition();
  const names = namesOf({ definition, locale });
  const checks = membersOf(definition, 'checks').filter((item) => looksAt(item as unknown as Check, list, member.key));
  return (
    <>
      {checks.length === 0 && <p className="quiet">{texts.panel.noChecks}</p>}
      <ul className="check-list">
        {checks.map((item) => {
          const check = item as unknown as Check;
          return (
            <li key={check.key}>
              <p>
                <strong>{wordOf({ name: 'level' }, check.level, texts)}</strong>{' '}
                {conditionInWords(check.holds, names, texts.words, locale)}
              </p>
              <button type="button" className="plain" onClick={() => onOpen(check.key)}>
                {texts.recipe.edit}
              </button>
              <button type="button" className="plain" onClick={() => store.do(removeEdits('checks', [item]))}>
                {texts.recipe.remove}
              </button>
            </li>
          );
        })}
      </ul>
      <NewCheck key={member.key} list={list} member={member} />
    </>
  );
}

function looksAt(check: Check, list: Props['list'], key: string): boolean {
  if (list !== 'rows') {
    return check.column === key || referencesIn(check.holds).some((one) => one.op === 'column' && one.column === key);
  }
  return check.row === key || referencesIn(check.holds).some((one) => one.op === 'cell' && one.row === key);
}
