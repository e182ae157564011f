import { useCallback } from 'react';
import { api } from '../api/client';
import { useRefresh } from '../api/refresh';
import type { Board } from '../api/types';
import { useResource } from '../api/use-resource';
import { ResourceView } from '../page/resource-view';
import { showDay } from '../texts/days';
import { useTexts } from '../texts/texts';
import { Ahead } from './ahead';
import { Annexes } from './annexes';
import { Counts } from './counts';
import { Escalations } from './escalations';
import { LateUnits } from './late-units';
import { LostChats } from './lost-chats';
import { Unreached } from './unreached';

/** What a supervisor sees at a glance: how much is open, what waits for them, who holds the chain up, whom nobody reached. */
export function BoardSection() {
  const texts = useTexts();
  const { turn } = useRefresh();
  // `turn` is not used by the call: a new turn asks anew.
  const load = useCallback((signal: AbortSignal) => api.board(signal), [turn]);
  const board = useResource(load);
  return (
    <section aria-labelledby="board">
      <h1 id="board">{texts.board.title}</h1>
      <ResourceView of={board}>{(data) => <Parts board={data} />}</ResourceView>
    </section>
  );
}

function Parts({ board }: { board: Board }) {
  const texts = useTexts();
  return (
    <>
      <p className="quiet">{texts.board.asOf(showDay(board.today))}</p>
      <Counts units={board.units} />
      <Escalations escalations={board.escalations.filter((one) => one.raisedToMe)} today={board.today} />
      <Ahead />
      <LateUnits board={board} />
      <Annexes annexes={board.annexes ?? []} />
      <Unreached unreached={board.unreached} />
      <LostChats chats={board.lostChats} />
    </>
  );
}
