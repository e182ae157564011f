import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/texts';

const NEAR_PX = 80;

/**
 * Keeps the newest line in sight for whoever is at the end, also when the soft keyboard takes room; leaves whoever reads
 * further up in peace and offers the way down. What one wrote oneself is always shown.
 */
export function ScrollToNewest(given: { last?: string | number; own?: string; children: ReactNode }) {
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [below, setBelow] = useState(false);
  const toEnd = () => {
    const element = box.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    setBelow(false);
  };
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setBelow(true);
  }, [given.last]);
  useLayoutEffect(() => {
    if (given.own) toEnd();
  }, [given.own]);
  useEffect(() => {
    if (!box.current) return;
    const sized = new ResizeObserver(() => atEnd.current && toEnd());
    sized.observe(box.current);
    return () => sized.disconnect();
  }, []);
  const scrolled = () => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    if (atEnd.current) setBelow(false);
  };
  return (
    <div className="chat-middle">
      {/* A region that scrolls is in the order of the Tab key, so that arrow keys can move it. */}
      <div ref={box} className="chat-scroll" tabIndex={0} onScroll={scrolled}>
        {given.children}
      </div>
      {below && (
        <button type="button" className="to-newest" onClick={toEnd}>
          {texts.chat.newest} ↓
        </button>
      )}
    </div>
  );
}
