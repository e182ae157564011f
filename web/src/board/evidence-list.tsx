import type { Evidence } from '../api/types';
import { showInstant } from '../texts/days';
import { useTexts, word } from '../texts/texts';

/** When the unit's own people were told, on which channel, and what became of each message. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const texts = useTexts();
  if (evidence.length === 0) return <p className="quiet">{texts.board.noNotice}</p>;
  const sent = evidence.filter(({ state }) => state === 'sent').length;
  return (
    <details>
      <summary>{texts.board.evidence(sent, evidence.length - sent)}</summary>
      <ul className="evidence">
        {evidence.map(({ at, channel, rung, rungTitle, state }) => (
          <li key={`${at} ${rung ?? ''} ${channel ?? ''}`}>
            <time dateTime={at}>{showInstant(at)}</time>{' '}
            {[rungTitle, channel && word(texts.board.channels, channel), word(texts.board.noticeStates, state)]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
