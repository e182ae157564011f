import { WaiversService } from '../../modules/calendar/index.js';
import { Database, rows } from '../../modules/database/index.js';
import { adminCommand, type Office, planYearOf, WrongUse } from './command.js';
import { personOf } from './person.js';

export const waive = adminCommand({
  name: 'waive',
  usage:
    '(--obligation <id> | --plan-year <năm> --milestone <mốc> --unit <đơn vị>) --by <id người quyết định> --reason "lý do" [--take-back]',
  says: 'miễn một nghĩa vụ báo cáo, hoặc thôi miễn / waives an obligation, or takes the waiver back',
  options: {
    obligation: { type: 'string' },
    'plan-year': { type: 'string' },
    milestone: { type: 'string' },
    unit: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'string' },
    'take-back': { type: 'boolean', default: false },
  },
  async run(values, office) {
    const reason = values.reason?.trim();
    const { obligation: id, milestone, unit } = values;
    if (!reason || (id === undefined) === (milestone === undefined || unit === undefined)) throw new WrongUse();
    const obligations =
      id === undefined ? await named(office, { ...values, milestone: milestone!, unit: unit! }) : [id];
    const person = await personOf(values.by, office);
    const waivers = office.of(WaiversService);
    for (const obligation of obligations) {
      if (values['take-back']) await waivers.takeBack(person, obligation, reason);
      else await waivers.waive(person, obligation, reason);
    }
    return values['take-back'] ? 'Đã thôi miễn / owed again.' : 'Đã miễn / waived.';
  },
});

/** What a unit owes of a milestone: one, or one for each occasion. */
async function named(
  { of }: Office,
  { milestone, unit, ...values }: { 'plan-year'?: string | undefined; milestone: string; unit: string },
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    of(Database).em,
    `select id from obligation where plan_year = ? and milestone = ? and unit_code = ? order by occasion`,
    [planYearOf(values['plan-year']), milestone, unit],
  );
  if (found.length === 0)
    throw new WrongUse('Đơn vị không có nghĩa vụ nào của mốc này / the unit owes nothing of this milestone.');
  return found.map(({ id }) => id);
}
