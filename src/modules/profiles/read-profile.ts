import path from 'node:path';
import { type DaysOffPolicy, readHolidays, readMilestones } from '../calendar/index.js';
import { readLadder } from '../followups/index.js';
import type { Periods } from '../people/index.js';
import { DataFolder, type Fault, packageRoot } from '../shared/index.js';
import { readSuccessions, readUnits, type UnitsOfProfile } from '../units/index.js';
import { checkCatalogs } from './check-catalogs.js';
import { PROFILE_FILE, readProfileFile, type ProfileFile } from './profile-file.js';
import type { Profile } from './profile.js';
import { catalogOf, readCatalogs } from './read-catalogs.js';
import { readForms } from './read-forms.js';

export type { Profile } from './profile.js';

/** Where the profile `name` lies in this installation. */
export const profileFolder = (name: string): string => path.join(packageRoot, 'config', 'profiles', name);

/**
 * Reads and checks a whole profile folder. Returns the profile, or every fault found at once with file, row and reason;
 * never throws for what stands in the files. Holidays are shared by all profiles: `../../holidays` beside the folder.
 */
export function readProfile(dir: string): { profile?: Profile; faults: Fault[] } {
  const key = path.basename(path.resolve(dir));
  const folder = new DataFolder(dir);
  const declared = readProfileFile(folder, key);
  if (!declared) return { faults: folder.faults };

  const levels = declared.levels.map((level) => level.key);
  const units = readUnits(folder, levels);
  checkUnitCounts(folder, declared, units);
  const successions = readSuccessions(folder, units.units);
  const unitCodes = new Set(units.units.map((unit) => unit.code));

  const catalogs = readCatalogs(folder, declared);
  checkCatalogs(folder, declared, catalogs, units);
  const forms = readForms(folder, declared, catalogs);

  const { milestones, oddities } = readMilestones(folder, {
    units: unitCodes,
    kinds: new Set(units.kinds.keys()),
    levels: new Set(levels),
    forms: new Set(forms.map((form) => form.key)),
  });
  const ladder = readLadder(folder, declared.ladder, { units: unitCodes });
  if (ladder && ladder.timeZone !== declared['time-zone']) {
    folder.fault(
      `ladders/${declared.ladder}.yaml`,
      'time-zone',
      `differs from ${PROFILE_FILE} (${declared['time-zone']})`,
    );
  }

  const shared = new DataFolder(path.join(dir, '..', '..', 'holidays'));
  const holidays = readHolidays(shared, declared.holidays);
  const faults = [...folder.faults, ...shared.faults.map((fault) => ({ ...fault, file: `holidays/${fault.file}` }))];
  if (faults.length > 0 || !ladder) return { faults };

  return {
    faults: [],
    profile: {
      key,
      title: declared.title,
      timeZone: declared['time-zone'],
      rules: {
        publishing: declared.publishing,
        daysOff: daysOffOf(declared),
        hours: ladder.hours,
        kinds: units.kindTitles,
        audiences: units.audiences,
        promises: { withinDays: declared.promises['within-days'], times: declared.promises.times },
        keeping: periodsOf(declared),
      },
      levels: declared.levels,
      catalogs: catalogs.catalogs.map(catalogOf),
      bases: catalogs.bases.map((line) => line.value),
      forms,
      units: units.units,
      successions,
      milestones,
      oddities,
      ladder,
      holidays,
      sources: catalogs.sources,
    },
  };
}

function periodsOf({ keeping }: ProfileFile): Periods {
  return {
    conversations: keeping.conversations,
    dialogs: keeping.dialogs,
    messageTexts: keeping['message-texts'],
    signIns: keeping['sign-ins'],
    endedChats: keeping['ended-chats'],
    guesses: keeping.guesses,
    jobRuns: keeping['job-runs'],
  };
}

function daysOffOf({ 'days-off': declared }: ProfileFile): DaysOffPolicy {
  return {
    due: declared['when-due-falls-on-a-day-off'],
    noticesOnWorkingDaysOnly: declared['notices-on-working-days-only'],
    ...(declared.remark ? { remark: declared.remark } : {}),
  };
}

function checkUnitCounts(folder: DataFolder, declared: ProfileFile, { units, kinds }: UnitsOfProfile): void {
  for (const [kind, count] of Object.entries(declared.units)) {
    if (!kinds.has(kind)) {
      folder.fault(PROFILE_FILE, `units.${kind}`, `kind "${kind}" is unknown`);
      continue;
    }
    const stand = units.filter((unit) => unit.kind === kind).length;
    if (stand !== count) folder.fault(PROFILE_FILE, `units.${kind}`, `${count} declared, ${stand} stand in units/`);
  }
  for (const kind of kinds.keys()) {
    if (!(kind in declared.units)) folder.fault(PROFILE_FILE, 'units', `declares no count of kind "${kind}"`);
  }
}
