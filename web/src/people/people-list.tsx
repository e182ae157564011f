import { useState } from 'react';
import { ResourceView } from '../page/resource-view';
import { usePeopleTexts } from '../texts/people';
import { InvitationDialog } from './invitation-dialog';
import { PeopleFilters } from './people-filters';
import { PersonDrawer } from './person-drawer';
import { PersonRow } from './person-row';
import { listAddress, type ListedPerson, type PeopleFilter, usePeople } from './queries';
import { UploadDialog } from './upload-dialog';

type Opened = { what: 'edit' | 'invite'; person: ListedPerson } | { what: 'add' } | { what: 'upload' };

/** The people whom the reader manages, with what can be done about each. */
export function PeopleList({ filter, change }: { filter: PeopleFilter; change: (filter: PeopleFilter) => void }) {
  const texts = usePeopleTexts();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const found = usePeople(filter);
  const pages = Math.max(1, Math.ceil((found.data?.total ?? 0) / (found.data?.pageSize ?? 1)));
  // What stands in the list is newer than what was clicked on.
  const editing =
    opened?.what === 'edit'
      ? (found.data?.people.find((person) => person.id === opened.person.id) ?? opened.person)
      : undefined;
  return (
    <>
      <div className="buttons">
        <button type="button" className="main" onClick={() => setOpened({ what: 'add' })}>
          {texts.add}
        </button>
        <button type="button" onClick={() => setOpened({ what: 'upload' })}>
          {texts.upload}
        </button>
        <a href={listAddress(false)}>{texts.template}</a>
        <a href={listAddress(true)}>{texts.filled}</a>
      </div>
      <PeopleFilters filter={filter} change={change} />
      <ResourceView of={found}>
        {({ total, people }) => (
          <>
            <p className="quiet" role="status">
              {total === 0 ? texts.noMatch : texts.count(total)}
            </p>
            <ul className="rows">
              {people.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  edit={() => setOpened({ what: 'edit', person })}
                  invite={() => setOpened({ what: 'invite', person })}
                />
              ))}
            </ul>
          </>
        )}
      </ResourceView>
      {pages > 1 && (
        <nav className="people-pages" aria-label={texts.page(filter.page, pages)}>
          <button
            type="button"
            disabled={filter.page <= 1}
            onClick={() => change({ ...filter, page: filter.page - 1 })}
          >
            {texts.previous}
          </button>
          <span>{texts.page(filter.page, pages)}</span>
          <button
            type="button"
            disabled={filter.page >= pages}
            onClick={() => change({ ...filter, page: filter.page + 1 })}
          >
            {texts.next}
          </button>
        </nav>
      )}
      {(editing || opened?.what === 'add') && <PersonDrawer person={editing} close={close} />}
      {opened?.what === 'invite' && <InvitationDialog person={opened.person} close={close} />}
      {opened?.what === 'upload' && <UploadDialog close={close} />}
    </>
  );
}
