import { PlanLines } from '../../ladder/plan-lines';
import { SomeOf } from '../../page/some-of';
import '../../style/ladder.css';
import { showDay } from '../../texts/days';
import { useDryRunTexts } from '../../texts/dry-run';
import { word } from '../../texts/texts';
import type { DryRun } from './queries';

/** `2027-06-22T07` → `07:00 22/06/2027`. */
const showHour = (hour: string): string => `${hour.slice(11, 13)}:00 ${showDay(hour.slice(0, 10))}`;

/** A plan as a load: in all, by channel with its fullest hour, by day, by person, and the notices themselves. */
export function LoadView({
  load,
  choosePerson,
}: {
  load: DryRun;
  choosePerson: (person: { id: string; name: string }) => void;
}) {
  const texts = useDryRunTexts();
  const { notices, messages, unreachable, peak, channels, days, people, lines } = load;
  const nameOf = (channel: string | undefined) =>
    channel === undefined ? texts.noChannel : word(texts.channels, channel);
  const most = Math.max(1, ...days.map((day) => day.messages));
  return (
    <>
      <p role="status">
        <strong>{texts.total(notices, messages)}</strong>
      </p>
      {unreachable > 0 && <p className="wrong">{texts.unreachable(unreachable)}</p>}
      {notices === 0 && <p className="empty">{texts.none}</p>}
      {peak && (
        <section aria-label={texts.byChannel}>
          <h2>{texts.byChannel}</h2>
          <p>{texts.peak(showHour(peak.hour), peak.messages)}</p>
          <ul className="rows short">
            {channels.map((one) => (
              <li key={one.channel ?? ''} className="row" data-channel={one.channel ?? ''}>
                <h3 className="row-title">{nameOf(one.channel)}</h3>
                <p>{texts.channelTotal(one.messages, one.people)}</p>
                <p>{texts.channelPeak(showHour(one.peak.hour), one.peak.messages)}</p>
                <p>{one.peak.seconds === undefined ? texts.noLimit : texts.eta(one.peak.seconds)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {days.length > 0 && (
        <section aria-label={texts.byDay}>
          <h2>{texts.byDay}</h2>
          <SomeOf all={days} step={31}>
            {(day) => (
              <li key={day.on} className="day-load" data-day={day.on}>
                <span>{texts.dayTotal(showDay(day.on), day.messages, day.people)}</span>
                <meter min={0} max={most} value={day.messages} aria-label={showDay(day.on)} />
              </li>
            )}
          </SomeOf>
        </section>
      )}
      {people.length > 0 && (
        <section aria-label={texts.byPerson}>
          <h2>{texts.byPerson}</h2>
          <SomeOf all={people} step={20} short>
            {(one) => (
              <li key={one.person} className="row awaited" data-person={one.person}>
                <span>
                  <strong>{one.name}</strong>
                  <br />
                  {texts.personTotal(one.messages, one.notices)} · {nameOf(one.channel)}
                </span>
                <button
                  type="button"
                  aria-label={texts.onlyThisPerson(one.name)}
                  onClick={() => choosePerson({ id: one.person, name: one.name })}
                >
                  {texts.only}
                </button>
              </li>
            )}
          </SomeOf>
        </section>
      )}
      {lines.length > 0 && (
        <section aria-label={texts.lines}>
          <h2>{texts.lines}</h2>
          {lines.length < notices && <p className="quiet">{texts.firstOf(lines.length, notices)}</p>}
          <PlanLines lines={lines.map((notice) => ({ notice }))} />
        </section>
      )}
    </>
  );
}
