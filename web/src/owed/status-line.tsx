import type { Status } from '../api/types';
import { showDay, showInstant } from '../texts/days';
import { useTexts } from '../texts/texts';

/** What the unit last said of itself by chat, in one line. */
export function StatusLine({ status }: { status: Status }) {
  const texts = useTexts();
  const { stateLabel, progress, difficulty, expectedOn, more, saidAt } = status;
  const parts = [
    stateLabel,
    progress != null && progress !== '' ? texts.status.progress(String(progress)) : undefined,
    difficulty ? texts.status.difficulty(difficulty) : undefined,
    expectedOn ? texts.status.expected(showDay(expectedOn)) : undefined,
    ...more.map(({ label, value, note }) => texts.status.more(label, value, note)),
    texts.status.saidAt(showInstant(saidAt)),
  ];
  return (
    <p className="status">
      <span className="quiet">{texts.status.title}: </span>
      {parts.filter(Boolean).join(', ')}
    </p>
  );
}
