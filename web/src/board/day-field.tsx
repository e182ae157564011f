import { useId } from 'react';

interface Given {
  label: string;
  value: string;
  min: string;
  /** What the chosen day means, in words. */
  echo?: string;
  wrong?: string;
  change: (day: string) => void;
}

/** A day by the browser's own picker, repeated below in day/month/year since browsers show it each in their own order. */
export function DayField({ label, value, min, echo, wrong, change }: Given) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        min={min}
        autoFocus
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-echo`}
        onChange={(event) => change(event.target.value)}
      />
      <p id={`${id}-echo`} className={wrong ? 'wrong' : 'quiet'}>
        {wrong ?? echo}
      </p>
    </div>
  );
}
