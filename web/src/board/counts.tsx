import type { UnitCount } from '../api/types';
import { useTexts } from '../texts/texts';

const kinds = ['open', 'overdue', 'settled'] as const;

/** How many are open, overdue and settled, and of how many units. */
export function Counts({ units }: { units: readonly UnitCount[] }) {
  const texts = useTexts();
  return (
    <ul className="counts" aria-label={texts.board.counts}>
      {kinds.map((kind) => (
        <li key={kind} className={kind}>
          <strong>{units.reduce((sum, unit) => sum + unit[kind], 0)}</strong>
          <span>{texts.board[kind]}</span>
          <span className="quiet">{texts.board.ofUnits(units.filter((unit) => unit[kind] > 0).length)}</span>
        </li>
      ))}
    </ul>
  );
}
