import { Checkbox } from 'antd';
import { ChoiceField } from '../page/choice-field';
import { TextInput } from '../people/text-input';
import { useLadderTexts } from '../texts/ladder';
import { STOPS } from './rung-form';
import type { PartOfRung } from './rung-when-fields';

/** Days off, saying it again, what stops it, whether it must be answered, whether the forecast must be tight. */
export function RungMoreFields({ form, change, wrong }: PartOfRung) {
  const texts = useLadderTexts();
  const toggle = (stop: (typeof STOPS)[number], isOn: boolean) =>
    change({ until: STOPS.filter((one) => (one === stop ? isOn : form.until.includes(one))) });
  return (
    <fieldset className="ladder-part">
      <legend>{texts.more}</legend>
      <ChoiceField
        label={texts.days}
        value={form.days}
        options={(['profile', 'yes', 'no'] as const).map((value) => ({ value, label: texts.dayChoices[value] }))}
        change={(days) => change({ days })}
      />
      <Checkbox checked={form.repeat} onChange={(event) => change({ repeat: event.target.checked })}>
        {texts.repeatOn}
      </Checkbox>
      {form.repeat && (
        <div className="ladder-line">
          <TextInput
            label={texts.every}
            numeric
            most={3}
            value={form.every}
            wrong={wrong['every']}
            change={(every) => change({ every })}
          />
          <ChoiceField
            label={texts.counted}
            value={form.everyIn}
            options={(['days', 'working-days'] as const).map((value) => ({ value, label: texts.countedIn[value] }))}
            change={(everyIn) => change({ everyIn })}
          />
          <TextInput
            label={texts.atMost}
            numeric
            most={2}
            value={form.atMost}
            wrong={wrong['atMost']}
            change={(atMost) => change({ atMost })}
          />
        </div>
      )}
      <fieldset className="ladder-stops">
        <legend>{texts.untilHint}</legend>
        {STOPS.map((stop) => (
          <Checkbox
            key={stop}
            checked={form.until.includes(stop)}
            onChange={(event) => toggle(stop, event.target.checked)}
          >
            {texts.stops[stop]}
          </Checkbox>
        ))}
        {wrong['until'] && <p className="wrong">{wrong['until']}</p>}
      </fieldset>
      <TextInput
        label={texts.acknowledge}
        numeric
        most={3}
        hint={texts.acknowledgeHint}
        value={form.acknowledge}
        wrong={wrong['acknowledge']}
        change={(acknowledge) => change({ acknowledge })}
      />
      <TextInput
        label={texts.slack}
        numeric
        most={4}
        hint={texts.slackHint}
        value={form.slack}
        wrong={wrong['slack']}
        change={(slack) => change({ slack })}
      />
    </fieldset>
  );
}
