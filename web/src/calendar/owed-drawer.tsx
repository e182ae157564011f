import { Drawer } from 'antd';
import { useId, useState } from 'react';
import { ResourceView } from '../page/resource-view';
import { mentions } from '../page/search-words';
import { SomeOf } from '../page/some-of';
import { useCalendarTexts } from '../texts/calendar';
import { addDays, showDay } from '../texts/days';
import { OwedActs } from './owed-acts';
import { type OwedByUnit, useOwed, type YearLine } from './queries';

/** Who owes a milestone, unit by unit, and what an admin may decide about each. */
export function OwedDrawer({ line, planYear, close }: { line: YearLine; planYear: number; close: () => void }) {
  const texts = useCalendarTexts();
  const [typed, setTyped] = useState('');
  const id = useId();
  return (
    <Drawer
      open
      title={texts.owedOf(line.title)}
      size={640}
      closable={{ 'aria-label': texts.close }}
      onClose={close}
      rootClassName="calendar"
    >
      <p className="search">
        <label htmlFor={id}>{texts.searchUnit}</label>
        <input id={id} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </p>
      <ResourceView of={useOwed(planYear, line.milestone)}>
        {({ obligations, today }) => (
          <SomeOf
            all={obligations.filter((one) => mentions(typed, one.unitName, one.within ?? '', one.unit))}
            step={20}
          >
            {(one) => <OwedRow key={one.id} one={one} today={today} />}
          </SomeOf>
        )}
      </ResourceView>
    </Drawer>
  );
}

function OwedRow({ one, today }: { one: OwedByUnit; today: string }) {
  const texts = useCalendarTexts();
  const lastDay = (dueOn: string) => showDay(addDays(dueOn, -1));
  return (
    <li className={`row ${one.settled ? 'settled' : ''}`}>
      <h3 className="row-title">
        {one.unitName}
        {one.within ? `, ${one.within}` : ''}
      </h3>
      {one.about && <p>{one.about}</p>}
      <p>
        {texts.lastDay(lastDay(one.dueOn), showDay(one.dueOn))}
        {one.firstDueOn ? `; ${texts.firstLastDay(lastDay(one.firstDueOn))}` : ''}
      </p>
      <p>
        <span className={`badge ${one.settled ? 'settled' : ''}`}>
          {one.settled ? texts.settledAs[one.settled] : one.closed ? texts.inClosedRound : texts.open}
        </span>
      </p>
      <OwedActs one={one} today={today} />
    </li>
  );
}
