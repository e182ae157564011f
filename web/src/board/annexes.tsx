import type { Board } from '../api/types';
import { OwedForms } from '../owed/owed-forms';
import { PageLink } from '../page/router';
import { SomeOf } from '../page/some-of';
import { useTexts } from '../texts/texts';

/** Reports of which the headline is there and forms beside it are not; nothing where there are none. */
export function Annexes({ annexes }: { annexes: NonNullable<Board['annexes']> }) {
  const texts = useTexts();
  if (annexes.length === 0) return null;
  return (
    <section aria-labelledby="annexes">
      <h2 id="annexes">
        {texts.board.annexes} <span className="number">{annexes.length}</span>
      </h2>
      <p className="quiet">{texts.board.annexesHint}</p>
      <SomeOf all={annexes} step={20} short>
        {({ obligation, unitName, title, owedForms }) => (
          <li key={obligation} className="row">
            <strong>{unitName}</strong> <PageLink to={`/bao-cao/${obligation}`}>{title}</PageLink>
            <OwedForms of={owedForms} />
          </li>
        )}
      </SomeOf>
    </section>
  );
}
