import { SomeOf } from '../page/some-of';
import { showInstant } from '../texts/days';
import { useLadderTexts } from '../texts/ladder';
import { word } from '../texts/texts';
import type { PlanLine } from './queries';

export interface ShownLine {
  notice: PlanLine;
  change?: 'moved' | 'added' | 'cancelled';
  before?: string;
}

const BADGES = { moved: 'soon', added: 'settled', cancelled: 'late' } as const;

/** Planned notices in a list: when, what, about whom, to whom; of a difference also what becomes of each. */
export function PlanLines({ lines }: { lines: readonly ShownLine[] }) {
  const texts = useLadderTexts();
  return (
    <SomeOf all={lines} step={30}>
      {({ notice, change, before }) => (
        <li key={`${change ?? ''} ${notice.key} ${notice.audience.role}`} className="row plan-line">
          <p className="plan-time">
            <time dateTime={notice.at}>{showInstant(notice.at)}</time>
            {change && <span className={`badge ${BADGES[change]}`}>{texts.changes[change]}</span>}
          </p>
          <div>
            <p>
              <strong>{notice.rungTitle}</strong>: {notice.title}, {notice.unitName}
            </p>
            <p className="quiet">
              {texts.ofUnit(word(texts.namedLine, notice.audience.role), notice.audienceName)} ·{' '}
              {texts.people(notice.people)}
              {before && ` · ${texts.wasAt(showInstant(before))}`}
            </p>
          </div>
        </li>
      )}
    </SomeOf>
  );
}
