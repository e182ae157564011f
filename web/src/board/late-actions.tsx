import { useRef, useState } from 'react';
import { useRefresh } from '../api/refresh';
import type { LateItem } from '../api/types';
import { useBoardActsTexts } from '../texts/board-acts';
import { useTexts } from '../texts/texts';
import { AskForm } from './ask-form';
import { ExtensionForm } from './extension-form';
import { AcknowledgeButton } from './acknowledge-button';
import { HandForm } from './hand-form';
import { PromiseForm } from './promise-form';
import { WaiverForm } from './waiver-form';

const actions = ['promise', 'extend', 'ask', 'hand', 'waive'] as const;
type Action = (typeof actions)[number];
const forms = { promise: PromiseForm, extend: ExtensionForm, ask: AskForm, hand: HandForm, waive: WaiverForm };

/** What can be done about something late: take it on, promise a date, grant a later one, ask the unit, hand it over, waive it. */
export function LateActions({ item, today }: { item: LateItem; today: string }) {
  const texts = useTexts();
  const { waive, ask, hand } = useBoardActsTexts();
  const names = { ...texts.act, waive, ask, hand };
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
        {!item.acknowledged && <AcknowledgeButton item={item} />}
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
            {names[action]}
            <span className="unseen">: {texts.act.on(item.title, item.unitName)}</span>
          </button>
        ))}
      </div>
      {Form && <Form item={item} today={today} done={done} cancel={close} />}
    </div>
  );
}
