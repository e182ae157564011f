import type { LateItem } from '../api/types';
import { StatusLine } from '../owed/status-line';
import { showDay } from '../texts/days';
import { useTexts } from '../texts/texts';

/** What is known of something late: how far it is, what the unit said, what was promised. */
export function LateFacts({ item }: { item: LateItem }) {
  const texts = useTexts();
  const { progress, status, promise } = item;
  return (
    <div className="facts">
      {progress && <p>{texts.owed.progress(progress.answered, progress.asked)}</p>}
      {status ? <StatusLine status={status} /> : <p className="quiet">{texts.board.noStatus}</p>}
      {promise && (
        <p className="promise">
          <strong>{texts.board.promise(showDay(promise.promisedOn), promise.by)}</strong>
          {promise.note && `: ${promise.note}`}
        </p>
      )}
    </div>
  );
}
