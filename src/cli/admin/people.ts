import { readFile } from 'node:fs/promises';
import { PeopleWorkbookService } from '../../modules/exchange/index.js';
import { THE_SHELL } from '../../modules/people/index.js';
import { LoadProfileService } from '../../modules/profiles/index.js';
import { StartupProblem } from '../../modules/shared/index.js';
import { adminCommand, WrongUse } from './command.js';

export const people = adminCommand({
  name: 'people',
  usage: '--file <tệp.xlsx> [--confirm]',
  says: 'nhập danh sách cán bộ: nêu từng thay đổi trước, ghi khi có --confirm / takes in a list of people, each change told first',
  options: { file: { type: 'string' }, confirm: { type: 'boolean', default: false } },
  async run(values, { of, settings }) {
    if (!values.file?.endsWith('.xlsx')) throw new WrongUse('--file: tệp .xlsx / an .xlsx file.');
    const file = await readFile(values.file).catch(() => {
      throw new StartupProblem(`Không đọc được tệp ${values.file} / cannot read the file.`);
    });
    await of(LoadProfileService).load(settings.profile);
    const read = await of(PeopleWorkbookService).read(THE_SHELL, file);
    if (read.faults.length > 0) {
      const lines = read.faults.map(({ cell, text }) => `  ${cell.cell}: ${text}`);
      throw new StartupProblem(`Danh sách có lỗi, chưa ghi gì / the list has faults:\n${lines.join('\n')}`);
    }
    const told = [read.summary, ...read.changes.map((change) => `  ${change.text}`)];
    if (read.changes.length === 0) return told.join('\n');
    if (!values.confirm) return [...told, 'Chưa ghi; thêm --confirm để ghi / nothing is written yet.'].join('\n');
    await of(PeopleWorkbookService).apply(THE_SHELL, file, read.digest);
    return [...told, 'Đã ghi / written.'].join('\n');
  },
});
