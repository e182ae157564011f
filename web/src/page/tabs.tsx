import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

interface Tab {
  key: string;
  label: ReactNode;
  children: ReactNode;
}

/**
 * One of several panels. Arrow keys, Home and End move between the tabs; on a narrow page the tabs go on in a second
 * line, where antd's would hide them behind a menu. Without `chosen` it keeps by itself which one is open; a panel stays
 * drawn once it was, with what was typed in it.
 */
export function Tabs(given: { label: string; tabs: Tab[]; chosen?: string; choose?: (key: string) => void }) {
  const { label, tabs, choose } = given;
  const id = useId();
  const [own, setOwn] = useState(tabs[0]?.key);
  const chosen = given.chosen ?? own;
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  if (chosen !== undefined && !drawn.has(chosen)) setDrawn(new Set([...drawn, chosen]));
  const open = (key: string) => {
    setOwn(key);
    choose?.(key);
  };
  const move = (event: KeyboardEvent) => {
    const to = neighbour(
      event.key,
      tabs.findIndex(({ key }) => key === chosen),
      tabs.length,
    );
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    open(tab.key);
    document.getElementById(`${id}-tab-${tab.key}`)?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ key, label: name }) => (
          <button
            key={key}
            id={`${id}-tab-${key}`}
            type="button"
            role="tab"
            aria-selected={key === chosen}
            aria-controls={`${id}-panel-${key}`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => open(key)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map(({ key, children }) => (
        <div
          key={key}
          id={`${id}-panel-${key}`}
          role="tabpanel"
          aria-labelledby={`${id}-tab-${key}`}
          hidden={key !== chosen}
        >
          {drawn.has(key) && children}
        </div>
      ))}
    </div>
  );
}

/** Where a key leads from the tab at `at`; undefined for a key that leads nowhere. */
function neighbour(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
