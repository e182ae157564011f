import { addDays, showDay } from '../../texts/days';
import { word } from '../../texts/texts';
import { useUnitChangeTexts } from '../../texts/unit-changes';
import type { Told } from './queries';

/** What a change does to units, obligations and reports, people, and comparisons. */
export function ToldWords({ told }: { told: Told }) {
  const texts = useUnitChangeTexts();
  const { into, ended, moved, obligations, people, comparisons } = told;
  const names = (units: readonly { name: string }[]) => units.map(({ name }) => name).join(', ');
  const founded = into.filter(({ isNew }) => isNew);
  return (
    <div className="told">
      <h4>{texts.units}</h4>
      <ul>
        {founded.length > 0 && <li>{texts.founded(names(founded))}</li>}
        {ended.length > 0 && <li>{texts.ended(names(ended))}</li>}
        {moved.length > 0 && <li>{texts.moved(moved.length, moved[0]!.to)}</li>}
        {founded.length + ended.length + moved.length === 0 && <li>{texts.sameUnits}</li>}
      </ul>
      <h4>{texts.obligations}</h4>
      <ul>
        <li>{texts.stays(obligations.stays)}</li>
        <li>{texts.moves(obligations.moves)}</li>
        <li>{texts.waived(obligations.waived)}</li>
        {obligations.drafts > 0 && <li>{texts.drafts(obligations.drafts)}</li>}
        <li>{texts.added(obligations.added)}</li>
      </ul>
      {obligations.lines.length > 0 && (
        <details>
          <summary>{texts.lines(obligations.lines.length)}</summary>
          <ul>
            {obligations.lines.map(({ unitName, title, dueOn, begun, does, toName }, at) => (
              <li key={at}>
                {texts.line(unitName, title, showDay(addDays(dueOn, -1)), begun)}: {texts.does[does](toName ?? '')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <h4>{texts.people}</h4>
      {people.length === 0 ? (
        <p>{texts.nobody}</p>
      ) : (
        <ul>
          {people.map(({ name, role, from, to }) => (
            <li key={`${name} ${role} ${from}`}>{texts.person(name, word(texts.roles, role), from, to)}</li>
          ))}
        </ul>
      )}
      <h4>{texts.comparisons}</h4>
      <ul>
        {comparisons.map(({ name, year, restated, gaps }) => (
          <li key={name}>
            {texts.restated(name, year, restated)}
            {gaps.map(({ why, count, titles }) => (
              <details key={why}>
                <summary>{texts.gaps[why](count)}</summary>
                <p>
                  {titles.join('; ')}
                  {titles.length < count && '…'}
                </p>
              </details>
            ))}
          </li>
        ))}
        {comparisons.length === 0 && <li>{texts.noComparisons}</li>}
      </ul>
    </div>
  );
}
