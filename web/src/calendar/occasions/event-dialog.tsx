import { useState } from 'react';
import { TextInput } from '../../people/text-input';
import { isDay, showDay } from '../../texts/days';
import { useOccasionTexts } from '../../texts/occasions';
import { ActDialog } from '../act-dialog';
import { AREA } from '../queries';
import { EffectWords } from './effect-words';
import { type CalendarEvent, doOccasion, lookAtOccasion, type NewEvent, type Window } from './queries';

const ADDRESS = '/api/calendar/events';

type Named = Window['holders'][number]['awaited'][number];
/** A new event of a window, or one that is corrected. */
export type Told = { window: Window; unit: Named; heldBy: Named } | { event: CalendarEvent };

interface Given {
  told: Told;
  planYear: number;
  today: string;
  close: () => void;
}

/** Records the day on which an event ended, or corrects it; what follows is told first. */
export function EventDialog({ told, planYear, today, close }: Given) {
  const texts = useOccasionTexts().events;
  const was = 'event' in told ? told.event : undefined;
  const [endedOn, setEndedOn] = useState(was?.endedOn ?? '');
  const [note, setNote] = useState(was?.note ?? '');
  const about =
    'event' in told
      ? {
          milestone: told.event.milestone,
          unit: told.event.unit,
          heldBy: told.event.heldBy,
          occasion: told.event.occasion,
        }
      : { milestone: told.window.milestone, unit: told.unit.code, heldBy: told.heldBy.code };
  const title =
    'event' in told
      ? texts.changeOf(`${told.event.title}, ${told.event.unitName}`)
      : texts.recordOf(told.unit.name, told.window.title);
  const fits = isDay(endedOn) && endedOn <= today;
  const value: NewEvent | undefined = fits ? { planYear, ...about, endedOn, note: note.trim() } : undefined;
  return (
    <ActDialog
      title={title}
      area={AREA}
      value={value}
      look={(body) => lookAtOccasion(ADDRESS, body, { kind: 'event', event: body }, today)}
      tell={(looked) => <EffectWords looked={looked} />}
      act={async (body) => {
        const { effect } = await doOccasion(ADDRESS, body);
        return texts.done(showDay(endedOn), effect.added, effect.moved);
      }}
      close={close}
      fields={(tried) => (
        <>
          <TextInput
            label={texts.endedOn}
            type="date"
            value={endedOn}
            wrong={tried && !fits ? texts.dayNeeded : undefined}
            change={setEndedOn}
          />
          <TextInput label={texts.note} value={note} most={1000} change={setNote} />
        </>
      )}
    />
  );
}
