import { useId, useState } from 'react';
import { ResourceView } from '../page/resource-view';
import { UnitSelect } from '../people/unit-select';
import { addDays } from '../texts/days';
import { useLadderTexts } from '../texts/ladder';
import { PlanLines } from './plan-lines';
import { type LadderFile, usePlan } from './queries';

/** All that a certain unit would hear in the year to come, by the ladder as it is shown. */
export function UnitPlan({ ladder, today }: { ladder: LadderFile; today: string }) {
  const texts = useLadderTexts();
  const id = useId();
  const [unit, setUnit] = useState<string>();
  const plan = usePlan(
    unit === undefined ? undefined : { from: today, to: addDays(today, 365), units: [unit], ladder },
  );
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts.unitPlan}</h2>
      <p className="quiet">{texts.unitPlanHint}</p>
      <div className="field">
        <label htmlFor={`${id}-unit`}>{texts.unit}</label>
        <UnitSelect id={`${id}-unit`} value={unit} change={setUnit} />
      </div>
      {unit !== undefined && (
        <ResourceView of={plan}>
          {({ lines }) =>
            lines.length === 0 ? (
              <p className="empty">{texts.unitPlanNone}</p>
            ) : (
              <PlanLines lines={lines.map((notice) => ({ notice }))} />
            )
          }
        </ResourceView>
      )}
    </section>
  );
}
