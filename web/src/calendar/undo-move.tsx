import { Popconfirm } from 'antd';
import { useRefresh } from '../api/refresh';
import { problemText } from '../page/problem-text';
import { useCalendarTexts } from '../texts/calendar';
import { useTexts } from '../texts/texts';
import { type StandingMove, useUndoMove } from './queries';

/** Takes one move back, after a question that says how much goes back. */
export function UndoMove({ move, what }: { move: StandingMove; what: string }) {
  const texts = useCalendarTexts();
  const house = useTexts();
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
      <Popconfirm
        title={texts.undoSure(move.moved)}
        okText={texts.yes}
        cancelText={texts.no}
        onConfirm={() => void takeBack()}
      >
        <button type="button" disabled={undo.isPending} aria-label={texts.undoOf(what)}>
          {texts.undo}
        </button>
      </Popconfirm>
      {undo.error && (
        <p className="wrong" role="alert">
          {problemText(undo.error, house)}
        </p>
      )}
    </>
  );
}
