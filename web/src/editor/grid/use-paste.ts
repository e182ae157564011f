import { useCallback, useState } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { useOpenDraft } from '../draft/use-draft';
import { fieldsOf } from '../model/fields';
import type { ListName } from '../model/forms';
import { type Pasted, type PastePlace, planPaste } from '../model/paste';
import { useReading } from './use-reading';

/** Pasting a rectangle: what would come of it is worked out first; where cells are faulty the person is asked. */
export function usePaste(list: ListName, onSaid: (sentence: string) => void) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const reading = useReading();
  const [asked, setAsked] = useState<Pasted>();
  const apply = useCallback(
    ({ edits, changed, added }: Pasted) => {
      setAsked(undefined);
      store.do(edits);
      onSaid(edits.length === 0 ? texts.pasting.nothing : texts.pasting.done(changed, added));
    },
    [store, texts, onSaid],
  );
  const paste = useCallback(
    (cells: string[][], at: Pick<PastePlace, 'row' | 'column' | 'members'>) => {
      const plan = planPaste(cells, { list, fields: fieldsOf[list], ...at }, reading());
      if (plan.tooMany) onSaid(texts.pasting.tooMany(cells.length));
      else if (plan.faults.length > 0) setAsked(plan);
      else apply(plan);
    },
    [list, reading, texts, onSaid, apply],
  );
  return { paste, asked, apply, cancel: useCallback(() => setAsked(undefined), []) };
}
