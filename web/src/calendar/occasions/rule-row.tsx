import { showDay } from '../../texts/days';
import { useOccasionTexts } from '../../texts/occasions';
import { useLanguage } from '../../texts/texts';
import { typedPeriod } from './period-days';
import type { Rule, Settable } from './queries';

interface Given {
  rule: Rule;
  /** What the reader may set of it, where the reader may. */
  settable?: Settable;
  change: () => void;
  withdraw: () => void;
}

/** One rule in words, with what it made. */
export function RuleRow({ rule, settable, change, withdraw }: Given) {
  const texts = useOccasionTexts().rules;
  const { locale } = useLanguage();
  const { fromPlanYear, toPlanYear, forms, units, owed, settled } = rule;
  const name = texts.nameOf(rule.title, rule.setByName);
  const formNames = forms.map((key) => settable?.forms.find((form) => form.key === key)?.title ?? key.toUpperCase());
  return (
    <li className="row form-row" data-rule={rule.key}>
      <div>
        <h3 className="row-title">{name}</h3>
        <p>
          {texts.decision}: {rule.decision}
        </p>
        <p>{forms.length === 0 ? texts.byLetter : texts.onForms(formNames.join('; '))}</p>
        <p>{units === undefined ? texts.allUnits : texts.someUnits(units.length)}</p>
        <ul>
          {rule.periods.map((period) => {
            const { key, name: title, opens, lastDay } = typedPeriod(period, fromPlanYear, locale);
            const filled = title.replaceAll('{P}', String(fromPlanYear)).replaceAll('{R}', String(fromPlanYear - 1));
            return <li key={key}>{texts.periodLine(filled, showDay(opens), showDay(lastDay))}</li>;
          })}
        </ul>
        <p className="quiet">{texts.holds(fromPlanYear, toPlanYear)}</p>
      </div>
      <div className="form-state">
        <span className="badge">{texts.progress(settled, owed)}</span>
        {rule.mayChange && (
          <div className="buttons">
            <button type="button" onClick={change} aria-label={texts.changeOf(name)}>
              {texts.change}
            </button>
            <button type="button" onClick={withdraw} aria-label={texts.withdrawOf(name)}>
              {texts.withdraw}
            </button>
          </div>
        )}
      </div>
    </li>
  );
}
