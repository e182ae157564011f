import { useState } from 'react';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { TextInput } from '../people/text-input';
import { useCalendarTexts } from '../texts/calendar';
import { addDays, showDay } from '../texts/days';
import { useTexts } from '../texts/texts';
import { type OwedByUnit, useDecide } from './queries';

type Act = 'waiver' | 'waiver/take-back' | 'reopening' | 'extension/take-back';

/** What may be decided about one obligation now, each with a reason that stays on record. */
export function OwedActs({ one, today }: { one: OwedByUnit; today: string }) {
  const texts = useCalendarTexts();
  const house = useTexts();
  const { refresh } = useRefresh();
  const [open, setOpen] = useState<Act>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useDecide();
  const acts: Act[] = [
    ...(one.settled === undefined ? (['waiver'] as const) : []),
    ...(one.settled === 'waived' ? (['waiver/take-back'] as const) : []),
    ...(one.closed && one.settled === undefined ? (['reopening'] as const) : []),
    ...(one.dueOnceTakenBack ? (['extension/take-back'] as const) : []),
  ];
  const isMissing = reason.trim().length < 3;
  const save = () => {
    setTried(true);
    if (open === undefined || isMissing) return;
    const body = { id: one.id, act: open, reason: reason.trim() };
    decide.mutate(body, {
      onSuccess: () => {
        refresh(texts.decided[open](one.unitName));
        setOpen(undefined);
        setReason('');
        setTried(false);
      },
    });
  };
  return (
    <>
      <div className="buttons">
        {acts.map((act) => (
          <button
            key={act}
            type="button"
            aria-expanded={open === act}
            aria-label={`${texts.decide[act]}: ${one.unitName}`}
            onClick={() => setOpen(open === act ? undefined : act)}
          >
            {texts.decide[act]}
          </button>
        ))}
      </div>
      {open && (
        <div className="act">
          {open === 'extension/take-back' && one.dueOnceTakenBack && (
            <p>
              {texts.standsAgain(showDay(addDays(one.dueOnceTakenBack, -1)))}
              {one.dueOnceTakenBack <= today && ` ${texts.lateAtOnce}`}
            </p>
          )}
          <TextInput
            label={texts.reason}
            value={reason}
            most={1000}
            wrong={tried && isMissing ? texts.reasonNeeded : undefined}
            change={setReason}
          />
          <Problem of={decide.error} />
          <div className="buttons">
            <button type="button" className="main" disabled={decide.isPending} onClick={save}>
              {texts.apply}
            </button>
            <button type="button" onClick={() => setOpen(undefined)}>
              {house.page.cancel}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
