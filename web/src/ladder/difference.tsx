import { useState } from 'react';
import { ResourceView } from '../page/resource-view';
import { TextInput } from '../people/text-input';
import { addDays, isDay } from '../texts/days';
import { useLadderTexts } from '../texts/ladder';
import { PlanLines } from './plan-lines';
import { type LadderFile, usePlan } from './queries';

/** What a ladder would change in some days, by default the three months to come. */
export function Difference({ ladder, today }: { ladder: LadderFile; today: string }) {
  const texts = useLadderTexts();
  const [days, setDays] = useState({ from: today, to: addDays(today, 92) });
  const isRange = isDay(days.from) && isDay(days.to) && days.from <= days.to;
  const plan = usePlan(isRange ? { ...days, ladder } : undefined);
  const difference = plan.data?.difference;
  return (
    <section>
      <h3>{texts.difference}</h3>
      <div className="ladder-line">
        <TextInput label={texts.firstDay} type="date" value={days.from} change={(from) => setDays({ ...days, from })} />
        <TextInput label={texts.lastDay} type="date" value={days.to} change={(to) => setDays({ ...days, to })} />
      </div>
      <ResourceView of={plan}>
        {() =>
          difference && (
            <>
              <p className="difference-sentence" role="status">
                {difference.sentence}
              </p>
              <PlanLines lines={difference.lines} />
            </>
          )
        }
      </ResourceView>
    </section>
  );
}
