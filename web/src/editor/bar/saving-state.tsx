import { problemText } from '../../page/problem-text';
import { PageLink } from '../../page/router';
import { useEditorTexts } from '../../texts/editor';
import { useTexts } from '../../texts/texts';
import { useDraft, useOpenDraft } from '../draft/use-draft';

/** Whether the server has everything that was typed; where it does not, why and what can be done. */
export function SavingState() {
  const texts = useEditorTexts();
  const page = useTexts();
  const { store, formKey } = useOpenDraft();
  const saving = useDraft((state) => state.saving);
  const waiting = useDraft((state) => state.waiting);
  const problem = useDraft((state) => state.problem);
  if (saving === 'saved' || saving === 'saving') {
    return (
      <span className={`saving ${saving}`} role="status">
        {saving === 'saved' ? texts.saving.saved : texts.saving.saving(waiting)}
      </span>
    );
  }
  if (saving === 'unsent') {
    return (
      <span className="saving unsent" role="status">
        {texts.saving.unsent(waiting)}
        <button type="button" className="plain" onClick={store.retry}>
          {texts.saving.retry}
        </button>
      </span>
    );
  }
  return (
    <span className="saving stuck" role="alert">
      {texts.saving[saving]}: {problemText(problem, page)}
      {saving === 'ended' ? (
        <PageLink to={`/bieu-mau/${encodeURIComponent(formKey)}`}>{texts.saving.leave}</PageLink>
      ) : (
        <>
          <button type="button" className="plain" onClick={store.retry}>
            {texts.saving.retry}
          </button>
          <button type="button" className="plain" onClick={() => store.dropWaiting()}>
            {texts.saving.drop}
          </button>
        </>
      )}
    </span>
  );
}
