import { UnitChangesService, type ChangeDone, type UnitChange } from '../../modules/calendar/index.js';
import { LoadProfileService } from '../../modules/profiles/index.js';
import { plainDate } from '../../modules/shared/index.js';
import { adminCommand, type Office, WrongUse } from './command.js';

const options = {
  units: { type: 'string' },
  into: { type: 'string' },
  on: { type: 'string' },
  decision: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;

export const merge = adminCommand({
  name: 'merge',
  usage: '--units <mã,mã,…> --into <mã[:tên nếu mới]> --on <năm-tháng-ngày> --decision "…" [--yes]',
  says: 'hợp nhất đơn vị từ một ngày; không có --yes thì chỉ cho xem trước / merges units; without --yes it only shows what it would do',
  options,
  run: (values, office) => change('merge', values, office),
});

export const split = adminCommand({
  name: 'split',
  usage: '--units <mã> --into <mã:phần[:tên nếu mới],…> --on <năm-tháng-ngày> --decision "…" [--yes]',
  says: 'chia tách đơn vị, phần là số như 0.4, để trống nếu chưa biết / splits a unit; a share such as 0.4, empty where not known',
  options,
  run: (values, office) => change('split', values, office),
});

export const undoUnitChange = adminCommand({
  name: 'undo-unit-change',
  usage: '--change <id>',
  says: 'hoàn lại một lần hợp nhất hoặc chia tách / takes a merger or split back',
  options: { change: { type: 'string' } },
  async run({ change: id }, { of }) {
    if (!id || !/^[0-9a-f-]{36}$/.test(id)) throw new WrongUse();
    await of(UnitChangesService).undo(id);
    return `Đã hoàn lại / taken back: ${id}`;
  },
});

interface Typed {
  units?: string;
  into?: string;
  on?: string;
  decision?: string;
  yes?: boolean;
}

async function change(sort: UnitChange['sort'], typed: Typed, { of, settings }: Office): Promise<string> {
  const wish = read(sort, typed);
  await of(LoadProfileService).load(settings.profile);
  if (!typed.yes) {
    const done = await of(UnitChangesService).preview(wish);
    return `${told(done)}\nChưa thay đổi gì; thêm --yes để thực hiện / nothing was changed; add --yes to carry it out.`;
  }
  const { id, done } = await of(UnitChangesService).carryOut(wish);
  return `${told(done)}\nĐã thực hiện; hoàn lại bằng / done; take it back with: npm run admin -- undo-unit-change --change ${id}`;
}

function read(sort: UnitChange['sort'], { units, into, on, decision }: Typed): UnitChange {
  if (!units || !into || !on || !decision?.trim()) throw new WrongUse();
  if (!plainDate.valid(on)) throw new WrongUse('--on: ngày viết như 2027-09-01 / a day such as 2027-09-01.');
  return {
    sort,
    from: on,
    decision: decision.trim(),
    units: units.split(',').map((code) => code.trim()),
    into: into.split(',').map((text) => successor(sort, text)),
  };
}

/** `code`, `code:name` for a merger; `code:share:name` for a split. */
function successor(sort: UnitChange['sort'], text: string): UnitChange['into'][number] {
  const [code = '', ...rest] = text.split(':').map((part) => part.trim());
  const share = sort === 'split' ? rest.shift() : undefined;
  if (share && !/^(1|0\.\d{0,17}[1-9])$/.test(share))
    throw new WrongUse(`--into: phần "${share}" phải là số như 0.4 / a share such as 0.4.`);
  const name = rest.join(':');
  return { code, ...(name ? { name } : {}), ...(share ? { share } : {}) };
}

/** What it does, Vietnamese / English. */
function told({ founded, ended, moved, obligations, people, added }: ChangeDone): string {
  const count = (does: 'stays' | 'moves' | 'waived') => obligations.filter((one) => one.does === does);
  const names = (units: readonly { name: string }[]) => units.map((one) => one.name).join(', ') || '–';
  const drafts = obligations.filter((one) => one.does === 'waived' && one.begun).length;
  return [
    `Đơn vị mới / new: ${names(founded)}`,
    `Đơn vị kết thúc / ends: ${names(ended)}`,
    `Đơn vị trực thuộc chuyển / subordinate units that move: ${moved.length}`,
    `Nghĩa vụ có hạn trước ngày thay đổi, giữ tên cũ / due before, still owed under the old name: ${count('stays').length}`,
    `Nghĩa vụ chuyển sang / obligations that move: ${count('moves').length}`,
    `Nghĩa vụ được miễn / waived: ${count('waived').length} (bản nháp giữ nguyên / drafts kept: ${drafts})`,
    `Nghĩa vụ mới / new obligations: ${added.length}`,
    `Cán bộ chuyển / people who move: ${people.map((one) => `${one.name} (${one.role})`).join(', ') || '–'}`,
  ].join('\n');
}
