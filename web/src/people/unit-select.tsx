import { Select } from 'antd';
import { mentions } from '../page/search-words';
import { useManagedUnits } from './queries';

interface Given {
  id: string;
  value?: string;
  wrong?: boolean;
  placeholder?: string;
  change: (unit: string | undefined) => void;
}

/** A unit whose people the reader manages, found by typing a part of its name, with accents or without. */
export function UnitSelect({ id, value, wrong, placeholder, change }: Given) {
  const units = useManagedUnits();
  return (
    <Select
      id={id}
      showSearch={{
        filterOption: (typed, option) => mentions(typed, String(option?.label ?? ''), String(option?.value)),
      }}
      allowClear
      placeholder={placeholder}
      value={value}
      status={wrong ? 'error' : undefined}
      aria-invalid={wrong}
      loading={units.busy}
      options={(units.data ?? []).map(({ code, name, within }) => ({
        value: code,
        label: within === undefined ? name : `${name}, ${within}`,
      }))}
      onChange={change}
    />
  );
}
