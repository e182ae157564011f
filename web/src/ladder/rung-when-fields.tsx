import { ChoiceField } from '../page/choice-field';
import { TextInput } from '../people/text-input';
import { useLadderTexts } from '../texts/ladder';
import type { RungForm } from './rung-form';

export interface PartOfRung {
  form: RungForm;
  change: (part: Partial<RungForm>) => void;
  /** What is wrong, by the name of the field. */
  wrong: Readonly<Record<string, string | undefined>>;
}

/** On which day and at what time: `7 · ngày · trước · ngày cuối được nộp · 07:30`. */
export function RungWhenFields({ form, change, wrong }: PartOfRung) {
  const texts = useLadderTexts();
  return (
    <fieldset className="ladder-part">
      <legend>{texts.when}</legend>
      <div className="ladder-line">
        {form.direction !== 'on' && (
          <>
            <TextInput
              label={texts.distance}
              numeric
              most={3}
              value={form.distance}
              change={(distance) => change({ distance })}
            />
            <ChoiceField
              label={texts.counted}
              value={form.countedIn}
              options={(['days', 'working-days'] as const).map((value) => ({ value, label: texts.countedIn[value] }))}
              change={(countedIn) => change({ countedIn })}
            />
          </>
        )}
        <ChoiceField
          label={texts.direction}
          value={form.direction}
          options={(['before', 'on', 'after'] as const).map((value) => ({ value, label: texts.directions[value] }))}
          change={(direction) => change({ direction })}
        />
        <ChoiceField
          label={texts.anchor}
          value={form.from}
          options={(['opens', 'last-day', 'due'] as const).map((value) => ({ value, label: texts.anchors[value] }))}
          change={(from) => change({ from })}
        />
      </div>
      {wrong['days'] && (
        <p className="wrong" role="alert">
          {wrong['days']}
        </p>
      )}
      <TextInput label={texts.at} type="time" value={form.at} wrong={wrong['at']} change={(at) => change({ at })} />
    </fieldset>
  );
}
