import { readdirSync } from 'node:fs';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { planObligations, type PlannedObligation } from '../modules/calendar/index.js';
import { dayRulesOf, type Profile, profileFolder, readProfile } from '../modules/profiles/index.js';
import { describeFault } from '../modules/shared/index.js';

/** How commands that ask the data alone name a plan year of a profile. */
export const PLAN_YEAR_OPTIONS = { profile: { type: 'string' }, 'plan-year': { type: 'string' } } as const;

export interface NamedPlanYear {
  profile: string;
  planYear: number;
}

/** What was written behind the command, or a sentence that says what is wrong with it. */
export function readValues<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}.`;
  }
}

/** The profile and the plan year named, or a sentence that asks for what is missing. */
export function namedPlanYear(values: { profile?: string; 'plan-year'?: string }): NamedPlanYear | string {
  const { profile, 'plan-year': year } = values;
  if (profile === undefined) return 'Name the profile with --profile.';
  if (year === undefined) return 'Name the plan year with --plan-year.';
  if (!/^(19|20|21)\d{2}$/.test(year)) return `"${year}" is no plan year; write four digits, such as 2028.`;
  return { profile, planYear: Number(year) };
}

/** The profile and who owes what by when in the year; else the exit code, and what is wrong is on the standard error. */
export function planYearOfProfile(
  named: NamedPlanYear,
): { profile: Profile; planned: PlannedObligation[] } | { exitCode: number } {
  const known = readdirSync(profileFolder('.'));
  if (!known.includes(named.profile)) {
    return { exitCode: wrong(`There is no profile "${named.profile}". There is: ${known.join(', ')}.`) };
  }
  const { profile, faults } = readProfile(profileFolder(named.profile));
  if (!profile) {
    for (const fault of faults) console.error(describeFault(fault));
    return { exitCode: 1 };
  }
  const planned = planObligations(profile.milestones, profile.units, named.planYear, dayRulesOf(profile));
  return { profile, planned };
}

/** The command was wrong: says why, and gives the exit code of that. */
export function wrong(sentence: string): number {
  console.error(sentence);
  return 2;
}

/** A reader such as `head` may stop before the end. */
export function endWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
