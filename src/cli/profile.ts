import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { obligationsPage, profileFolder, readProfile, type Profile } from '../modules/profiles/index.js';
import { describeFault } from '../modules/shared/index.js';

const USAGE = 'Use: npm run profile -- check <name>, or obligations-page <name> for the page in docs/.';

process.exitCode = run(process.argv.slice(2));

/**
 * `check <name>` prints a summary, or every fault; `obligations-page <name>` prints docs/obligations.md. 0 when the profile is
 * whole, 1 when not, 2 when the command is wrong.
 */
function run(args: readonly string[]): number {
  const [command, name, ...rest] = positionals(args) ?? [];
  if (!['check', 'obligations-page'].includes(command ?? '') || name === undefined || rest.length > 0)
    return wrong(USAGE);
  const known = readdirSync(profileFolder('.'));
  if (!known.includes(name)) return wrong(`There is no profile "${name}". There is: ${known.join(', ')}.`);
  const { profile, faults } = readProfile(profileFolder(name));
  if (!profile) {
    for (const fault of faults) console.log(describeFault({ ...fault, file: path.posix.join(name, fault.file) }));
    console.log(`The profile "${name}" has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`);
    return 1;
  }
  process.stdout.write(command === 'check' ? `${summary(profile)}\n` : obligationsPage(profile, notesOf(name)));
  return 0;
}

function notesOf(name: string): string {
  return readFileSync(path.join(profileFolder(name), 'calendar/notes.md'), 'utf8');
}

function positionals(args: readonly string[]): string[] | undefined {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  } catch {
    return undefined;
  }
}

function wrong(sentence: string): number {
  console.error(sentence);
  return 2;
}

function summary(profile: Profile): string {
  const kinds = new Map<string, number>();
  for (const unit of profile.units) kinds.set(unit.kind, (kinds.get(unit.kind) ?? 0) + 1);
  const assumed = profile.holidays.filter((holiday) => holiday.status === 'assumed');
  return [
    `The profile "${profile.key}" is whole.`,
    `  ${profile.title.vi}`,
    `  indicators: ${profile.catalogs.map((one) => `${one.key} ${one.indicators.length}`).join(', ')}`,
    `  forms: ${profile.forms.map((form) => form.key).join(', ')}`,
    `  units: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
    `  calendar: ${profile.milestones.length} milestones, ${profile.oddities.length} oddities`,
    `  ladder: ${profile.ladder.rungs.map((rung) => rung.id).join(', ')}`,
    `  holidays: ${profile.holidays.length} days, ${assumed.length} of them assumed`,
  ].join('\n');
}
