import { type KeyboardEvent, useRef } from 'react';
import { useEditorTexts } from '../texts/editor';
import type { ListName } from './model/forms';

interface Props {
  lists: readonly ListName[];
  list: ListName;
  onList: (list: ListName) => void;
}

/** One tab a list; arrows go from tab to tab, and a narrow page gets a second line of them. */
export function ListTabs({ lists, list, onList }: Props) {
  const texts = useEditorTexts();
  const bar = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = (lists.indexOf(list) + by + lists.length) % lists.length;
    onList(lists[next]!);
    bar.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div className="list-tabs" role="tablist" ref={bar} onKeyDown={press}>
      {lists.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={one === list}
          aria-controls="list-panel"
          tabIndex={one === list ? 0 : -1}
          onClick={() => onList(one)}
        >
          {texts.lists[one]}
        </button>
      ))}
    </div>
  );
}
