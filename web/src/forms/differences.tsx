import { SomeOf } from '../page/some-of';
import { useFormsTexts } from '../texts/forms';
import type { Said } from './types';

const EFFECTS = ['mapping', 'next-round', 'harmless'] as const;

/** What differs, first what touches answers. */
export function Differences({ all, summary }: { all: Said[]; summary: string }) {
  const texts = useFormsTexts();
  if (all.length === 0) return <p className="empty">{texts.noDifference}</p>;
  return (
    <div aria-live="polite">
      <p>
        <strong>{summary}</strong>
      </p>
      {EFFECTS.map((effect) => {
        const found = all.filter((said) => (said.effect ?? 'harmless') === effect);
        return (
          found.length > 0 && (
            <section key={effect} className="effect">
              <h3 className="row-title">{texts.effects[effect]}</h3>
              <SomeOf all={found}>{(said) => <li key={said.text}>{said.text}</li>}</SomeOf>
            </section>
          )
        );
      })}
    </div>
  );
}
