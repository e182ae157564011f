import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { planObligations, planWindows, type PlannedObligation } from '../modules/calendar/index.js';
import { dayRulesOf, profileFolder, readProfile } from '../modules/profiles/index.js';
import { describeFault } from '../modules/shared/index.js';

const USAGE = 'Use: npm run -s obligations -- --profile <name> --plan-year <year> [--json] [--include-windows]';

// A reader such as `head` may stop before the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = run(process.argv.slice(2));

/** Prints the obligations of a plan year from the data alone. 0 when done, 1 when the profile has faults, 2 when the command is wrong. */
function run(args: readonly string[]): number {
  const options = read(args);
  if (typeof options === 'string') return wrong(`${options} ${USAGE}`);
  const known = readdirSync(profileFolder('.'));
  if (!known.includes(options.profile)) {
    return wrong(`There is no profile "${options.profile}". There is: ${known.join(', ')}.`);
  }
  const { profile, faults } = readProfile(profileFolder(options.profile));
  if (!profile) {
    for (const fault of faults) console.error(describeFault(fault));
    return 1;
  }
  const names = new Map(profile.units.map((unit) => [unit.code, unit.name]));
  const planned = [
    ...planObligations(profile.milestones, profile.units, options.planYear, dayRulesOf(profile)),
    ...(options.windows ? planWindows(profile.milestones, profile.units, options.planYear) : []),
  ].map((one) => lineOf(one, names.get(one.unit) ?? one.unit));
  process.stdout.write(options.json ? `${JSON.stringify(planned, null, 1)}\n` : table(planned));
  return 0;
}

interface Options {
  profile: string;
  planYear: number;
  json: boolean;
  windows: boolean;
}

/** The options, or a sentence that says what is wrong with them. */
function read(args: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string' },
        'plan-year': { type: 'string' },
        json: { type: 'boolean', default: false },
        'include-windows': { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}.`;
  }
  if (values.profile === undefined) return 'Name the profile with --profile.';
  const year = values['plan-year'];
  if (year === undefined) return 'Name the plan year with --plan-year.';
  if (!/^(19|20|21)\d{2}$/.test(year)) return `"${year}" is no plan year; write four digits, such as 2028.`;
  return { profile: values.profile, planYear: Number(year), json: values.json, windows: values['include-windows'] };
}

function wrong(sentence: string): number {
  console.error(sentence);
  return 2;
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
