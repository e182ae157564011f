import { Select } from 'antd';
import { useId, useState } from 'react';
import { ResourceView } from '../page/resource-view';
import { Tabs } from '../page/tabs';
import { hasRole, useSession } from '../session/session';
import { useCalendarTexts } from '../texts/calendar';
import { CalendarFrame } from './calendar-frame';
import { CyclesTab } from './cycles-tab';
import RulesPage from './occasions/rules-page';
import { MilestonesTab } from './milestones-tab';
import { MovesTab } from './moves-tab';
import { type Standing, useStanding, useYear } from './queries';

/** The calendar as the reader may have it: all of it for who administers it, what superiors set for everybody else. */
export default function CalendarPage() {
  const session = useSession().data;
  return session != null && hasRole(session, 'admin') ? <WholeCalendar /> : <RulesPage />;
}

/** What stands, and the acts that change it. */
function WholeCalendar() {
  const texts = useCalendarTexts();
  const standing = useStanding();
  return (
    <CalendarFrame hint={texts.hint}>
      <ResourceView of={standing}>{(known) => <OfYear standing={known} />}</ResourceView>
    </CalendarFrame>
  );
}

function OfYear({ standing }: { standing: Standing }) {
  const texts = useCalendarTexts();
  const id = useId();
  const { cycles } = standing;
  const newest = cycles.at(-1) ?? new Date().getFullYear() + 1;
  const [planYear, setPlanYear] = useState(newest);
  const year = useYear(planYear);
  return (
    <>
      <div className="form-filters">
        <div className="form-filter">
          <label htmlFor={`${id}-year`}>{texts.planYear}</label>
          <Select
            id={`${id}-year`}
            value={planYear}
            options={[...new Set([...cycles, newest + 1])].map((value) => ({
              value,
              label: texts.yearChoice(value, cycles.includes(value)),
            }))}
            onChange={setPlanYear}
          />
        </div>
      </div>
      <ResourceView of={year}>
        {(known) => (
          <Tabs
            label={texts.title}
            tabs={[
              {
                key: 'milestones',
                label: texts.tabs.milestones,
                children: <MilestonesTab year={known} standing={standing} />,
              },
              {
                key: 'moves',
                label: texts.tabs.moves,
                children: <MovesTab standing={standing} lines={known.lines} today={known.today} />,
              },
              {
                key: 'cycles',
                label: texts.tabs.cycles,
                children: <CyclesTab cycles={cycles} lines={known.lines} />,
              },
            ]}
          />
        )}
      </ResourceView>
    </>
  );
}
