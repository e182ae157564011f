import { useFormsTexts } from '../texts/forms';
import type { Oddity } from './types';

/** Where the directive does not agree with itself, and how it is read. */
export function Oddities({ all }: { all: Oddity[] }) {
  const texts = useFormsTexts();
  if (all.length === 0) return <p className="empty">{texts.noOddities}</p>;
  return (
    <>
      <p className="quiet">{texts.odditiesHint}</p>
      <ul className="rows">
        {all.map(({ id, title, quote, remark }) => (
          <li key={id} className="row">
            <h3 className="row-title">{title || id}</h3>
            {quote && <blockquote>{quote}</blockquote>}
            {remark && <p>{remark}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
