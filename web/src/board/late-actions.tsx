import { useRef, useState } from 'react';
import { useRefresh } from '../api/refresh';
import type { LateItem } from '../api/types';
import { useTexts } from '../texts/texts';
import { ExtensionForm } from './extension-form';
import { PromiseForm } from './promise-form';

const actions = ['promise', 'extend'] as const;
type Action = (typeof actions)[number];
const forms = { promise: PromiseForm, extend: ExtensionForm };

/** What can be done about something late: promise a date, or grant a later one. */
export function LateActions({ item, today }: { item: LateItem; today: string }) {
  const texts = useTexts();
  const { refresh } = useRefresh();
  const [open, setOpen] = useState<Action>();
  const buttons = useRef<Partial<Record<Action, HTMLButtonElement | null>>>({});
  const close = () => {
    // Whoever works by keyboard goes on where they were.
    if (open) buttons.current[open]?.focus();
    setOpen(undefined);
  };
  const done = (said: string) => {
    close();
    refresh(said);
  };
  const Form = open && forms[open];
  return (
    <div className="actions">
      <div className="buttons">
        {actions.map((action) => (
          <button
            key={action}
            ref={(button) => {
              buttons.current[action] = button;
            }}
            type="button"
            aria-expanded={open === action}
            onClick={() => setOpen(open === action ? undefined : action)}
          >
            {texts.act[action]}
            <span className="unseen">: {texts.act.on(item.title, item.unitName)}</span>
          </button>
        ))}
      </div>
      {Form && <Form item={item} today={today} done={done} cancel={close} />}
    </div>
  );
}
