import type { LateItem } from '../api/types';
import { StatusLine } from '../owed/status-line';
import { showDay, showInstant } from '../texts/days';
import { useBoardActsTexts } from '../texts/board-acts';
import { useTexts } from '../texts/texts';

/** What is known of something late: how far it is, what the unit said, what was promised. */
export function LateFacts({ item, today }: { item: LateItem; today: string }) {
  const texts = useTexts();
  const acts = useBoardActsTexts();
  const { progress, status, promise, acknowledged } = item;
  return (
    <div className="facts">
      {progress && <p>{texts.owed.progress(progress.answered, progress.asked)}</p>}
      {status ? <StatusLine status={status} /> : <p className="quiet">{texts.board.noStatus}</p>}
      {acknowledged && <p>{acts.takenOn(acknowledged.by, showInstant(acknowledged.at))}</p>}
      {promise && (
        <p className="promise">
          <strong>{texts.board.promise(showDay(promise.promisedOn), promise.by)}</strong>
          {promise.note && `: ${promise.note}`}
        </p>
      )}
      {promise && promise.promisedOn < today && <p className="late">{acts.broken}</p>}
    </div>
  );
}
