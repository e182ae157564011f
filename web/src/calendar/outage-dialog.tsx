import { useState } from 'react';
import { TextInput } from '../people/text-input';
import { useCalendarTexts } from '../texts/calendar';
import { addDays } from '../texts/days';
import { ActDialog } from './act-dialog';
import { NoticesEffect } from './notices-effect';
import { AFTERMATH, AREA, lookAtEdit, type MoveEffect, post } from './queries';

const ADDRESS = '/api/calendar/outages';
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What the field gives is the hour of the profile's people, wherever the reader's machine stands. */
const instantOf = (local: string): string => `${local}:00+07:00`;

/** Records that the product could not be reached, and gives back the days that were lost. */
export function OutageDialog({ today, close }: { today: string; close: () => void }) {
  const texts = useCalendarTexts();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const value =
    LOCAL.test(from) && LOCAL.test(to) && reason.trim().length >= 3
      ? { from: instantOf(from), to: instantOf(to), reason: reason.trim() }
      : undefined;
  return (
    <ActDialog
      title={texts.recordOutage}
      hint={texts.outageHint}
      area={AREA}
      value={value}
      look={async (body) => {
        const [{ effect }, difference] = await Promise.all([
          post<{ effect: MoveEffect }>(ADDRESS, body),
          lookAtEdit(today, addDays(today, AFTERMATH), { kind: 'outage', from: body.from, to: body.to }),
        ]);
        return { effect, difference };
      }}
      tell={({ effect, difference }) => (
        <>
          <p>{texts.moveEffect(effect.moved)}</p>
          <NoticesEffect difference={difference} />
        </>
      )}
      act={async (body) => {
        const { effect } = await post<{ effect: MoveEffect }>(ADDRESS, { ...body, confirmed: true });
        return texts.outageRecorded(effect.moved);
      }}
      close={close}
      fields={(tried) => (
        <>
          <TextInput
            label={texts.outageFrom}
            type="datetime-local"
            value={from}
            wrong={tried && !LOCAL.test(from) ? texts.instantNeeded : undefined}
            change={setFrom}
          />
          <TextInput
            label={texts.outageTo}
            type="datetime-local"
            value={to}
            wrong={tried && !LOCAL.test(to) ? texts.instantNeeded : undefined}
            change={setTo}
          />
          <TextInput
            label={texts.reason}
            value={reason}
            most={1000}
            wrong={tried && reason.trim().length < 3 ? texts.reasonNeeded : undefined}
            change={setReason}
          />
        </>
      )}
    />
  );
}
