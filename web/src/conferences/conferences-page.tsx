import { useState } from 'react';
import { ChoiceField } from '../page/choice-field';
import { ResourceView } from '../page/resource-view';
import '../style/forms.css';
import '../style/people.css';
import { useConferencesTexts } from '../texts/conferences';
import { ConferenceRow } from './conference-row';
import { type Conference, type HeldWindow, useConferences, useWindows } from './queries';
import { WindowRow } from './window-row';

/** The conferences of the second round: windows to plan for who holds them, and for who is heard when and where. */
export default function ConferencesPage() {
  const texts = useConferencesTexts();
  const windows = useWindows();
  return (
    <section className="parts">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <ResourceView of={windows}>
        {(held) =>
          held.planYears.length === 0 ? (
            <p className="empty">{texts.noCycle}</p>
          ) : (
            <Years planYears={held.planYears} windows={held.windows} />
          )
        }
      </ResourceView>
    </section>
  );
}

function Years({ planYears, windows }: { planYears: readonly number[]; windows: readonly HeldWindow[] }) {
  const texts = useConferencesTexts();
  const [year, setYear] = useState(String(planYears.at(-1)));
  const [said, setSaid] = useState<string>();
  const conferences = useConferences(Number(year));
  const mine = windows.filter((one) => one.planYear === Number(year));
  return (
    <>
      {planYears.length > 1 && (
        <ChoiceField
          label={texts.planYear}
          value={year}
          options={planYears.map((one) => ({ value: String(one), label: String(one) }))}
          change={setYear}
        />
      )}
      <p role="status" className="said">
        {said}
      </p>
      {mine.length > 0 && (
        <section aria-labelledby="windows">
          <h2 id="windows">{texts.windows}</h2>
          <ul className="rows">
            {mine.map((one) => (
              <WindowRow key={`${one.milestone} ${one.heldBy}`} window={one} done={setSaid} />
            ))}
          </ul>
        </section>
      )}
      <ResourceView of={conferences}>
        {({ conferences: all }) => <Arranged all={all} windows={mine} done={setSaid} />}
      </ResourceView>
    </>
  );
}

function Arranged(given: { all: Conference[]; windows: readonly HeldWindow[]; done: (said: string) => void }) {
  const { all, windows, done } = given;
  const texts = useConferencesTexts();
  if (all.length === 0) return <p className="empty">{texts.none}</p>;
  const days = [...Map.groupBy(all, (one) => one.day)];
  return (
    <section aria-labelledby="arranged">
      <h2 id="arranged">
        {texts.arrangedTitle} <span className="number">{all.length}</span>
      </h2>
      {days.map(([day, ones]) => (
        <ul key={day} className="rows">
          {ones.map((one) => (
            <ConferenceRow
              key={`${one.id} ${one.version}`}
              conference={one}
              window={windows.find(({ milestone, heldBy }) => milestone === one.milestone && heldBy === one.heldBy)}
              done={done}
            />
          ))}
        </ul>
      ))}
    </section>
  );
}
