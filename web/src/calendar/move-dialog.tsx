import { Select } from 'antd';
import { useId, useState } from 'react';
import { TextInput } from '../people/text-input';
import { UnitSelect } from '../people/unit-select';
import { addDays, isDay, showDay } from '../texts/days';
import { useCalendarTexts } from '../texts/calendar';
import { ActDialog } from './act-dialog';
import { NoticesEffect } from './notices-effect';
import { AREA, lookAtMove, lookAtNotices, type Move, post, type YearLine } from './queries';

/** How long after the last due day the ladder may still say something about it. */
const AFTERMATH = 120;

/** Moves the due day of a milestone, for every unit that owes it or for a part of the tree. */
export function MoveDialog({
  line,
  planYear,
  today,
  close,
}: {
  line: YearLine;
  planYear: number;
  today: string;
  close: () => void;
}) {
  const texts = useCalendarTexts();
  const id = useId();
  const [how, setHow] = useState<'days' | 'day'>('days');
  const [days, setDays] = useState('');
  const [lastDay, setLastDay] = useState('');
  const [under, setUnder] = useState<string>();
  const [reason, setReason] = useState('');
  const count = /^-?\d{1,3}$/.test(days.trim()) ? Number(days) : 0;
  const daysFit = count !== 0 && Math.abs(count) <= 366;
  const fits = how === 'days' ? daysFit : isDay(lastDay);
  const value: Move | undefined =
    fits && reason.trim().length >= 3
      ? {
          planYear,
          milestone: line.milestone,
          ...(under === undefined ? {} : { under }),
          shift: how === 'days' ? { days: count } : { dueOn: addDays(lastDay, 1) },
          reason: reason.trim(),
        }
      : undefined;
  const newest = line.dues.at(-1)?.dueOn ?? today;
  const horizon = (move: Move): string => {
    const to = 'dueOn' in move.shift ? move.shift.dueOn : addDays(newest, move.shift.days);
    return addDays([today, newest, to].sort().at(-1)!, AFTERMATH);
  };
  return (
    <ActDialog
      title={texts.moveOf(line.title)}
      area={AREA}
      value={value}
      look={async (move) => {
        const [effect, difference] = await Promise.all([lookAtMove(move), lookAtNotices(move, today, horizon(move))]);
        return { effect, difference };
      }}
      tell={({ effect, difference }) => (
        <>
          <ul>
            <li>{texts.moveEffect(effect.moved)}</li>
            {effect.lateAtOnce > 0 && <li className="late">{texts.moveLate(effect.lateAtOnce)}</li>}
            {effect.settled > 0 && <li>{texts.moveSettled(effect.settled)}</li>}
          </ul>
          <NoticesEffect difference={difference} />
        </>
      )}
      act={async (move) => {
        const { effect } = await post<{ effect: { moved: number } }>('/api/calendar/moves', {
          ...move,
          confirmed: true,
        });
        return texts.moved(effect.moved);
      }}
      close={close}
      fields={(tried) => (
        <>
          <div className="field">
            <label htmlFor={`${id}-how`}>{texts.moveHow}</label>
            <Select
              id={`${id}-how`}
              value={how}
              options={[
                { value: 'days' as const, label: texts.moveBy },
                { value: 'day' as const, label: texts.moveTo },
              ]}
              onChange={setHow}
            />
          </div>
          {how === 'days' ? (
            <TextInput
              label={texts.days}
              value={days}
              most={4}
              hint={daysFit && line.dues.length === 1 ? inWords(line.dues[0]!.dueOn, count) : undefined}
              wrong={tried && !daysFit ? texts.daysNeeded : undefined}
              change={setDays}
            />
          ) : (
            <TextInput
              label={texts.newLastDay}
              type="date"
              value={lastDay}
              wrong={tried && !isDay(lastDay) ? texts.dayNeeded : undefined}
              change={setLastDay}
            />
          )}
          <div className="field">
            <label htmlFor={`${id}-under`}>{texts.under}</label>
            <UnitSelect id={`${id}-under`} value={under} placeholder={texts.everyone} change={setUnder} />
            <p className="quiet">{texts.underHint}</p>
          </div>
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

  function inWords(dueOn: string, by: number): string {
    const due = addDays(dueOn, by);
    return texts.lastDay(showDay(addDays(due, -1)), showDay(due));
  }
}
