import { useOccasionTexts } from '../../texts/occasions';
import { NoticesEffect } from '../notices-effect';
import type { Looked } from './queries';

/** What an act makes, moves, withdraws and leaves, and what becomes of the notices. */
export function EffectWords({ looked: { effect, difference } }: { looked: Looked }) {
  const texts = useOccasionTexts();
  const { added, moved, withdrawn, kept } = effect;
  const isNothing = added + moved + withdrawn + kept === 0;
  return (
    <>
      <ul>
        {isNothing && <li>{texts.effect.nothing}</li>}
        {added > 0 && <li>{texts.effect.added(added)}</li>}
        {moved > 0 && <li>{texts.effect.moved(moved)}</li>}
        {withdrawn > 0 && <li>{texts.effect.withdrawn(withdrawn)}</li>}
        {kept > 0 && <li>{texts.effect.kept(kept)}</li>}
      </ul>
      <NoticesEffect difference={difference} />
    </>
  );
}
