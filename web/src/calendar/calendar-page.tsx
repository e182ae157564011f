import { Select } from 'antd';
import { useId, useState } from 'react';
import { ResourceView } from '../page/resource-view';
import { Tabs } from '../page/tabs';
import '../style/calendar.css';
import '../style/forms.css';
import '../style/people.css';
import { useCalendarTexts } from '../texts/calendar';
import { CyclesTab } from './cycles-tab';
import { MilestonesTab } from './milestones-tab';
import { MovesTab } from './moves-tab';
import { type Standing, useStanding, useYear } from './queries';

/** The calendar for who administers it: what stands, and the acts that change it. */
export default function CalendarPage() {
  const texts = useCalendarTexts();
  const standing = useStanding();
  return (
    <section className="calendar">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <ResourceView of={standing}>{(known) => <OfYear standing={known} />}</ResourceView>
    </section>
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
                children: <MovesTab standing={standing} lines={known.lines} />,
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
