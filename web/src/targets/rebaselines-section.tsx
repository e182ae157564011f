import { useState } from 'react';
import { call } from '../api/client';
import { useResource } from '../api/use-resource';
import { useTargetsTexts } from '../texts/targets';
import { type Rebaseline, RebaselineRow } from './rebaseline-row';

const load = (signal: AbortSignal) => call<{ rebaselines: Rebaseline[] }>('/api/targets/rebaselines', { signal });

/** Where superior and council differ: what the unit is asked; nothing is shown where nothing is asked. */
export function RebaselinesSection() {
  const texts = useTargetsTexts();
  const waiting = useResource(load);
  const [said, setSaid] = useState<string>();
  const asked = waiting.data?.rebaselines ?? [];
  if (asked.length === 0 && said === undefined) return null;
  const done = (sentence: string) => {
    setSaid(sentence);
    waiting.reload();
  };
  return (
    <section aria-labelledby="rebaselines">
      <h2 id="rebaselines">
        {texts.title} <span className="number">{asked.length}</span>
      </h2>
      <p className="quiet">{texts.hint}</p>
      <p role="status">{said}</p>
      <ul className="rows">
        {asked.map((one) => (
          <RebaselineRow key={one.id} asked={one} done={done} />
        ))}
      </ul>
    </section>
  );
}
