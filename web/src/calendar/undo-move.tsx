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
  return (
    <>
      <Popconfirm
        title={texts.undoSure(move.moved)}
        okText={texts.yes}
        cancelText={texts.no}
        onConfirm={() => undo.mutate(move.id, { onSuccess: ({ moved }) => refresh(texts.undone(moved)) })}
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
