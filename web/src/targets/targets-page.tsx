import { useState } from 'react';
import { ChoiceField } from '../page/choice-field';
import { ResourceView } from '../page/resource-view';
import '../style/forms.css';
import '../style/people.css';
import { useTargetsPageTexts } from '../texts/targets-page';
import { type Overview, useOverview, useUnitTargets } from './queries';
import { UnitTable } from './unit-table';

/** Targets of a plan year by unit and indicator: assigned from above, resolved by the council, and where they differ. */
export default function TargetsPage() {
  const texts = useTargetsPageTexts();
  const [year, setYear] = useState<number>();
  const overview = useOverview(year);
  return (
    <section className="parts">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <ResourceView of={overview}>
        {(data) =>
          data.planYear === undefined || data.units.length === 0 ? (
            <p className="empty">{texts.none}</p>
          ) : (
            <Units overview={data} planYear={data.planYear} choose={setYear} />
          )
        }
      </ResourceView>
    </section>
  );
}

interface Given {
  overview: Overview;
  planYear: number;
  choose: (year: number) => void;
}

function Units({ overview: { units, planYears }, planYear, choose }: Given) {
  const texts = useTargetsPageTexts();
  const [chosen, setChosen] = useState(units[0]!.unit);
  const [said, setSaid] = useState<string>();
  const unit = units.find((one) => one.unit === chosen) ?? units[0]!;
  return (
    <>
      {planYears.length > 1 && (
        <ChoiceField
          label={texts.planYear}
          value={String(planYear)}
          options={planYears.map((one) => ({ value: String(one), label: String(one) }))}
          change={(value) => choose(Number(value))}
        />
      )}
      <ChoiceField
        label={texts.unit}
        value={unit.unit}
        options={units.map((one) => ({ value: one.unit, label: texts.standing(one.name, one.assigned, one.asked) }))}
        change={(value) => {
          setSaid(undefined);
          setChosen(value);
        }}
      />
      <p role="status" className="said">
        {said}
      </p>
      <OfUnit key={`${unit.unit} ${planYear}`} unit={unit.unit} name={unit.name} planYear={planYear} done={setSaid} />
    </>
  );
}

function OfUnit(given: { unit: string; name: string; planYear: number; done: (said: string) => void }) {
  const targets = useUnitTargets(given.unit, given.planYear);
  return <ResourceView of={targets}>{(data) => <UnitTable {...given} targets={data} />}</ResourceView>;
}
