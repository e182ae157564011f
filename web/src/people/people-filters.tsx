import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { usePeopleTexts } from '../texts/people';
import type { PeopleFilter, RoleKey } from './queries';
import { UnitSelect } from './unit-select';

export const ROLES: readonly RoleKey[] = ['official', 'head', 'supervisor', 'admin'];

/** What the list of people is narrowed to. */
export function PeopleFilters(given: { filter: PeopleFilter; change: (filter: PeopleFilter) => void }) {
  const { filter } = given;
  const texts = usePeopleTexts();
  const id = useId();
  const change = (part: Partial<PeopleFilter>) => given.change({ ...filter, ...part, page: 1 });
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
          maxLength={100}
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </div>
      <div className="form-filter wide">
        <label htmlFor={`${id}-unit`}>{texts.unit}</label>
        <UnitSelect id={`${id}-unit`} value={filter.unit} change={(unit) => change({ unit })} />
      </div>
      <div className="form-filter">
        <label htmlFor={`${id}-role`}>{texts.role}</label>
        <Select
          id={`${id}-role`}
          value={filter.role ?? ''}
          options={[
            { value: '', label: texts.all },
            ...ROLES.map((role) => ({ value: role, label: texts.roles[role] })),
          ]}
          onChange={(role) => change({ role: role === '' ? undefined : (role as RoleKey) })}
        />
      </div>
      <div className="form-filter">
        <label htmlFor={`${id}-linked`}>{texts.linked}</label>
        <Select
          id={`${id}-linked`}
          value={filter.linked ?? 'all'}
          options={(['all', 'true', 'false'] as const).map((value) => ({ value, label: texts.linkedChoices[value] }))}
          onChange={(linked: 'all' | 'true' | 'false') => change({ linked: linked === 'all' ? undefined : linked })}
        />
      </div>
      <Checkbox
        checked={filter.below}
        disabled={filter.unit === undefined}
        onChange={(event) => change({ below: event.target.checked })}
      >
        {texts.below}
      </Checkbox>
      <Checkbox checked={!filter.active} onChange={(event) => change({ active: !event.target.checked })}>
        {texts.left}
      </Checkbox>
    </form>
  );
}
