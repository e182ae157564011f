import { AskFirst } from '../page/ask-first';
import { useState } from 'react';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { showInstant } from '../texts/days';
import { useLadderTexts } from '../texts/ladder';
import { ApplyDialog } from './apply-dialog';
import { type Draft, useApplyDraft, useDiscardDraft } from './queries';

/** The draft that is open: what it lacks, what it would change, and the ways out of it. */
export function DraftBar({ draft, today }: { draft: Draft; today: string }) {
  const texts = useLadderTexts();
  const { refresh } = useRefresh();
  const [isApplying, setApplying] = useState(false);
  const apply = useApplyDraft();
  const discard = useDiscardDraft();
  return (
    <div className="draft-bar" role="group" aria-label={texts.publish}>
      <p>{texts.draft(draft.changedBy, showInstant(draft.changedAt))}</p>
      {draft.faults.length > 0 && <p className="wrong">{texts.draftFaults(draft.faults.length)}</p>}
      <Problem of={discard.error} />
      <div className="buttons">
        <button type="button" className="main" disabled={draft.faults.length > 0} onClick={() => setApplying(true)}>
          {texts.publish}
        </button>
        <AskFirst
          title={texts.discardSure}
          okText={texts.yes}
          cancelText={texts.no}
          onConfirm={() => {
            void discard.mutateAsync().then(
              () => refresh(texts.discarded),
              () => undefined,
            );
          }}
        >
          <button type="button">{texts.discard}</button>
        </AskFirst>
      </div>
      {isApplying && (
        <ApplyDialog
          title={texts.publish}
          ladder={draft.ladder}
          today={today}
          busy={apply.isPending}
          problem={apply.error}
          apply={(wish) =>
            // The draft, and this bar with it, is gone before the callbacks of `mutate` would be called.
            void apply.mutateAsync({ revision: draft.revision, ...wish }).then(
              ({ version, replanned }) => refresh(texts.applied(version, replanned)),
              () => undefined,
            )
          }
          close={() => setApplying(false)}
        />
      )}
    </div>
  );
}
