import { useState } from 'react';
import { SomeOf } from '../page/some-of';
import { useCalendarTexts } from '../texts/calendar';
import { dayOf, showDay } from '../texts/days';
import { OutageDialog } from './outage-dialog';
import type { Standing, StandingMove, YearLine } from './queries';
import { UndoMove } from './undo-move';

/** Every move that stands, of whatever sort, each taken back by itself; outages are recorded here. */
export function MovesTab({
  standing,
  lines,
  today,
}: {
  standing: Standing;
  lines: readonly YearLine[];
  today: string;
}) {
  const texts = useCalendarTexts();
  const [isOpen, setOpen] = useState(false);
  const about = ({ what, planYear }: StandingMove): string => {
    if (what.holidays !== undefined) return `${texts.moveSorts.holidays}: ${what.holidays}`;
    if (what.milestone === undefined) {
      return `${texts.moveSorts.outage} ${texts.outageSpan(showDay(what.from ?? ''), showDay(what.to ?? ''))}`;
    }
    const title = lines.find((line) => line.milestone === what.milestone)?.title ?? what.milestone;
    return `${title}, ${planYear ?? ''}`;
  };
  return (
    <>
      <p className="quiet">{texts.movesHint}</p>
      <div className="buttons">
        <button type="button" className="main" onClick={() => setOpen(true)}>
          {texts.recordOutage}
        </button>
      </div>
      {standing.moves.length === 0 ? (
        <p>{texts.noMoves}</p>
      ) : (
        <SomeOf all={standing.moves}>
          {(move) => (
            <li key={move.id} className="row form-row">
              <div>
                <h3 className="row-title">{about(move)}</h3>
                <p>{texts.moveBecause(showDay(dayOf(move.madeAt)), move.moved, move.reason)}</p>
              </div>
              <div className="form-state">
                <div className="buttons">
                  <UndoMove move={move} what={about(move)} today={today} />
                </div>
              </div>
            </li>
          )}
        </SomeOf>
      )}
      {isOpen && <OutageDialog today={today} close={() => setOpen(false)} />}
    </>
  );
}
