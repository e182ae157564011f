import { useId } from 'react';

interface Given<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  hint?: string;
  wrong?: string;
  change: (value: T) => void;
}

/** One of a few, by the browser's own list: it works by keyboard and by thumb alike. Says what is wrong with it. */
export function ChoiceField<T extends string>({ label, value, options, hint, wrong, change }: Given<T>) {
  const id = useId();
  const about = wrong ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        onChange={(event) => change(event.target.value as T)}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      {about !== undefined && (
        <p id={`${id}-about`} className={wrong ? 'wrong' : 'quiet'}>
          {about}
        </p>
      )}
    </div>
  );
}
