// A plan year of notices: all units of the profile, and a country of 3,321 communes. Beside it stands one plain pass in memory that
// does the least such a plan can: for each obligation and rung one row with a key, a day and a reader.
import { at } from '../../prepare/root.mjs';
import { median, printTable } from '../kit/figures.mjs';

export const title = 'planning a year of notices; nobody answers, everybody can be told';

const COMMUNES = 3321;
const PLAN_YEAR = 2028;

export async function run({ rounds }) {
  const { profileFolder, readProfile } = await import(at('dist/modules/profiles/read-profile.js'));
  const { planObligations } = await import(at('dist/modules/calendar/index.js'));
  const followups = await import(at('dist/modules/followups/index.js'));
  const { profile } = readProfile(profileFolder('hanoi-directive'));
  const sizes = [
    [`all ${profile.units.length} units of the profile, ${countOwing(profile)} of them owe`, profile.units],
    [`${COMMUNES} communes`, manyCommunes(profile.units)],
  ];
  const rows = sizes.map(([name, units]) => {
    const items = planObligations(profile.milestones, units, PLAN_YEAR).map(followups.itemOfPlanned);
    const [ours, plain] = [[], []];
    let notices = 0;
    globalThis.gc?.();
    const heapBefore = process.memoryUsage().rss;
    let most = 0;
    for (let round = 0; round < rounds; round += 1) {
      plain.push(timed(() => plainPass(profile.ladder, items)));
      ours.push(
        timed(() => {
          notices = followups.dryRun(profile.ladder, items, `${PLAN_YEAR - 1}-01-01`, `${PLAN_YEAR + 1}-01-31`).length;
        }),
      );
      most = Math.max(most, process.memoryUsage().rss - heapBefore);
    }
    const [a, b] = [median(ours), median(plain)];
    return [
      name,
      items.length,
      notices,
      `${Math.round(a)} ms`,
      `${Math.round(b)} ms`,
      `${(a / b).toFixed(1)}×`,
      `${Math.round(most / 2 ** 20)} MB`,
    ];
  });
  console.log(`medians of ${rounds} interleaved rounds; memory: the most that the process grew by\n`);
  printTable(['', 'obligations', 'notices', 'Nhịp', 'plain pass', 'ratio', 'memory'], rows);
  const communes = planObligations(profile.milestones, manyCommunes(profile.units), PLAN_YEAR).map(
    followups.itemOfPlanned,
  );
  const day = median(
    Array.from({ length: rounds }, () =>
      timed(() => followups.planNotices(profile.ladder, communes, `${PLAN_YEAR - 1}-06-29`, new Map())),
    ),
  );
  console.log(`\none morning (${PLAN_YEAR - 1}-06-29) of ${communes.length} obligations: ${Math.round(day)} ms`);
}

function countOwing({ units, milestones }) {
  const kinds = new Set(milestones.map((milestone) => milestone.owes));
  return units.filter((unit) => kinds.has(unit.kind)).length;
}

/** The profile's units with communes added, in turn under each district, until there are enough. */
function manyCommunes(units) {
  const communes = units.filter((unit) => unit.kind === 'commune');
  const added = Array.from({ length: COMMUNES - communes.length }, (_none, index) => {
    const like = communes[index % communes.length];
    return { ...like, code: `${like.code}-x${index}` };
  });
  return [...units, ...added];
}

/** No rules: every rung of every obligation becomes a row, sorted by instant and key. */
function plainPass(ladder, items) {
  const rows = [];
  for (const item of items) {
    const anchors = { opens: day(item.opensOn), due: day(item.dueOn), 'last-day': day(item.dueOn) - 86_400_000 };
    for (const rung of ladder.rungs) {
      const on = new Date(anchors[rung.from] + rung.offsetDays * 86_400_000).toISOString().slice(0, 10);
      rows.push({
        key: `${item.planYear}/${item.milestone}/${item.unit}/${rung.id}@${item.dueOn}`,
        audience: `${item.unit} ${rung.audience.role}`,
        at: `${on}T${rung.at}:00+07:00`,
      });
    }
  }
  return rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1)).length;
}

const day = (text) => Date.parse(`${text}T00:00:00Z`);

function timed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}
