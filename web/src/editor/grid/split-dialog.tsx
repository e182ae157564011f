import { Checkbox } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { editorTexts, useEditorTexts } from '../../texts/editor';
import { Dialog } from '../dialog';
import { useOpenDraft } from '../draft/use-draft';
import { applyEdits } from '../model/apply-edits';
import { checkOf, partsOf } from '../model/check-recipes';
import type { FormDefinition, Item } from '../model/forms';
import { memberOf, membersOf, nameOf } from '../model/members';
import { namesOf } from '../model/names';
import { freeKey } from '../model/new-key';
import { addEdits } from '../model/row-steps';
import { lastOf, namesIn, partsNamed } from '../model/split-row';

const NUMBERS: readonly unknown[] = ['number', 'integer', 'money'];

/** Asks into which parts a row is split, a name a line; they stand below it, and it stays as it is. One undo takes it back. */
export function SplitDialog({ rowKey, onDone }: { rowKey: string; onDone: (first?: string) => void }) {
  const texts = useEditorTexts();
  const { store } = useOpenDraft();
  const id = useId();
  const [typed, setTyped] = useState('');
  const { definition } = store.state;
  const row = memberOf(definition, 'rows', rowKey);
  const addsUp = NUMBERS.includes(row?.['type']);
  const [mustAddUp, setMustAddUp] = useState(true);
  const names = namesIn(typed);
  const split = (event: FormEvent) => {
    event.preventDefault();
    if (!row || names.length === 0) return;
    const parts = partsNamed(names, row, definition);
    const rows = addEdits(definition, 'rows', parts, lastOf(row, definition));
    const after = applyEdits(definition, rows).definition;
    const checks = addsUp && mustAddUp ? addEdits(definition, 'checks', [sumCheck(row, after)]) : [];
    store.do([...rows, ...checks]);
    onDone(parts[0]!.key);
  };
  return (
    <Dialog
      title={texts.splitting.title(row ? nameOf(row, 'vi') : rowKey)}
      onCancel={() => onDone()}
      footer={
        <div className="buttons">
          <button type="submit" form={`${id}-form`} className="main" disabled={names.length === 0}>
            {texts.splitting.split}
          </button>
          <button type="button" onClick={() => onDone()}>
            {texts.adding.cancel}
          </button>
        </div>
      }
    >
      <form id={`${id}-form`} onSubmit={split} className="editor-form">
        <p className="quiet">{texts.splitting.hint}</p>
        <div className="panel-field">
          <label htmlFor={`${id}-names`}>{texts.splitting.names}</label>
          <textarea
            id={`${id}-names`}
            rows={5}
            maxLength={4000}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {addsUp && (
          <Checkbox checked={mustAddUp} onChange={(event) => setMustAddUp(event.target.checked)}>
            {texts.splitting.mustAddUp}
          </Checkbox>
        )}
      </form>
    </Dialog>
  );
}

/** That the parts add up to the row; where they do not, it is asked why. */
function sumCheck(row: Item, definition: FormDefinition): Item {
  const taken = new Set(membersOf(definition, 'checks').map(({ key }) => key));
  const speak = (locale: 'vi' | 'en') => ({
    names: namesOf({ definition, locale }),
    words: editorTexts[locale].words,
    mustHold: editorTexts[locale].recipe.mustHold,
  });
  return checkOf(
    { sort: 'sum', parts: partsOf(membersOf(definition, 'rows'), row) },
    { list: 'rows', member: row, level: 'soft', key: freeKey(`${row.key.replaceAll('/', '-')}-sum`, taken) },
    { vi: speak('vi'), en: speak('en') },
  );
}
