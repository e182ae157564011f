import { useState } from 'react';
import { newKey } from '../chat/new-key';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { useManagedUnits } from '../people/queries';
import { useLadderTexts } from '../texts/ladder';
import { useLanguage } from '../texts/texts';
import type { WordedText } from '../wording/queries';
import { DraftBar } from './draft-bar';
import { HoursDrawer } from './hours-drawer';
import { LadderVersions } from './ladder-versions';
import { type RungFile, type SeenLadder, useSaveDraft } from './queries';
import { RungDrawer } from './rung-drawer';
import { emptyRung } from './rung-form';
import { RungRow } from './rung-row';
import { UnitPlan } from './unit-plan';

interface Given {
  seen: SeenLadder;
  /** Lines of notices that a rung may say. */
  lines: readonly WordedText[];
  /** Names of rungs. */
  titles: readonly WordedText[];
}

/** The ladder in words, the draft where one is open; each rung is changed in a drawer of its own. */
export function LadderView({ seen, lines, titles }: Given) {
  const texts = useLadderTexts();
  const { locale } = useLanguage();
  const { refresh } = useRefresh();
  const units = useManagedUnits();
  const save = useSaveDraft();
  const [opened, setOpened] = useState<'hours' | RungFile>();
  const { draft, today } = seen;
  const ladder = draft?.ladder ?? seen.ladder;
  const revision = draft?.revision ?? 0;
  const faults = draft?.faults ?? [];
  const names = new Map(titles.map((one) => [one.key.slice('rung.'.length), one[locale].text || one.vi.text]));
  const unitName = (code: string) => units.data?.find((unit) => unit.code === code)?.name ?? code;
  const freshId = () => `bac-${newKey().slice(0, 8)}`;
  const copyOf = (rung: RungFile): RungFile => ({ ...rung, id: freshId() });
  const remove = (id: string) =>
    save.mutate(
      { ladder: { ...ladder, rungs: ladder.rungs.filter((one) => one.id !== id) }, revision },
      { onSuccess: () => refresh(texts.saved) },
    );
  return (
    <>
      <p className="quiet">{texts.inForce(seen.version)}</p>
      {draft && <DraftBar draft={draft} today={today} />}
      <section aria-labelledby="ladder-hours">
        <h2 id="ladder-hours">{texts.hours}</h2>
        <p>{texts.hoursLine(ladder.hours.from, ladder.hours.to)}</p>
        <p>
          {ladder.quiet
            ? texts.quietLine(ladder.quiet.map(({ from, to }) => `${from}–${to}`).join(', '))
            : texts.noQuiet}
        </p>
        {faults
          .filter(({ row }) => !row.startsWith('rungs.'))
          .map(({ row, reason }) => (
            <p key={row + reason} className="wrong">
              {reason}
            </p>
          ))}
        <div className="buttons">
          <button type="button" onClick={() => setOpened('hours')}>
            {texts.editHours}
          </button>
        </div>
      </section>
      <section aria-labelledby="ladder-rungs">
        <h2 id="ladder-rungs">
          {texts.rungs} <span className="number">{ladder.rungs.length}</span>
        </h2>
        <Problem of={save.error} />
        <ul className="rows">
          {ladder.rungs.map((rung, at) => (
            <RungRow
              key={rung.id}
              rung={rung}
              name={names.get(rung.id) ?? rung.id}
              text={lines.find(({ key }) => key === rung.template)?.[locale].text}
              faults={faults.filter(({ row }) => row === `rungs.${at}`)}
              unitName={unitName}
              edit={() => setOpened(rung)}
              copy={() => setOpened(copyOf(rung))}
              remove={() => remove(rung.id)}
            />
          ))}
        </ul>
        <div className="buttons">
          <button type="button" className="main" onClick={() => setOpened(emptyRung(freshId()))}>
            {texts.addRung}
          </button>
        </div>
      </section>
      <UnitPlan ladder={ladder} today={today} />
      <LadderVersions seen={seen} />
      {opened === 'hours' && (
        <HoursDrawer
          ladder={ladder}
          revision={revision}
          faults={faults.filter(({ row }) => !row.startsWith('rungs.'))}
          close={() => setOpened(undefined)}
        />
      )}
      {opened !== undefined && opened !== 'hours' && (
        <RungDrawer
          key={opened.id}
          ladder={ladder}
          revision={revision}
          channels={seen.channels}
          rung={opened}
          faults={faults.filter(({ row }) => row === `rungs.${ladder.rungs.findIndex(({ id }) => id === opened.id)}`)}
          lines={lines}
          names={names}
          close={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
