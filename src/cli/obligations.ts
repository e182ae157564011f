import { planWindows, type PlannedObligation } from '../modules/calendar/index.js';
import {
  endWithTheReader,
  type NamedPlanYear,
  namedPlanYear,
  PLAN_YEAR_OPTIONS,
  planYearOfProfile,
  readValues,
  wrong,
} from './plan-year-of-profile.js';

const USAGE = 'Use: npm run -s obligations -- --profile <name> --plan-year <year> [--json] [--include-windows]';

endWithTheReader();
process.exitCode = run(process.argv.slice(2));

/** Prints the obligations of a plan year from the data alone. 0 when done, 1 when the profile has faults, 2 when the command is wrong. */
function run(args: readonly string[]): number {
  const options = read(args);
  if (typeof options === 'string') return wrong(`${options} ${USAGE}`);
  const found = planYearOfProfile(options);
  if ('exitCode' in found) return found.exitCode;
  const { milestones, units } = found.profile;
  const names = new Map(units.map((unit) => [unit.code, unit.name]));
  const planned = [...found.planned, ...(options.windows ? planWindows(milestones, units, options.planYear) : [])].map(
    (one) => lineOf(one, names.get(one.unit) ?? one.unit),
  );
  process.stdout.write(options.json ? `${JSON.stringify(planned, null, 1)}\n` : table(planned));
  return 0;
}

interface Options extends NamedPlanYear {
  json: boolean;
  windows: boolean;
}

/** The options, or a sentence that says what is wrong with them. */
function read(args: readonly string[]): Options | string {
  const values = readValues(args, {
    ...PLAN_YEAR_OPTIONS,
    json: { type: 'boolean', default: false },
    'include-windows': { type: 'boolean', default: false },
  });
  if (typeof values === 'string') return values;
  const named = namedPlanYear(values);
  if (typeof named === 'string') return named;
  return { ...named, json: values.json, windows: values['include-windows'] };
}

/** What is printed of an obligation. */
function lineOf(one: PlannedObligation, unitName: string) {
  const { unit, milestone, forms, opensOn, dueOn, lastDay, recipients, clause } = one;
  return { unit, unitName, milestone, forms, opensOn, dueOn, lastDay, recipients, clause };
}

function table(planned: readonly ReturnType<typeof lineOf>[]): string {
  const rows = planned.map((one) => [
    one.dueOn,
    one.lastDay,
    one.milestone,
    one.unit,
    one.unitName,
    one.forms.join(' '),
  ]);
  const all = [['due', 'last day', 'milestone', 'unit', 'name', 'forms'], ...rows];
  const widths = all[0]!.map((_cell, at) => Math.max(...all.map((row) => row[at]!.length)));
  const lines = all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n${planned.length} obligations\n`;
}
