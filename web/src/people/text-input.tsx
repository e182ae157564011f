import { Input } from 'antd';
import { useId } from 'react';
import { isDay, showDay } from '../texts/days';

interface Given {
  label: string;
  value: string;
  type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local' | 'time';
  /** Digits: phones show their number keys. */
  numeric?: boolean;
  hint?: string;
  wrong?: string;
  most?: number;
  change: (value: string) => void;
}

/** A labelled field that says what is wrong with it. */
export function TextInput({ label, value, type = 'text', numeric = false, hint, wrong, most = 200, change }: Given) {
  const id = useId();
  // Browsers show a day each in their own order.
  const about = wrong ?? (type === 'date' && isDay(value) ? showDay(value) : hint);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type}
        inputMode={numeric ? 'numeric' : undefined}
        value={value}
        maxLength={type === 'time' || type.startsWith('date') ? undefined : most}
        status={wrong ? 'error' : undefined}
        aria-invalid={wrong !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        onChange={(event) => change(event.target.value)}
      />
      {about !== undefined && (
        <p id={`${id}-about`} className={wrong ? 'wrong' : 'quiet'}>
          {about}
        </p>
      )}
    </div>
  );
}
