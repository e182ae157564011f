import { Tabs } from '../page/tabs';
import '../style/forms.css';
import '../style/people.css';
import { usePeopleTexts } from '../texts/people';
import { useState } from 'react';
import { Delegations } from './delegations';
import { EVERYBODY } from './everybody';
import { PeopleList } from './people-list';
import type { PeopleFilter } from './queries';
import { Unlinked } from './unlinked';

/** The register of people: the list, who has no chat yet, who stands in for whom. */
export default function PeoplePage() {
  const texts = usePeopleTexts();
  const [tab, setTab] = useState('list');
  const [filter, setFilter] = useState<PeopleFilter>(EVERYBODY);
  const show = (unit: string) => {
    setFilter({ ...EVERYBODY, unit, linked: 'false' });
    setTab('list');
  };
  return (
    <section className="people">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <Tabs
        label={texts.title}
        chosen={tab}
        choose={setTab}
        tabs={[
          { key: 'list', label: texts.tabs.list, children: <PeopleList filter={filter} change={setFilter} /> },
          { key: 'unlinked', label: texts.tabs.unlinked, children: <Unlinked show={show} /> },
          { key: 'delegations', label: texts.tabs.delegations, children: <Delegations /> },
        ]}
      />
    </section>
  );
}
