import { useId, useState } from 'react';
import { ResourceView } from '../../page/resource-view';
import { TextInput } from '../../people/text-input';
import { UnitSelect } from '../../people/unit-select';
import { addDays, isDay } from '../../texts/days';
import { useDryRunTexts } from '../../texts/dry-run';
import { CalendarFrame } from '../calendar-frame';
import { LoadView } from './load-view';
import { listAddress, useDryRun, useToday, type Wish } from './queries';

/** The longest range that is planned at once, and the one that is shown first. */
const LONGEST = 800;
const FIRST = 30;

/** What will go out on any days, before it does: by day, by person, by channel, and the fullest hour. */
export default function DryRunPage() {
  const texts = useDryRunTexts();
  return (
    <CalendarFrame hint={texts.hint}>
      <ResourceView of={useToday()}>{({ today }) => <Asked today={today} />}</ResourceView>
    </CalendarFrame>
  );
}

function Asked({ today }: { today: string }) {
  const texts = useDryRunTexts();
  const id = useId();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(addDays(today, FIRST));
  const [unit, setUnit] = useState<string>();
  const [person, setPerson] = useState<{ id: string; name: string }>();
  const wrong =
    !isDay(from) || !isDay(to)
      ? texts.dayNeeded
      : to < from
        ? texts.backwards
        : to > addDays(from, LONGEST)
          ? texts.tooLong(LONGEST)
          : undefined;
  const wish: Wish = {
    from,
    to,
    ...(unit === undefined ? {} : { unit }),
    ...(person === undefined ? {} : { person: person.id }),
  };
  const plan = useDryRun(wrong === undefined ? wish : undefined);
  return (
    <>
      <div className="form-filters" role="search" aria-label={texts.filters}>
        <TextInput label={texts.from} type="date" value={from} change={setFrom} />
        <TextInput label={texts.to} type="date" value={to} wrong={wrong} change={setTo} />
        <div className="form-filter wide">
          <label htmlFor={`${id}-unit`}>{texts.unit}</label>
          <UnitSelect id={`${id}-unit`} value={unit} placeholder={texts.everyUnit} change={setUnit} />
        </div>
        {wrong === undefined && (
          <a className="button" href={listAddress(wish)} download>
            {texts.download}
          </a>
        )}
      </div>
      {person && (
        <p>
          {texts.onlyOf(person.name)}{' '}
          <button type="button" onClick={() => setPerson(undefined)}>
            {texts.everybody}
          </button>
        </p>
      )}
      {wrong === undefined && (
        <ResourceView of={plan}>{(load) => <LoadView load={load} choosePerson={setPerson} />}</ResourceView>
      )}
    </>
  );
}
