import type { paths } from '../api/schema';
import { typed } from '../api/typed';
import type { Locale } from '../api/types';
import { useAnswer, useChange } from '../api/use-answer';

type Answer<P extends '/api/texts' | '/api/texts/{key}/history'> =
  paths[P]['get']['responses'][200]['content']['application/json'];
export type WordedText = Answer<'/api/texts'>[number];
export type Wording = WordedText['vi'];

/** Texts are worded on several pages. */
export const TEXTS = 'texts';

/** The texts whose key begins so; all of them where nothing is said. */
export const useTextsOf = (prefix: string) =>
  useAnswer([TEXTS, prefix], (signal) => typed.GET('/api/texts', { signal, params: { query: { prefix } } }), {
    keep: true,
  });

export const useHistoryOf = (key: string, locale: Locale) =>
  useAnswer([TEXTS, 'history', key, locale], (signal) =>
    typed.GET('/api/texts/{key}/history', { signal, params: { path: { key }, query: { locale } } }),
  );

export interface Wish {
  key: string;
  locale: Locale;
  /** Null: what the catalog says. */
  text: string | null;
  toPlanned: boolean;
  confirmed: boolean;
  /** The version that was seen; where another's came in between nothing is changed. */
  seen?: number;
}
export const useReword = () =>
  useChange<Wish>(TEXTS, ({ key, ...body }) => typed.PUT('/api/texts/{key}', { params: { path: { key } }, body }));

export const useUndoWording = () =>
  useChange<Pick<Wish, 'key' | 'locale' | 'toPlanned' | 'seen'>>(TEXTS, ({ key, ...body }) =>
    typed.POST('/api/texts/{key}/undo', { params: { path: { key } }, body }),
  );
