import { useState } from 'react';
import { addDays, showDay } from '../texts/days';
import { useTargetsPageTexts } from '../texts/targets-page';
import { useLanguage } from '../texts/texts';
import { DecideForm } from './decide-form';
import type { UnitTargets } from './queries';

interface Given {
  unit: string;
  name: string;
  planYear: number;
  targets: UnitTargets;
  done: (said: string) => void;
}

/** Every indicator of a unit with what was assigned and resolved; assigning and recording the council's figures. */
export function UnitTable({ unit, name, planYear, targets, done }: Given) {
  const texts = useTargetsPageTexts();
  const { locale } = useLanguage();
  const [act, setAct] = useState<'assign' | 'resolve'>();
  const show = (value: string) => (locale === 'vi' ? value.replace('.', ',') : value);
  const assigned = new Map(targets.assigned.map((one) => [one.code, one]));
  const resolved = new Map(targets.resolved.map((one) => [one.code, one]));
  const left = new Set(targets.missing.map(({ code }) => code));
  const open = new Set(targets.rebaselines.filter(({ answer }) => answer === null).map(({ code }) => code));
  const kept = new Map(
    targets.rebaselines.filter(({ answer }) => answer === 'kept').map((one) => [one.code, one.reason]),
  );
  const { assignedFrom, agreed } = targets;
  const stillOpen = agreed.filter((one) => !one.agreed);
  return (
    <section aria-labelledby="of-unit">
      <h2 id="of-unit">{name}</h2>
      {agreed.length > 0 && (
        <details>
          <summary>{texts.agreed(agreed.length - stillOpen.length, agreed.length)}</summary>
          <ul>
            {agreed.map((one) => (
              <li key={one.by}>
                {one.agreed ? texts.hasAgreed(one.by) : texts.notAgreed(one.by, showDay(addDays(one.dueOn, -1)))}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="buttons">
        {assignedFrom !== undefined && (
          <button type="button" aria-expanded={act === 'assign'} onClick={() => setAct('assign')}>
            {texts.assign}
          </button>
        )}
        {targets.mayResolve && (
          <button type="button" aria-expanded={act === 'resolve'} onClick={() => setAct('resolve')}>
            {texts.resolve}
          </button>
        )}
      </div>
      {act && (
        <DecideForm
          key={act}
          act={act}
          unit={unit}
          planYear={planYear}
          setBy={act === 'assign' ? assignedFrom : undefined}
          rows={targets.rows}
          standing={act === 'assign' ? assigned : resolved}
          warning={
            act === 'assign' && stillOpen.length > 0
              ? texts.agreeFirst(stillOpen.map(({ by }) => by).join(', '))
              : undefined
          }
          close={() => setAct(undefined)}
          done={(words) => {
            setAct(undefined);
            done(words);
          }}
        />
      )}
      <ul className="rows">
        {targets.rows.map(({ code, label, unit: measure }) => {
          const [above, own] = [assigned.get(code), resolved.get(code)];
          const differs = open.has(code);
          return (
            <li key={code} className={`row ${differs || left.has(code) ? 'soon' : above && own ? 'settled' : ''}`}>
              <h3 className="row-title">
                {label} <span className="quiet">({measure})</span>
              </h3>
              <p>
                {above
                  ? texts.assigned(show(above.value), above.decision, showDay(above.decidedOn))
                  : texts.notAssigned}
              </p>
              <p>{own ? texts.resolved(show(own.value), own.decision, showDay(own.decidedOn)) : texts.notResolved}</p>
              {differs && <p className="ask">{texts.differs}</p>}
              {left.has(code) && <p className="ask">{texts.left}</p>}
              {kept.has(code) && !differs && <p className="quiet">{texts.kept(kept.get(code)!)}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
