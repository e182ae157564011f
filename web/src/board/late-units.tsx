import { useId, useState } from 'react';
import type { Board } from '../api/types';
import { mentions } from '../page/search-words';
import { SomeOf } from '../page/some-of';
import { showDay } from '../texts/days';
import { useTexts } from '../texts/texts';
import { byUnit, type LateUnit } from './by-unit';
import { LateActions } from './late-actions';
import { LastNotice } from './last-notice';
import { LateFacts } from './late-facts';

const SEARCH_FROM = 8;

/** Who holds the chain up: units by how long they are late; what each owes opens on demand. */
export function LateUnits({ board }: { board: Board }) {
  const texts = useTexts();
  const [typed, setTyped] = useState('');
  const field = useId();
  const units = byUnit(board.late);
  const raised = new Set(board.escalations.map(({ obligation }) => obligation));
  return (
    <section aria-labelledby="late">
      <h2 id="late">
        {texts.board.late} <span className="number">{units.length}</span>
      </h2>
      {units.length === 0 && <p className="empty">{texts.board.noLate}</p>}
      {units.length >= SEARCH_FROM && (
        <p className="search">
          <label htmlFor={field}>{texts.board.search}</label>
          <input id={field} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </p>
      )}
      <SomeOf all={units.filter(({ unitName }) => mentions(typed, unitName))} step={20} short>
        {(unit) => <UnitRow key={unit.unit} unit={unit} today={board.today} raised={raised} />}
      </SomeOf>
    </section>
  );
}

function UnitRow({ unit, today, raised }: { unit: LateUnit; today: string; raised: ReadonlySet<string> }) {
  const texts = useTexts();
  return (
    <li className="row late">
      <details>
        <summary>
          <span className="badge late">{texts.owed.daysLate(unit.daysLate)}</span>
          <strong>{unit.unitName}</strong>
          <span className="quiet">{texts.owed.count(unit.items.length)}</span>
        </summary>
        {unit.items.map((item) => (
          <div key={item.obligation} className="late-item">
            <h3 className="row-title">{item.title}</h3>
            <p>
              {texts.owed.lastDay(showDay(item.lastDay), showDay(item.dueOn))},{' '}
              <strong className="late">{texts.owed.daysLate(item.daysLate)}</strong>
            </p>
            <LateFacts item={item} today={today} />
            <LastNotice notice={item.lastNotice} />
            {/* What was raised has its buttons further up. */}
            {!raised.has(item.obligation) && <LateActions item={item} today={today} />}
          </div>
        ))}
      </details>
    </li>
  );
}
