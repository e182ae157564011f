import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefresh } from '../api/refresh';
import type { MoveLine } from '../editor/draft/answers';
import { deskOf } from '../editor/draft/desk';
import { MovesDialog } from '../editor/bar/moves-dialog';
import { AskedButton } from '../page/asked-button';
import { Problem } from '../page/problem';
import { showInstant } from '../texts/days';
import { useFormsTexts } from '../texts/forms';

/** Which reports were led to which version, by whom: each move can be taken back, and open reports moved at any time. */
export function Moves({ formKey, newest }: { formKey: string; newest: number }) {
  const texts = useFormsTexts().moves;
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const desk = deskOf(formKey);
  const key = ['forms', formKey, 'moves'];
  const { data, error } = useQuery({ queryKey: key, queryFn: desk.moveHistory });
  const again = () => void client.invalidateQueries({ queryKey: key });
  return (
    <>
      <div className="buttons">
        <button type="button" onClick={() => setOpen(true)}>
          {texts.move(newest)}
        </button>
      </div>
      <Problem of={error} />
      {data?.length === 0 && <p className="empty">{texts.none}</p>}
      <ul className="rows">
        {(data ?? []).map((move) => (
          <MoveRow key={move.id} formKey={formKey} move={move} done={again} />
        ))}
      </ul>
      {isOpen && (
        <MovesDialog
          formKey={formKey}
          desk={desk}
          version={newest}
          onClose={() => {
            setOpen(false);
            again();
          }}
        />
      )}
    </>
  );
}

function MoveRow({ formKey, move, done }: { formKey: string; move: MoveLine; done: () => void }) {
  const texts = useFormsTexts().moves;
  const { refresh } = useRefresh();
  const undo = useMutation({
    mutationFn: () => deskOf(formKey).undoMove(move.id),
    onSuccess: ({ kept }) => {
      refresh(kept.length === 0 ? texts.undone : texts.undoneBut(kept.map(({ unitName }) => unitName).join(', ')));
      done();
    },
  });
  return (
    <li className="row form-row">
      <div>
        <h3 className="row-title">{texts.to(move.to)}</h3>
        <p>
          {move.by}, <time dateTime={move.at}>{showInstant(move.at)}</time>: {texts.count(move.moved, move.notBegun)}
        </p>
        <Problem of={undo.error} />
      </div>
      <div className="form-state">
        {move.undoneAt ? (
          <span className="badge">{texts.takenBack(showInstant(move.undoneAt))}</span>
        ) : (
          <AskedButton
            asks={{ title: texts.sure, yes: texts.yes, no: texts.no }}
            busy={undo.isPending}
            onYes={() => undo.mutate()}
          >
            {texts.undo}
          </AskedButton>
        )}
      </div>
    </li>
  );
}
