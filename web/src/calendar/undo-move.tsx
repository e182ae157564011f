import { useQuery } from '@tanstack/react-query';
import { AskedButton } from '../page/asked-button';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { useCalendarTexts } from '../texts/calendar';
import { addDays } from '../texts/days';
import { NoticesEffect } from './notices-effect';
import { AFTERMATH, lookAtEdit, lookAtUndo, type StandingMove, useUndoMove } from './queries';

/** Takes one move back, after a question that says what really goes back, and what is late at once. */
export function UndoMove({ move, what, today }: { move: StandingMove; what: string; today: string }) {
  const texts = useCalendarTexts();
  const { refresh } = useRefresh();
  const undo = useUndoMove();
  // The button goes away with its move before the answer is told: a promise tells it all the same.
  const takeBack = () =>
    undo.mutateAsync(move.id).then(
      ({ moved }) => refresh(texts.undone(moved)),
      () => undefined,
    );
  return (
    <>
      <AskedButton
        asks={{ title: <Effect move={move} today={today} />, yes: texts.yes, no: texts.no }}
        label={texts.undoOf(what)}
        busy={undo.isPending}
        onYes={() => void takeBack()}
      >
        {texts.undo}
      </AskedButton>
      <Problem of={undo.error} />
    </>
  );
}

/** Asked for only when the question is there: what stands may have changed since the page was drawn. */
function Effect({ move, today }: { move: StandingMove; today: string }) {
  const texts = useCalendarTexts();
  const { data } = useQuery({
    queryKey: ['undo', move.id],
    queryFn: () => lookAtUndo(move.id),
    gcTime: 0,
    staleTime: 0,
  });
  const notices = useQuery({
    queryKey: ['undo', move.id, 'notices'],
    queryFn: () => lookAtEdit(today, addDays(today, AFTERMATH), { kind: 'move-undo', move: move.id }),
    gcTime: 0,
    staleTime: 0,
  });
  const { moved, lateAtOnce } = data ?? { moved: move.moved, lateAtOnce: 0 };
  return (
    <>
      {texts.undoSure(moved)}
      {lateAtOnce > 0 && <p className="late">{texts.undoLate(lateAtOnce)}</p>}
      {notices.data && <NoticesEffect difference={notices.data} />}
    </>
  );
}
