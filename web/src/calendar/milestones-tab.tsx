import { useCalendarTexts } from '../texts/calendar';
import { MilestoneRow } from './milestone-row';
import type { Round, Standing, Year } from './queries';
import { RoundActs } from './round-acts';

const ROUNDS: readonly Round[] = ['0', '1', '2', '3', 'reports'];

/** The milestones of a plan year by round. */
export function MilestonesTab({ year, standing }: { year: Year; standing: Standing }) {
  const texts = useCalendarTexts();
  const { planYear, today, cycles, lines } = year;
  const isOpen = cycles.includes(planYear);
  return (
    <>
      {!isOpen && <p role="status">{texts.notOpen(planYear)}</p>}
      {ROUNDS.map((round) => {
        const ofRound = lines.filter((line) => line.round === round);
        if (ofRound.length === 0) return null;
        const closed = standing.closed.find((one) => one.planYear === planYear && one.round === round);
        const mayClose = isOpen && ofRound.some((line) => line.units > 0);
        return (
          <section key={round} aria-labelledby={`round-${round}`}>
            <h2 id={`round-${round}`}>{texts.rounds[round]}</h2>
            {(closed || mayClose) && <RoundActs planYear={planYear} round={round} lines={lines} closed={closed} />}
            <ul className="rows">
              {ofRound.map((line) => (
                <MilestoneRow
                  key={line.milestone}
                  line={line}
                  planYear={planYear}
                  today={today}
                  moves={standing.moves.filter(
                    (move) => move.planYear === planYear && move.what.milestone === line.milestone,
                  )}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
