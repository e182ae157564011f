import { useState } from 'react';
import { useCalendarTexts } from '../texts/calendar';
import { dayOf, showDay } from '../texts/days';
import { MilestoneDays } from './milestone-days';
import { MoveDialog } from './move-dialog';
import { OwedDrawer } from './owed-drawer';
import type { StandingMove, YearLine } from './queries';
import { UndoMove } from './undo-move';

interface Given {
  line: YearLine;
  planYear: number;
  today: string;
  moves: readonly StandingMove[];
}

/** One milestone: who, by when, on what grounds, how far; its due day is moved and moved back here. */
export function MilestoneRow({ line, planYear, today, moves }: Given) {
  const texts = useCalendarTexts();
  const [opened, setOpened] = useState<'move' | 'owed'>();
  const close = () => setOpened(undefined);
  const { title, who, clause, units, settled, late } = line;
  const standing = late > 0 ? 'late' : units > 0 && settled === units ? 'settled' : '';
  return (
    <li className={`row form-row ${standing}`} data-milestone={line.milestone}>
      <div>
        <h3 className="row-title">{title}</h3>
        {who.length > 0 && (
          <p>
            {texts.who}: {who.join('; ')}
          </p>
        )}
        <MilestoneDays line={line} />
        {line.opensOn && line.sort === 'deadline' && (
          <p className="quiet">{texts.opens(showDay(line.opensOn), line.opensAssumed)}</p>
        )}
        <details>
          <summary>
            {texts.source}: {clause.section}
            {line.assumed ? ` (${texts.assumed.toLowerCase()})` : ''}
          </summary>
          <blockquote>{clause.quote}</blockquote>
          {line.assumed && (
            <p>
              <strong>{texts.assumed}:</strong> {line.assumed}
            </p>
          )}
          {line.oddity && (
            <p className="quiet">
              <strong>{texts.oddity}:</strong> {line.oddity}
            </p>
          )}
        </details>
        {moves.map((move) => (
          <p key={move.id} className="move">
            {texts.moveBecause(showDay(dayOf(move.madeAt)), move.moved, move.reason)}{' '}
            <UndoMove move={move} what={`${title}, ${move.reason}`} today={today} />
          </p>
        ))}
      </div>
      <div className="form-state">
        <span className="badge">{texts.sorts[line.sort]}</span>
        {units > 0 && <span className="badge">{texts.progress(settled, units)}</span>}
        {late > 0 && <span className="badge late">{texts.late(late)}</span>}
        {units > 0 && (
          <div className="buttons">
            <button type="button" onClick={() => setOpened('move')} aria-label={texts.moveOf(title)}>
              {texts.move}
            </button>
            <button type="button" onClick={() => setOpened('owed')} aria-label={texts.owedOf(title)}>
              {texts.owed}
            </button>
          </div>
        )}
      </div>
      {opened === 'move' && <MoveDialog line={line} planYear={planYear} today={today} close={close} />}
      {opened === 'owed' && <OwedDrawer line={line} planYear={planYear} close={close} />}
    </li>
  );
}
