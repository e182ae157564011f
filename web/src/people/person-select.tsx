import { Select } from 'antd';
import { useState } from 'react';
import { EVERYBODY } from './everybody';
import { type ListedPerson, usePeople } from './queries';

interface Given {
  id: string;
  value?: ListedPerson;
  /** Only people of this unit. */
  unit?: string;
  /** Shown where nobody is chosen. */
  nobody?: string;
  change: (person: ListedPerson | undefined) => void;
}

/** A person, looked for by name at the server: lists may be long. */
export function PersonSelect({ id, value, unit, nobody, change }: Given) {
  const [typed, setTyped] = useState('');
  const found = usePeople({ ...EVERYBODY, text: typed, unit });
  const people = found.data?.people ?? [];
  const offered = value && !people.some((person) => person.id === value.id) ? [value, ...people] : people;
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={nobody}
      value={value?.id}
      loading={found.busy}
      options={offered.map((person) => ({
        value: person.id,
        label: `${person.name}${person.roles[0] ? `, ${person.roles[0].unitName}` : ''}`,
      }))}
      onChange={(chosen: string | undefined) => change(offered.find((person) => person.id === chosen))}
    />
  );
}
