import { useId } from 'react';

interface Given {
  label: string;
  value: string;
  wrong?: string;
  change: (text: string) => void;
}

export function TextField({ label, value, wrong, change }: Given) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        maxLength={1000}
        autoComplete="off"
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong && `${id}-wrong`}
        onChange={(event) => change(event.target.value)}
      />
      {wrong && (
        <p id={`${id}-wrong`} className="wrong">
          {wrong}
        </p>
      )}
    </div>
  );
}
