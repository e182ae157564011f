import { useRefresh } from '../api/refresh';
import type { Locale } from '../api/types';
import { Problem } from '../page/problem';
import { showInstant } from '../texts/days';
import { useWordingTexts } from '../texts/wording';
import { useHistoryOf, useUndoWording, type WordedText } from './queries';

/** Who worded a text anew and when, the newest first; the newest can be taken back. */
export function WordingHistory({ text, locale }: { text: WordedText; locale: Locale }) {
  const texts = useWordingTexts();
  const { refresh } = useRefresh();
  const { data } = useHistoryOf(text.key, locale);
  const undo = useUndoWording();
  if (!data || data.length === 0) return null;
  const back = () =>
    undo.mutate(
      { key: text.key, locale, toPlanned: false, seen: text[locale].version },
      { onSuccess: () => refresh(texts.undone) },
    );
  return (
    <details>
      <summary>{texts.history(data.length)}</summary>
      <ol className="person-acts-list">
        {data.map(({ version, text: said, by, at }) => (
          <li key={version}>
            <span>
              {by}, <time dateTime={at}>{showInstant(at)}</time>:{' '}
              <span lang={locale}>{said === undefined ? texts.catalogAgain : `«${said}»`}</span>
            </span>
          </li>
        ))}
      </ol>
      <button type="button" disabled={undo.isPending} onClick={back}>
        {texts.undo}
      </button>
      <Problem of={undo.error} />
    </details>
  );
}
