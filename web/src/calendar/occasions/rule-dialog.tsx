import { Checkbox, Select } from 'antd';
import { useId, useState } from 'react';
import { mentions } from '../../page/search-words';
import { TextInput } from '../../people/text-input';
import { addDays } from '../../texts/days';
import { useOccasionTexts } from '../../texts/occasions';
import { useLanguage } from '../../texts/texts';
import { ActDialog } from '../act-dialog';
import { AREA } from '../queries';
import { EffectWords } from './effect-words';
import { inOtherYear, periodFault, periodOf, type TypedPeriod, typedPeriod } from './period-days';
import { PeriodFields } from './period-fields';
import { doOccasion, lookAtOccasion, type NewRule, type Period, type Rule, type Rules, type Settable } from './queries';

const ADDRESS = '/api/calendar/rules';
/** How long after the last day the ladder may still say something about it. */
const AFTERMATH = 60;

const idOf = ({ milestone, unit }: Pick<Settable, 'milestone' | 'unit'>) => `${milestone} ${unit}`;
const empty = (key: string): TypedPeriod => ({ key, name: '', opens: '', lastDay: '' });

/** Sets a rule anew or corrects one: for whom, on which forms, in which periods; its effect is told first. */
export function RuleDialog({ known, rule, close }: { known: Rules; rule?: Rule; close: () => void }) {
  const texts = useOccasionTexts().rules;
  const { locale } = useLanguage();
  const id = useId();
  const { settable, cycles, today } = known;
  const first = rule ? idOf({ milestone: rule.milestone, unit: rule.setBy }) : idOf(settable[0]!);
  const [target, setTarget] = useState(first);
  const [key, setKey] = useState(() => rule?.key ?? `r${Date.now().toString(36)}`);
  const newest = cycles.at(-1) ?? Number(today.slice(0, 4)) + 1;
  const [planYear, setPlanYear] = useState(rule?.fromPlanYear ?? newest);
  const [isOnce, setOnce] = useState(rule?.toPlanYear !== undefined);
  const [forms, setForms] = useState<readonly string[]>(rule?.forms ?? []);
  const [units, setUnits] = useState<string[]>(rule?.units ?? []);
  const [given, setGiven] = useState<readonly Period[]>(rule?.periods ?? []);
  const [periods, setPeriods] = useState<readonly TypedPeriod[]>(() =>
    rule ? rule.periods.map((one) => typedPeriod(one, rule.fromPlanYear, locale)) : [empty('k1')],
  );
  const [decision, setDecision] = useState(rule?.decision ?? '');
  const chosen = settable.find((one) => idOf(one) === target) ?? settable[0]!;
  const choose = (next: string) => {
    setTarget(next);
    setForms([]);
    setUnits([]);
  };
  const toYear = (year: number) => {
    const by = year - planYear;
    setPlanYear(year);
    setPeriods(
      periods.map((one) => ({ ...one, opens: inOtherYear(one.opens, by), lastDay: inOtherYear(one.lastDay, by) })),
    );
  };
  const propose = (proposal: Settable['proposals'][number]) => {
    setKey(proposal.key);
    setForms(proposal.forms);
    setGiven(proposal.periods);
    setPeriods(proposal.periods.map((one) => typedPeriod(one, planYear, locale)));
  };
  const isSound = periods.every((one) => one.name.trim() !== '' && periodFault(one, planYear) === undefined);
  const value: NewRule | undefined =
    isSound && decision.trim().length >= 3
      ? {
          milestone: chosen.milestone,
          setBy: chosen.unit,
          key,
          fromPlanYear: planYear,
          ...(isOnce ? { toPlanYear: Math.max(planYear, rule?.toPlanYear ?? planYear) } : {}),
          ...(units.length > 0 ? { units } : {}),
          forms: [...forms],
          periods: periods.map((one) =>
            periodOf(
              { ...one, name: one.name.trim() },
              planYear,
              given.find((was) => was.key === one.key),
            ),
          ),
          decision: decision.trim(),
        }
      : undefined;
  const until = periods
    .map((one) => one.lastDay)
    .sort()
    .at(-1);
  const years = [...new Set([...cycles, newest + 1, planYear])].sort();
  return (
    <ActDialog
      title={rule ? texts.changeOf(texts.nameOf(rule.title, rule.setByName)) : texts.set}
      hint={texts.setHint}
      area={AREA}
      value={value}
      look={(body) =>
        lookAtOccasion(ADDRESS, body, { kind: 'rule', rule: body }, today, until && addDays(until, AFTERMATH))
      }
      tell={(looked) => <EffectWords looked={looked} />}
      act={async (body) => texts.done((await doOccasion(ADDRESS, body)).effect.added)}
      close={close}
      fields={(tried) => (
        <>
          {!rule && settable.length > 1 && (
            <div className="field">
              <label htmlFor={`${id}-target`}>{texts.target}</label>
              <Select
                id={`${id}-target`}
                showSearch={{ filterOption: (typed, option) => mentions(typed, String(option?.label ?? '')) }}
                value={target}
                options={settable.map((one) => ({ value: idOf(one), label: texts.nameOf(one.title, one.unitName) }))}
                onChange={choose}
              />
            </div>
          )}
          <details>
            <summary>{texts.clause(chosen.clause.section)}</summary>
            <blockquote>{chosen.clause.quote}</blockquote>
          </details>
          {!rule && chosen.proposals.length > 0 && (
            <div>
              <p className="quiet">{chosen.proposals[0]!.assumed}</p>
              <div className="buttons">
                {chosen.proposals.map((one) => (
                  <button key={one.key} type="button" onClick={() => propose(one)}>
                    {texts.propose(one.periods.length, one.periods[0]!.title.vi)}
                  </button>
                ))}
              </div>
            </div>
          )}
          {chosen.forms.length > 0 && (
            <fieldset>
              <legend>{texts.forms}</legend>
              <Checkbox.Group
                className="ticks"
                value={[...forms]}
                options={chosen.forms.map((form) => ({ value: form.key, label: form.title }))}
                onChange={(ticked) => setForms(ticked.map(String))}
              />
              <p className="quiet">{texts.formsHint}</p>
            </fieldset>
          )}
          <div className="field">
            <label htmlFor={`${id}-units`}>{texts.units}</label>
            <Select
              id={`${id}-units`}
              mode="multiple"
              value={units}
              placeholder={texts.allUnits}
              showSearch={{ filterOption: (typed, option) => mentions(typed, String(option?.label ?? '')) }}
              options={chosen.units.map((one) => ({ value: one.code, label: one.name }))}
              onChange={setUnits}
            />
            <p className="quiet">{texts.unitsHint(chosen.units.length)}</p>
          </div>
          <div className="field">
            <label htmlFor={`${id}-year`}>{texts.fromYear}</label>
            <Select
              id={`${id}-year`}
              value={planYear}
              options={years.map((year) => ({ value: year, label: String(year) }))}
              onChange={toYear}
            />
          </div>
          <div>
            <Checkbox checked={isOnce} onChange={(event) => setOnce(event.target.checked)}>
              {texts.onlyThisYear}
            </Checkbox>
          </div>
          <PeriodFields periods={periods} planYear={planYear} tried={tried} change={setPeriods} />
          <TextInput
            label={texts.decision}
            value={decision}
            most={1000}
            hint={texts.decisionHint}
            wrong={tried && decision.trim().length < 3 ? texts.decisionNeeded : undefined}
            change={setDecision}
          />
        </>
      )}
    />
  );
}
