import path from 'node:path';
import { WorkingDays } from '../modules/calendar/index.js';
import {
  dryRun,
  itemOfPlanned,
  loadOf,
  type PlannedMessage,
  type PlannedNotice,
  whyText,
  withWaits,
  type Words,
} from '../modules/followups/index.js';
import { Messages, packageRoot, plainDate, type PlainDate } from '../modules/shared/index.js';
import { UnitTree } from '../modules/units/index.js';
import {
  endWithTheReader,
  type NamedPlanYear,
  namedPlanYear,
  PLAN_YEAR_OPTIONS,
  planYearOfProfile,
  readValues,
  wrong,
} from './plan-year-of-profile.js';

const USAGE =
  'Use: npm run -s dry-run -- --profile <name> --plan-year <year> [--from <day> --to <day>] [--unit <code>] [--milestone <id>] ' +
  '[--per-second <number>] [--json]';

/** What Telegram takes from one bot in a second. */
const PER_SECOND = '30';

/** The shell speaks English, names rungs by their ids and writes days as the data do. */
const english = Messages.read(path.join(packageRoot, 'config', 'messages'));
const inEnglish: Words = { t: (key, params) => english.t('en', key, params), rung: (id) => id, day: (on) => on };

endWithTheReader();
process.exitCode = run(process.argv.slice(2));

/**
 * Prints who would be told what and when in a plan year, from the data alone: nobody answers, everybody can be told. 0 when
 * done, 1 when the profile has faults, 2 when the command is wrong.
 */
function run(args: readonly string[]): number {
  const options = read(args);
  if (typeof options === 'string') return wrong(`${options} ${USAGE}`);
  const found = planYearOfProfile(options);
  if ('exitCode' in found) return found.exitCode;
  const { profile, planned } = found;
  const { unit, milestone } = options;
  if (unit !== undefined && !profile.units.some(({ code }) => code === unit)) {
    return wrong(`The profile has no unit "${unit}".`);
  }
  if (milestone !== undefined && !profile.milestones.some(({ id }) => id === milestone)) {
    return wrong(`The profile has no milestone "${milestone}".`);
  }
  // Nobody answers, superiors neither: what waits on their acts is not chased once those are late.
  const items = withWaits(planned.map(itemOfPlanned), profile.milestones, planned, new UnitTree(profile.units));
  const days = {
    workingDays: new WorkingDays(profile.holidays),
    onWorkingDaysOnly: profile.rules.daysOff.noticesOnWorkingDaysOnly,
  };
  const notices = dryRun(profile.ladder, items, options.from, options.to, days).filter(
    (notice) =>
      (unit === undefined || notice.unit === unit) && (milestone === undefined || notice.milestone === milestone),
  );
  process.stdout.write(options.json ? `${JSON.stringify(notices.map(lineOf), null, 1)}\n` : summary(notices, options));
  return 0;
}

interface Options extends NamedPlanYear {
  from: PlainDate;
  to: PlainDate;
  unit: string | undefined;
  milestone: string | undefined;
  perSecond: number;
  json: boolean;
}

/** The options, or a sentence that says what is wrong with them. */
function read(args: readonly string[]): Options | string {
  const values = readValues(args, {
    ...PLAN_YEAR_OPTIONS,
    from: { type: 'string' },
    to: { type: 'string' },
    unit: { type: 'string' },
    milestone: { type: 'string' },
    'per-second': { type: 'string', default: PER_SECOND },
    json: { type: 'boolean', default: false },
  });
  if (typeof values === 'string') return values;
  const named = namedPlanYear(values);
  if (typeof named === 'string') return named;
  // Without days: the report year and the plan year, and what of it comes due in the month after.
  const { from = `${named.planYear - 1}-01-01`, to = `${named.planYear + 1}-01-31` } = values;
  for (const [name, day] of Object.entries({ from, to })) {
    if (!plainDate.valid(day)) return `--${name} is "${day}", which is no day; write it as 2027-06-01.`;
  }
  if (to < from) return `--to (${to}) lies before --from (${from}).`;
  const perSecond = Number(values['per-second']);
  if (!Number.isFinite(perSecond) || perSecond <= 0) {
    return `--per-second is "${values['per-second']}"; write how many messages a second may leave, such as 30.`;
  }
  return { ...named, from, to, unit: values.unit, milestone: values.milestone, perSecond, json: values.json };
}

/** What is printed of a notice. */
function lineOf({ key, unit, milestone, rung, audience, at, why }: PlannedNotice) {
  return { key, unit, milestone, rung, audience, at, why: whyText(why, inEnglish) };
}

/** Nobody is looked up here: a unit and role stand for one person, who gets one message a morning. */
function messagesOf(notices: readonly PlannedNotice[]): PlannedMessage[] {
  const messages = new Map<string, PlannedMessage>();
  for (const { audience, on, at } of notices) {
    const to = `${audience.unit} ${audience.role}`;
    const message = messages.get(`${to} ${on}`);
    if (message) message.notices += 1;
    else messages.set(`${to} ${on}`, { to, on, at, notices: 1 });
  }
  return [...messages.values()];
}

function summary(notices: readonly PlannedNotice[], { from, to, perSecond }: Options): string {
  const messages = messagesOf(notices);
  const { days, people, peak } = loadOf(messages, [{ channel: 'all', perSecond }]);
  const busiest = people.slice(0, 10);
  return [
    `${notices.length} notices in ${messages.length} messages, ${from} to ${to}; nobody answers, everybody can be told.`,
    '',
    'day         people  messages',
    ...days.map((day) => `${day.on}  ${String(day.people).padStart(6)}  ${String(day.messages).padStart(8)}`),
    '',
    'told most (unit and role)     messages  notices',
    ...busiest.map(
      (one) => `${one.to.padEnd(28)}  ${String(one.messages).padStart(8)}  ${String(one.notices).padStart(7)}`,
    ),
    '',
    peak
      ? `Fullest hour: ${peak.hour}:00 with ${peak.messages} messages; at ${perSecond} a second the last leaves after ${peak.seconds['all']} s.`
      : 'Nothing goes out in these days.',
    '',
  ].join('\n');
}
