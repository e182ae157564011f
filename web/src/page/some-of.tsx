import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts/texts';

/** The first rows of a long list and a button for more: thousands of rows never stall a phone. */
export function SomeOf<T>({
  all,
  step = 40,
  short = false,
  children,
}: {
  all: readonly T[];
  step?: number;
  /** Short rows stand side by side where there is room. */
  short?: boolean;
  children: (row: T) => ReactNode;
}) {
  const texts = useTexts();
  const [shown, setShown] = useState(step);
  const rest = all.length - shown;
  return (
    <>
      <ul className={short ? 'rows short' : 'rows'}>{all.slice(0, shown).map(children)}</ul>
      {rest > 0 && (
        <button type="button" className="more" onClick={() => setShown(shown + step)}>
          {texts.page.more(Math.min(rest, step))}
        </button>
      )}
    </>
  );
}
