import { PageLink } from '../page/router';
import { ResourceView } from '../page/resource-view';
import { usePeopleTexts } from '../texts/people';
import { useLinkedByUnit } from './queries';

/** Units with people who have no chat yet, those where nobody has one first. */
export function Unlinked({ show }: { show: (unit: string) => void }) {
  const texts = usePeopleTexts();
  return (
    <>
      <p className="quiet">{texts.unlinkedHint}</p>
      <ResourceView of={useLinkedByUnit()}>
        {(units) => {
          const open = units
            .filter((one) => one.linked < one.people)
            .sort((a, b) => Number(a.linked > 0) - Number(b.linked > 0) || a.unitName.localeCompare(b.unitName, 'vi'));
          if (open.length === 0) return <p>{texts.allLinked}</p>;
          return (
            <ul className="rows">
              {open.map(({ unit, unitName, people, linked }) => (
                <li key={unit} className={`row person-row ${linked === 0 ? 'late' : 'soon'}`}>
                  <div>
                    <h3 className="row-title">{unitName}</h3>
                    <p className="quiet">
                      {texts.unitStanding(linked, people)}
                      {linked === 0 && `, ${texts.nobodyLinked}`}
                    </p>
                  </div>
                  <div className="buttons">
                    <button type="button" aria-label={texts.showPeopleOf(unitName)} onClick={() => show(unit)}>
                      {texts.showPeople}
                    </button>
                    <PageLink to={`/can-bo/phieu-moi/${encodeURIComponent(unit)}`} label={texts.sheetOf(unitName)}>
                      {texts.sheet}
                    </PageLink>
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </ResourceView>
    </>
  );
}
