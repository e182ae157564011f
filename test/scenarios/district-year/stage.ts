import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { CalendarService } from '../../../src/modules/calendar/index.js';
import { OneTimeService } from '../../../src/modules/access/index.js';
import { run } from '../../../src/modules/database/index.js';
import { type BaseFigure, UnitsService, type Role } from '../../../src/modules/units/index.js';
import type { House } from '../../house/house.js';

export const DISTRICT = '020';
export const PLAN_YEAR = 2028;
/** The day before the cycle opens: everybody links a chat. */
export const FIRST_DAY = '2027-06-09';

/** The cast: who they are and where. The communes of Huyện Thanh Trì are real, the people invented. */
export const CAST: { name: string; unit: string; role: Role }[] = [
  { name: 'Mai', unit: 'Xã Ngũ Hiệp', role: 'official' },
  { name: 'Hạnh', unit: 'Xã Tứ Hiệp', role: 'official' },
  { name: 'Ánh', unit: 'Thị trấn Văn Điển', role: 'official' },
  { name: 'Bảo', unit: 'Xã Tân Triều', role: 'official' },
  { name: 'Chi', unit: 'Xã Thanh Liệt', role: 'official' },
  { name: 'Dũng', unit: 'Xã Tả Thanh Oai', role: 'official' },
  { name: 'Giang', unit: 'Xã Hữu Hoà', role: 'official' },
  { name: 'Hiếu', unit: 'Xã Tam Hiệp', role: 'official' },
  { name: 'Khánh', unit: 'Xã Vĩnh Quỳnh', role: 'official' },
  { name: 'Liên', unit: 'Xã Ngọc Hồi', role: 'official' },
  { name: 'Nga', unit: 'Xã Đại áng', role: 'official' },
  { name: 'Oanh', unit: 'Xã Liên Ninh', role: 'official' },
  // Late by two days, by four, by nine.
  { name: 'Thảo', unit: 'Xã Yên Mỹ', role: 'official' },
  { name: 'Quang', unit: 'Xã Vạn Phúc', role: 'official' },
  { name: 'Quang trưởng', unit: 'Xã Vạn Phúc', role: 'head' },
  { name: 'Phúc', unit: 'Xã Đông Mỹ', role: 'official' },
  { name: 'Phúc trưởng', unit: 'Xã Đông Mỹ', role: 'head' },
  // Never answers.
  { name: 'Duy', unit: 'Xã Duyên Hà', role: 'official' },
  { name: 'Duy trưởng', unit: 'Xã Duyên Hà', role: 'head' },
  // The district and above.
  { name: 'Lan', unit: DISTRICT, role: 'official' },
  { name: 'Minh', unit: DISTRICT, role: 'head' },
  { name: 'Bình', unit: DISTRICT, role: 'supervisor' },
  { name: 'Sơn', unit: 'so-khdt', role: 'supervisor' },
  { name: 'Thắng', unit: 'vp-ubnd', role: 'head' },
];

export interface Props {
  /** Two enrolment codes by name: some link a second chat later. */
  codes: Record<string, [string, string]>;
  /** Secret of a sign-in link by name. */
  links: Record<string, string>;
}

/** Last year's figures of the communes: the weights of their shares. */
function figuresOnRecord(): BaseFigure[] {
  const rows: Record<string, string>[] = parse(readFileSync('config/training/hanoi-directive/figures.csv', 'utf8'), {
    columns: true,
  });
  return rows.map((row) => ({
    unit: row['unit']!,
    code: row['code']!,
    year: PLAN_YEAR - 1 + Number(row['year_offset']),
    sort: row['sort'] === 'plan' ? 'plan' : 'outcome',
    value: row['value']!,
    source: 'training',
  }));
}

/** Opens the cycle for the one district and puts the cast in place. */
export async function setStage(house: House): Promise<Props> {
  const tree = await house.of(UnitsService).tree();
  await house.of(CalendarService).openCycle(PLAN_YEAR);
  // The story is of one district; the rest of the city stays off stage.
  await house.database.transaction((em) =>
    run(em, `delete from obligation where unit_code not in (?)`, [[...tree.subtree(DISTRICT)]]),
  );
  await house.database.transaction((em) => house.of(UnitsService).saveBaseFigures(em, figuresOnRecord()));
  const props: Props = { codes: {}, links: {} };
  for (const { name, unit, role } of CAST) {
    const code = tree.find(unit)?.code ?? tree.children(DISTRICT).find((one) => one.name === unit)?.code;
    if (!code) throw new Error(`there is no unit "${unit}"`);
    const id = await house.person(name, { unit: code, role });
    const code1 = await house.of(OneTimeService).enrolmentCode(id);
    props.codes[name] = [code1, await house.of(OneTimeService).enrolmentCode(id)];
    props.links[name] = await house.of(OneTimeService).signInSecret(id);
  }
  return props;
}
