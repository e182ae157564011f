import { showInstant } from '../texts/days';
import { useLedgerTexts } from '../texts/ledger';
import { word } from '../texts/texts';
import type { LedgerEntry } from './queries';

const BADGES: Record<string, string> = { sent: 'settled', due: 'soon', claimed: 'soon', sending: 'soon', skipped: '' };

/** One message: to whom, when and where it went, what was promised of it, what became of it and why. */
export function EntryRow({ entry }: { entry: LedgerEntry }) {
  const texts = useLedgerTexts();
  const badge = BADGES[entry.state] ?? 'late';
  const facts = [
    word(texts.kinds, entry.kind),
    ...(entry.channel === undefined ? [] : [texts.by(word(texts.channels, entry.channel))]),
    texts.due(showInstant(entry.notBefore)),
    ...(entry.sentAt === undefined ? [] : [texts.sent(showInstant(entry.sentAt))]),
    ...(entry.readAt === undefined ? [] : [texts.read(showInstant(entry.readAt))]),
    ...(entry.again ? [texts.again] : []),
  ];
  return (
    <li className={`row ${badge}`}>
      <h3 className="row-title">
        {entry.person ? texts.to(entry.person.name) : texts.nobody}{' '}
        <span className={`badge ${badge}`}>{word(texts.states, entry.state)}</span>
      </h3>
      <p>{facts.join(' · ')}</p>
      <p className="quiet">{word(texts.guarantees, entry.guarantee)}</p>
      {entry.about.map(({ unit, milestone, rung, why }) => (
        <p key={`${unit} ${milestone} ${rung}`} className="quiet">
          {texts.because(why)}
        </p>
      ))}
      {entry.detail !== undefined && <p>{texts.why(entry.detail)}</p>}
      {entry.text !== undefined && (
        <details>
          <summary>{texts.text}</summary>
          <blockquote className="words-preview">{entry.text}</blockquote>
        </details>
      )}
    </li>
  );
}
