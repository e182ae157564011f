import { Select } from 'antd';
import { useId } from 'react';
import { ChoiceField } from '../page/choice-field';
import { UnitSelect } from '../people/unit-select';
import { useLadderTexts } from '../texts/ladder';
import { word } from '../texts/texts';
import { AUDIENCES, type AudienceKey } from './rung-form';
import type { PartOfRung } from './rung-when-fields';

/** Who is told, where rather, and whether in a message of its own. */
export function RungAudienceFields({ form, change, wrong, channels }: PartOfRung & { channels: readonly string[] }) {
  const texts = useLadderTexts();
  const id = useId();
  const isNamed = AUDIENCES[form.audience].of === 'named';
  return (
    <fieldset className="ladder-part">
      <legend>{texts.audience}</legend>
      <ChoiceField
        label={texts.audience}
        value={form.audience}
        options={(Object.keys(AUDIENCES) as AudienceKey[]).map((value) => ({
          value,
          label: word(texts.audiences, value),
        }))}
        wrong={isNamed ? undefined : wrong['to']}
        change={(audience) => change({ audience })}
      />
      {isNamed && (
        <div className="field">
          <label htmlFor={`${id}-unit`}>{texts.namedUnit}</label>
          <UnitSelect
            id={`${id}-unit`}
            value={form.namedUnit}
            wrong={wrong['to'] !== undefined}
            change={(namedUnit) => change({ namedUnit })}
          />
          {wrong['to'] && <p className="wrong">{wrong['to']}</p>}
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-channels`}>{texts.channels}</label>
        <Select
          id={`${id}-channels`}
          mode="multiple"
          value={form.channels}
          options={[...new Set([...channels, ...form.channels])].map((value) => ({
            value,
            label: word(texts.channelNames, value),
          }))}
          onChange={(chosen: string[]) => change({ channels: chosen })}
        />
        <p className="quiet">{texts.channelsHint}</p>
      </div>
      <ChoiceField
        label={texts.grouping}
        value={form.grouping}
        options={(['digest', 'single'] as const).map((value) => ({ value, label: texts.groupings[value] }))}
        change={(grouping) => change({ grouping })}
      />
    </fieldset>
  );
}
