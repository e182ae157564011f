import { useCallback, useId, useState } from 'react';
import { api } from '../api/client';
import { useRefresh } from '../api/refresh';
import type { OwedFilter, OwedItem, OwedScope } from '../api/types';
import { useResource } from '../api/use-resource';
import { ResourceView } from '../page/resource-view';
import { mentions } from '../page/search-words';
import { SomeOf } from '../page/some-of';
import { useTexts } from '../texts/texts';
import { Choices } from './choices';
import { OwedRow } from './owed-row';

const filters: OwedFilter[] = ['all', 'open', 'overdue', 'settled'];
const scopes: OwedScope[] = ['own', 'below'];
const SEARCH_FROM = 8;

/** The list of what is owed, most urgent first as the server ordered it. */
export function OwedSection({ hasBelow }: { hasBelow: boolean }) {
  const texts = useTexts();
  const { turn } = useRefresh();
  const [scope, setScope] = useState<OwedScope>('own');
  const [filter, setFilter] = useState<OwedFilter>('all');
  const load = useCallback(
    (signal: AbortSignal) => api.obligations(scope, filter, signal),
    // `turn` is not used by the call: a new turn asks anew.
    [scope, filter, turn],
  );
  const owed = useResource(load);
  return (
    <section aria-labelledby="owed">
      <h1 id="owed">{texts.owed.title}</h1>
      <p className="quiet">{texts.owed.hint}</p>
      <div className="filters">
        {hasBelow && (
          <Choices label={texts.owed.scope} all={scopes} words={texts.owed.scopes} chosen={scope} choose={setScope} />
        )}
        <Choices
          label={texts.owed.filter}
          all={filters}
          words={texts.owed.filters}
          chosen={filter}
          choose={setFilter}
        />
      </div>
      <ResourceView of={owed}>{({ items }) => <List items={items} scope={scope} />}</ResourceView>
    </section>
  );
}

function List({ items, scope }: { items: OwedItem[]; scope: OwedScope }) {
  const texts = useTexts();
  const [typed, setTyped] = useState('');
  const field = useId();
  if (items.length === 0) return <p className="empty">{texts.owed.empty[scope]}</p>;
  const found = items.filter((item) => mentions(typed, item.unitName, item.title));
  return (
    <>
      {items.length >= SEARCH_FROM && (
        <p className="search">
          <label htmlFor={field}>{texts.owed.search}</label>
          <input id={field} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          <span className="quiet" role="status">
            {texts.owed.count(found.length)}
          </span>
        </p>
      )}
      {found.length === 0 ? (
        <p className="empty">{texts.owed.noMatch}</p>
      ) : (
        <SomeOf all={found}>{(item) => <OwedRow key={item.id} item={item} own={scope === 'own'} />}</SomeOf>
      )}
    </>
  );
}
