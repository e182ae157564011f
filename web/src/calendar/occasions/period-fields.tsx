import { TextInput } from '../../people/text-input';
import { useOccasionTexts } from '../../texts/occasions';
import { periodFault, type TypedPeriod } from './period-days';

interface Given {
  periods: readonly TypedPeriod[];
  planYear: number;
  tried: boolean;
  change: (periods: readonly TypedPeriod[]) => void;
}

/** The periods of a rule, each with its name and days. */
export function PeriodFields({ periods, planYear, tried, change }: Given) {
  const texts = useOccasionTexts().rules;
  const put = (key: string, part: Partial<TypedPeriod>) =>
    change(periods.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () => {
    const taken = new Set(periods.map(({ key }) => key));
    let number = periods.length + 1;
    while (taken.has(`k${number}`)) number += 1;
    change([...periods, { key: `k${number}`, name: '', opens: '', lastDay: '' }]);
  };
  return (
    <>
      {periods.map((period, at) => {
        const fault = tried ? periodFault(period, planYear) : undefined;
        return (
          <fieldset key={period.key} className="period">
            <legend>{texts.period(at + 1)}</legend>
            <TextInput
              label={texts.periodName}
              value={period.name}
              hint={texts.periodNameHint}
              wrong={tried && period.name.trim() === '' ? texts.periodNameNeeded : undefined}
              change={(name) => put(period.key, { name })}
            />
            <TextInput
              label={texts.opens}
              type="date"
              value={period.opens}
              wrong={fault === 'day' && period.opens === '' ? texts.dayNeeded : undefined}
              change={(opens) => put(period.key, { opens })}
            />
            <TextInput
              label={texts.lastDay}
              type="date"
              value={period.lastDay}
              wrong={
                fault === undefined || (fault === 'day' && period.lastDay !== '')
                  ? undefined
                  : fault === 'day'
                    ? texts.dayNeeded
                    : fault === 'backwards'
                      ? texts.backwards
                      : texts.otherYears(planYear)
              }
              change={(lastDay) => put(period.key, { lastDay })}
            />
            {periods.length > 1 && (
              <button type="button" onClick={() => change(periods.filter((one) => one.key !== period.key))}>
                {texts.dropPeriod(at + 1)}
              </button>
            )}
          </fieldset>
        );
      })}
      <div className="buttons">
        <button type="button" onClick={add}>
          {texts.addPeriod}
        </button>
      </div>
    </>
  );
}
