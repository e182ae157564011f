import { useCallback, useRef } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useOpenDraft } from '../draft/use-draft';
import type { Reading } from '../model/cell-text';

/** What cells are read and written with, as it is at the moment of asking; the function itself stays the same. */
export function useReading(): () => Reading {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const now = useRef({ texts, locale });
  now.current = { texts, locale };
  return useCallback(
    () => ({ ...now.current, definition: store.state.definition, audiences: store.state.audiences }),
    [store],
  );
}
