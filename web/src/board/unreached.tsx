import type { Board } from '../api/types';
import { SomeOf } from '../page/some-of';
import { showDay } from '../texts/days';
import { useTexts } from '../texts/texts';

/** Units of which nobody is linked to any chat. */
export function Unreached({ unreached }: { unreached: Board['unreached'] }) {
  const texts = useTexts();
  return (
    <section aria-labelledby="unreached">
      <h2 id="unreached">
        {texts.board.unreached} <span className="number">{unreached.length}</span>
      </h2>
      {unreached.length === 0 ? (
        <p className="empty">{texts.board.noUnreached}</p>
      ) : (
        <>
          <p className="quiet">{texts.board.unreachedHint}</p>
          <SomeOf all={unreached} step={20} short>
            {({ unit, unitName, since }) => (
              <li key={unit} className="row">
                <strong>{unitName}</strong> <span className="quiet">{texts.board.since(showDay(since))}</span>
              </li>
            )}
          </SomeOf>
        </>
      )}
    </section>
  );
}
