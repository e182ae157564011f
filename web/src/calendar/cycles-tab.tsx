import { Checkbox } from 'antd';
import { useState } from 'react';
import { TextInput } from '../people/text-input';
import { useCalendarTexts } from '../texts/calendar';
import { ActDialog } from './act-dialog';
import { AREA, post, type YearLine } from './queries';

interface RollOver {
  fromPlanYear: number;
  toPlanYear: number;
  figures: { added: number; replaced: number; stays: number; unlike: number };
  open: { milestone: string; units: number }[];
}

/** How many obligations opening a year would write. */
interface Opening {
  added: number;
  lateAtOnce: number;
  waived: number;
  milestones: { milestone: string; added: number }[];
}

/** Opening a plan year, and rolling one over into the next. */
export function CyclesTab({ cycles, lines }: { cycles: readonly number[]; lines: readonly YearLine[] }) {
  const texts = useCalendarTexts();
  const [opened, setOpened] = useState<{ what: 'open' | 'roll-over'; year: number }>();
  const close = () => setOpened(undefined);
  const next = (cycles.at(-1) ?? new Date().getFullYear()) + 1;
  return (
    <>
      <p className="quiet">{texts.cyclesHint}</p>
      <div className="buttons">
        <button type="button" className="main" onClick={() => setOpened({ what: 'open', year: next })}>
          {texts.openCycle(next)}
        </button>
      </div>
      <ul className="rows">
        {cycles.map((year) => (
          <li key={year} className="row form-row">
            <h3 className="row-title">{texts.cycle(year)}</h3>
            <div className="form-state">
              <div className="buttons">
                <button type="button" onClick={() => setOpened({ what: 'roll-over', year })}>
                  {texts.rollOver(year, year + 1)}
                </button>
              </div>
            </div>
          </li>
        ))}
      </ul>
      {opened?.what === 'open' && <OpenDialog planYear={opened.year} lines={lines} close={close} />}
      {opened?.what === 'roll-over' && <RollOverDialog planYear={opened.year} lines={lines} close={close} />}
    </>
  );
}

interface Given {
  planYear: number;
  lines: readonly YearLine[];
  close: () => void;
}

function OpenDialog({ planYear, lines, close }: Given) {
  const texts = useCalendarTexts();
  const [waives, setWaives] = useState(false);
  const [reason, setReason] = useState('');
  const isReasonMissing = waives && reason.trim().length < 3;
  const value = isReasonMissing ? undefined : { planYear, ...(waives ? { waiveOver: reason.trim() } : {}) };
  const titleOf = (milestone: string) => lines.find((line) => line.milestone === milestone)?.title ?? milestone;
  return (
    <ActDialog
      title={texts.openCycle(planYear)}
      hint={texts.openHint}
      area={AREA}
      value={value}
      look={(body) => post<Opening>('/api/calendar/cycles/preview', body)}
      tell={({ added, lateAtOnce, waived, milestones }) => (
        <>
          <p>
            <strong>{texts.openEffect(added, milestones.length)}</strong>
          </p>
          {lateAtOnce > 0 && <p className="late">{texts.openLate(lateAtOnce)}</p>}
          {waived > 0 && <p>{texts.openWaived(waived)}</p>}
          {milestones.length > 0 && (
            <details>
              <summary>{texts.details(milestones.length)}</summary>
              <ul>
                {milestones.map((one) => (
                  <li key={one.milestone}>{texts.closeLine(titleOf(one.milestone), one.added)}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      act={async (body) => {
        const { added } = await post<{ added: number }>('/api/calendar/cycles', body);
        return texts.cycleOpened(planYear, added);
      }}
      close={close}
      fields={(tried) => (
        <>
          <Checkbox checked={waives} onChange={(event) => setWaives(event.target.checked)}>
            {texts.waiveOver}
          </Checkbox>
          {waives && (
            <TextInput
              label={texts.reason}
              value={reason}
              most={1000}
              wrong={tried && isReasonMissing ? texts.reasonNeeded : undefined}
              change={setReason}
            />
          )}
        </>
      )}
    />
  );
}

function RollOverDialog({ planYear, lines, close }: Given) {
  const texts = useCalendarTexts();
  const address = '/api/calendar/roll-over';
  const titleOf = (milestone: string) => lines.find((line) => line.milestone === milestone)?.title ?? milestone;
  return (
    <ActDialog
      title={texts.rollOver(planYear, planYear + 1)}
      hint={texts.rollOverHint}
      area={AREA}
      value={{ planYear }}
      look={(body) => post<RollOver>(address, body)}
      tell={({ figures, open }) => (
        <>
          <p>{texts.rollOverEffect(figures.added, figures.replaced, figures.stays)}</p>
          {figures.unlike > 0 && <p>{texts.rollOverUnlike(figures.unlike)}</p>}
          {open.length > 0 && (
            <>
              <p>{texts.rollOverOpen(planYear)}</p>
              <ul>
                {open.map(({ milestone, units }) => (
                  <li key={milestone}>{texts.closeLine(titleOf(milestone), units)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      act={async (body) => {
        await post(address, { ...body, confirmed: true });
        return texts.rolledOver(planYear, planYear + 1);
      }}
      close={close}
      fields={() => null}
    />
  );
}
