import { Dialog } from '../dialog';
import { useEffect, useState } from 'react';
import { problemText } from '../../page/problem-text';
import { useEditorTexts } from '../../texts/editor';
import { useTexts } from '../../texts/texts';
import type { DryRun, Example } from '../draft/answers';
import { useOpenDraft } from '../draft/use-draft';

interface Props {
  onFaults: () => void;
  onClose: () => void;
}

/** Looks for faults and plays the last round through the draft, once everything typed has arrived. */
export function CheckDialog({ onFaults, onClose }: Props) {
  const { store, desk } = useOpenDraft();
  const texts = useEditorTexts();
  const page = useTexts();
  const [found, setFound] = useState<{ dryRun?: DryRun; problem?: unknown }>();
  useEffect(() => {
    let isOpen = true;
    const check = async () => {
      await store.settled();
      const { revision } = store.state;
      const { faults, dryRun } = await desk.check(revision);
      store.learn({ faults, checkedRevision: faults.length === 0 ? revision : store.state.checkedRevision });
      if (!isOpen) return;
      if (faults.length > 0 || !dryRun) onFaults();
      else setFound({ dryRun });
    };
    check().catch((problem: unknown) => isOpen && setFound({ problem }));
    return () => {
      isOpen = false;
    };
    // One check a dialog.
  }, []);
  return (
    <Dialog
      title={texts.check.title}
      onCancel={onClose}
      footer={
        <button type="button" className="main" onClick={onClose}>
          {texts.check.close}
        </button>
      }
    >
      {!found && <p role="status">{texts.check.running}</p>}
      {found?.problem !== undefined && <p className="wrong">{problemText(found.problem, page)}</p>}
      {found?.dryRun && <Rehearsal dryRun={found.dryRun} />}
    </Dialog>
  );
}

function Rehearsal({ dryRun }: { dryRun: DryRun }) {
  const texts = useEditorTexts().check;
  return (
    <>
      <p>
        <strong>{texts.good}</strong>
      </p>
      <p>{dryRun.text}</p>
      <Examples title={texts.refused(dryRun.refusedCount)} of={dryRun.refused} />
      <Examples title={texts.warned(dryRun.warnedCount)} of={dryRun.warned} />
      <Examples title={texts.recomputed(dryRun.recomputed)} of={dryRun.recomputedSamples} />
    </>
  );
}

function Examples({ title, of }: { title: string; of: readonly Example[] }) {
  if (of.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className="said-list">
        {of.map(({ unitName, text }, at) => (
          <li key={at}>
            {unitName}: {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
