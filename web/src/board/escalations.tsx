import type { Escalation } from '../api/types';
import { SomeOf } from '../page/some-of';
import { showDay } from '../texts/days';
import { useTexts } from '../texts/texts';
import { EvidenceList } from './evidence-list';
import { LateFacts } from './late-facts';
import { LateActions } from './late-actions';

/** What was raised to whoever looks, with the evidence that the unit's own people were told, and what can be done. */
export function Escalations({ escalations, today }: { escalations: readonly Escalation[]; today: string }) {
  const texts = useTexts();
  return (
    <section aria-labelledby="escalations">
      <h2 id="escalations">
        {texts.board.escalations} <span className="number">{escalations.length}</span>
      </h2>
      {escalations.length === 0 ? (
        <p className="empty">{texts.board.noEscalations}</p>
      ) : (
        <SomeOf all={escalations} step={20}>
          {(item) => (
            <li key={item.obligation} className="row late">
              <div className="row-main">
                <span className="badge late">{texts.owed.daysLate(item.daysLate)}</span>
                <div className="row-what">
                  <h3 className="row-title">{item.unitName}</h3>
                  <p>{item.title}</p>
                  <p className="quiet">{texts.board.raised(item.rungTitle, showDay(item.on))}</p>
                  <LateFacts item={item} today={today} />
                  <EvidenceList evidence={item.evidence} />
                </div>
                <LateActions item={item} today={today} />
              </div>
            </li>
          )}
        </SomeOf>
      )}
    </section>
  );
}
