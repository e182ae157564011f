import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { type FormsTexts, useFormsTexts } from '../texts/forms';
import { word } from '../texts/texts';
import { ALL, type Filter, levelPlace } from './filter-forms';
import type { FormLine } from './types';

interface Given {
  all: FormLine[];
  filter: Filter;
  change: (filter: Filter) => void;
}

/** Which forms are shown; only levels and rounds that some form has are offered. */
export function FormFilters({ all, filter, change }: Given) {
  const texts = useFormsTexts();
  const id = useId();
  const levels = [...new Set(all.flatMap((form) => form.levels))].sort((a, b) => levelPlace(a) - levelPlace(b));
  return (
    <form
      className="form-filters"
      role="search"
      aria-label={texts.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="form-filter wide">
        <label htmlFor={`${id}-words`}>{texts.search}</label>
        <Input
          id={`${id}-words`}
          type="search"
          allowClear
          value={filter.words}
          onChange={(event) => change({ ...filter, words: event.target.value })}
        />
      </div>
      <div className="form-filter">
        <label htmlFor={`${id}-level`}>{texts.level}</label>
        <Select
          id={`${id}-level`}
          value={filter.level}
          options={choices(levels, texts.levels, texts)}
          onChange={(level) => change({ ...filter, level })}
        />
      </div>
      <div className="form-filter">
        <label htmlFor={`${id}-round`}>{texts.round}</label>
        <Select
          id={`${id}-round`}
          value={filter.round}
          options={choices(roundsOf(all), texts.rounds, texts)}
          onChange={(round) => change({ ...filter, round })}
        />
      </div>
      <Checkbox checked={filter.retired} onChange={(event) => change({ ...filter, retired: event.target.checked })}>
        {texts.retiredShown}
      </Checkbox>
    </form>
  );
}

const roundsOf = (forms: readonly FormLine[]): string[] =>
  [...new Set(forms.flatMap((form) => form.milestones.flatMap(({ round }) => round ?? [])))].sort();

const choices = (keys: readonly string[], words: Record<string, string>, texts: FormsTexts) => [
  { value: ALL, label: texts.all },
  ...keys.map((key) => ({ value: key, label: word(words, key) })),
];
