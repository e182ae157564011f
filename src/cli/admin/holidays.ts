import path from 'node:path';
import {
  CalendarService,
  type DeadlineEffect,
  HolidaysService,
  readHolidays,
  type Surroundings,
} from '../../modules/calendar/index.js';
import { DataFolder, describeFault, plainDate, StartupProblem } from '../../modules/shared/index.js';
import { adminCommand, WrongUse } from './command.js';

export const holidays = adminCommand({
  name: 'holidays',
  usage: '--file <tệp.csv> [--over-hand] [--confirm]',
  says: 'nhập ngày nghỉ của các năm có trong tệp: nêu khác biệt và ảnh hưởng tới từng hạn trước / imports public holidays, difference and effects first',
  options: {
    file: { type: 'string' },
    confirm: { type: 'boolean', default: false },
    'over-hand': { type: 'boolean', default: false },
  },
  async run(values, { of }) {
    if (!values.file?.endsWith('.csv')) throw new WrongUse('--file: tệp .csv / a .csv file.');
    const file = path.resolve(values.file);
    const folder = new DataFolder(path.dirname(file));
    const days = readHolidays(folder, path.basename(file, '.csv'));
    if (folder.faults.length > 0) {
      throw new StartupProblem(
        `Tệp có lỗi, chưa nhập gì / the file has faults:\n  ${folder.faults.map(describeFault).join('\n  ')}`,
      );
    }
    const milestones = new Map((await of(CalendarService).milestones()).map((one) => [one.id, one.title.vi]));
    const { difference, deadlines, dueDays, byHand, overHand, applied } = await of(HolidaysService).import(days, {
      confirmed: values.confirm,
      fileName: path.basename(file),
      overHand: values['over-hand'],
    });
    const { years, added, removed, changed } = difference;
    return [
      applied
        ? `Đã nhập ngày nghỉ năm ${years.join(', ')} / imported.`
        : `Chưa nhập; thêm --confirm để nhập năm ${years.join(', ')} / not imported yet.`,
      ...added.map((day) => `  + ${plainDate.vi(day.date)} ${day.nameVi} (${day.status})`),
      ...removed.map((day) => `  - ${plainDate.vi(day.date)} ${day.nameVi} (${day.status})`),
      ...changed.map(
        ({ was, is }) =>
          `  ~ ${plainDate.vi(is.date)} ${was.nameVi}, ${was.kind}, ${was.status} → ${is.nameVi}, ${is.kind}, ${is.status}`,
      ),
      `Ảnh hưởng tới hạn / deadlines affected: ${deadlines.length}; hạn dời / due days moved: ${dueDays}`,
      ...(byHand.length > 0 && !overHand
        ? [
            `Hạn đã dời bằng tay, giữ nguyên (thêm --over-hand để theo ngày nghỉ mới) / moved by hand, kept: ${byHand.length}`,
            ...byHand.map(
              ({ milestone, unit, from, to }) =>
                `  ${milestones.get(milestone) ?? milestone} ${unit}: ${plainDate.vi(from)} (${plainDate.vi(to)})`,
            ),
          ]
        : []),
      ...deadlines.map((one) => effectLine(one, milestones.get(one.milestone) ?? one.milestone)),
    ].join('\n');
  },
});

function effectLine({ lastDay, units, was, is }: DeadlineEffect, title: string): string {
  return `  ${plainDate.vi(lastDay)} ${title} (${units}): ${words(was)} → ${words(is)}`;
}

function words({ lastDayOff, offBefore, offAfter }: Surroundings): string {
  return `${lastDayOff ? 'ngày nghỉ' : 'ngày làm việc'}, nghỉ trước ${offBefore}, nghỉ sau ${offAfter}`;
}
