import { BoardSection } from './board/board-section';
import { Downloads } from './board/downloads';
import { DeskNotice } from './desk/desk-notice';
import { OwedSection } from './owed/owed-section';
import { ResourceView } from './page/resource-view';
import { QuestionsSection } from './questions/questions-section';
import { hasRole, useSession } from './session/session';
import { SignedOut } from './session/signed-out';
import { RebaselinesSection } from './targets/rebaselines-section';
import { TrainingBar } from './training/training-bar';

/** What is owed; for those who watch others, first who holds the chain up. */
export function HomePage() {
  const current = useSession();
  return (
    <ResourceView of={current}>
      {(session) => {
        if (session === null) return <SignedOut />;
        const watches = hasRole(session, 'supervisor', 'admin');
        const heads = !watches && hasRole(session, 'head');
        return (
          <>
            {session.training && <TrainingBar mayMove={watches} />}
            {(watches || heads) && <DeskNotice />}
            <QuestionsSection />
            {watches && <BoardSection />}
            {watches && <Downloads />}
            <RebaselinesSection />
            <OwedSection hasBelow={watches || heads} />
            {heads && <BoardSection />}
            {!watches && <Downloads hideEmpty />}
          </>
        );
      }}
    </ResourceView>
  );
}
