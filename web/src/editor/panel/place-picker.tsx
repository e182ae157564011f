import { Select } from 'antd';
import { mentions } from '../../page/search-words';
import type { PickerOption } from './picker-options';

interface Props {
  label: string;
  options: PickerOption[];
  value: string | undefined;
  /** What no choice means; where absent one has to be chosen. */
  none?: string;
  onPick: (value: string | undefined) => void;
}

/** One of many rows or columns, found by typing a part of its name, with or without diacritics. */
export function PlacePicker({ label, options, value, none, onPick }: Props) {
  return (
    <Select
      className="picker"
      aria-label={label}
      placeholder={none ?? label}
      options={options}
      value={value}
      showSearch={{ filterOption: (typed, option) => mentions(typed, option?.label ?? '', option?.value ?? '') }}
      allowClear={none !== undefined}
      onChange={(picked?: string) => onPick(picked)}
    />
  );
}

/** Several of them. */
export function PlacesPicker({
  label,
  options,
  value,
  none,
  onPick,
}: Omit<Props, 'value' | 'onPick'> & { value: string[]; onPick: (value: string[]) => void }) {
  return (
    <Select
      className="picker"
      mode="multiple"
      aria-label={label}
      placeholder={none ?? label}
      options={options}
      value={value}
      showSearch={{ filterOption: (typed, option) => mentions(typed, option?.label ?? '', option?.value ?? '') }}
      onChange={(picked: string[]) => onPick(picked)}
    />
  );
}
