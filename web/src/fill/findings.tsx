import { useFillTexts } from '../texts/fill';
import { messageOf } from './engine';
import type { CellView } from './row-views';
import { useFill } from './use-report';

/** What the form's checks say about a cell; a soft one asks for the words that explain it. */
export function Findings({ of, explain }: { of: CellView['findings']; explain?: () => void }) {
  const texts = useFillTexts();
  const { say, locale } = useFill();
  return of.map(({ issue, hard }) => {
    const { key, params } = messageOf(issue, locale);
    return (
      <p key={`${issue.code} ${params['message'] ?? ''}`} className={hard ? 'fault' : 'odd'}>
        {say(key, params)}
        {!hard && explain && (
          <button type="button" className="link" onClick={explain}>
            {texts.explain}
          </button>
        )}
      </p>
    );
  });
}
