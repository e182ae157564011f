import { useState } from 'react';
import { ResourceView } from '../../page/resource-view';
import { SomeOf } from '../../page/some-of';
import { useUnitChangeTexts } from '../../texts/unit-changes';
import { CalendarFrame } from '../calendar-frame';
import { ChangeDialog } from './change-dialog';
import { ChangeRow } from './change-row';
import { useChanges } from './queries';

/** Units merged or split, also in mid-year: everything that follows is told first, done whole, and taken back where it still can be. */
export default function UnitsPage() {
  const texts = useUnitChangeTexts();
  const [isOpen, setOpen] = useState(false);
  const all = useChanges();
  return (
    <CalendarFrame hint={texts.hint}>
      <div className="buttons">
        <button type="button" className="main" onClick={() => setOpen(true)}>
          {texts.propose}
        </button>
      </div>
      <h2>{texts.done}</h2>
      <ResourceView of={all}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="empty">{texts.none}</p>
          ) : (
            <SomeOf all={changes}>{(change) => <ChangeRow key={change.id} change={change} />}</SomeOf>
          )
        }
      </ResourceView>
      {isOpen && all.data && <ChangeDialog today={all.data.today} close={() => setOpen(false)} />}
    </CalendarFrame>
  );
}
