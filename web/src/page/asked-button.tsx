import type { ReactNode } from 'react';
import { AskFirst } from './ask-first';

interface Given {
  /** The question, and what its answers are called. */
  asks: { title: ReactNode; yes: string; no: string };
  /** What is read aloud in place of the word on the button, where that says too little by itself. */
  label?: string;
  busy: boolean;
  onYes: () => void;
  children: string;
}

/** A button whose act is asked about first. */
export function AskedButton({ asks, label, busy, onYes, children }: Given) {
  return (
    <AskFirst title={asks.title} okText={asks.yes} cancelText={asks.no} onConfirm={onYes}>
      <button type="button" disabled={busy} aria-label={label}>
        {children}
      </button>
    </AskFirst>
  );
}
