import { areaTexts } from './texts';

const vi = {
  hint: 'Ngày nghỉ lễ, nghỉ bù và ngày làm bù theo năm, kèm căn cứ. Ngày làm việc, ngày nhắc và (nếu bộ cấu hình cho phép) hạn nộp được tính từ đây.',
  policy: {
    none: 'Hạn nộp không dời khi rơi vào ngày nghỉ; chỉ ngày nhắc và số ngày làm việc thay đổi.',
    next: 'Hạn nộp rơi vào ngày nghỉ thì dời tới ngày làm việc tiếp theo.',
    previous: 'Hạn nộp rơi vào ngày nghỉ thì lùi về ngày làm việc liền trước.',
  },
  year: 'Năm',
  ofYear: (year: string) => `Năm ${year}`,
  none: 'Chưa có ngày nào của năm này.',
  someAssumed: (assumed: number, all: number) => `${all} ngày, trong đó ${assumed} ngày là dự kiến, chờ văn bản.`,
  allDecreed: (all: number) => `${all} ngày, tất cả đã có văn bản.`,
  weekdays: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
  kinds: { off: 'nghỉ', 'swap-off': 'nghỉ bù', work: 'làm bù' },
  statuses: { decreed: 'đã ban hành', assumed: 'dự kiến' },
  source: 'Căn cứ',
  import: 'Nhập ngày nghỉ từ tệp',
  download: (year: string) => `Tải năm ${year} (CSV)`,
  importHint:
    'Tệp CSV hoặc Excel (.xlsx) với các cột date, kind, name_vi, name_en, status, source. Tệp nói thay cho cả năm: ngày không có trong tệp sẽ không còn là ngày nghỉ. Khác biệt được nêu trước khi ghi.',
  choose: 'Chọn tệp',
  reading: 'Đang đọc tệp và tính khác biệt…',
  faults: (count: number) => `Tệp có ${count} lỗi, chưa nhập gì. Đề nghị sửa rồi chọn lại tệp:`,
  line: (line: number) => `Dòng ${line}`,
  nothing: (years: string) => `Tệp giống hệt những gì đang có của năm ${years}: không có gì để nhập.`,
  speaksFor: (file: string, years: string) => `Tệp «${file}» thay toàn bộ ngày nghỉ năm ${years}:`,
  added: 'Thêm',
  removed: 'Bỏ',
  changed: 'Sửa',
  dayInWords: (day: string, name: string, kind: string, status: string) => `${day} ${name} (${kind}, ${status})`,
  dueDays: (count: number) => (count === 0 ? 'Không hạn nộp nào dời.' : `${count} hạn nộp dời:`),
  moveLine: (title: string, units: number, from: string, to: string) =>
    `${title} (${units} đơn vị): từ trước ngày ${from} sang trước ngày ${to}`,
  byHand: 'Những hạn sau đã được dời bằng tay, khác với ngày tính theo ngày nghỉ mới:',
  byHandLine: (title: string, units: number, stands: string, other: string) =>
    `${title} (${units} đơn vị): đang là trước ngày ${stands}; theo ngày nghỉ mới là trước ngày ${other}`,
  byHandAsk: 'Với các hạn đã dời bằng tay',
  byHandChoose: 'Đề nghị chọn',
  byHandKeep: 'Giữ hạn đã dời bằng tay',
  byHandFollow: 'Đổi theo ngày nghỉ mới',
  deadlines: (count: number) => `${count} hạn có ngày nghỉ liền kề thay đổi`,
  deadlineLine: (title: string, units: number, lastDay: string) => `${title}, hạn cuối ${lastDay} (${units} đơn vị)`,
  around: (off: boolean, before: number, after: number) =>
    `${off ? 'ngày nghỉ' : 'ngày làm việc'}, nghỉ trước ${before} ngày, nghỉ sau ${after} ngày`,
  imported: (years: string, moved: number) =>
    `Đã nhập ngày nghỉ năm ${years}${moved > 0 ? `; ${moved} hạn nộp dời` : ''}.`,
  imports: 'Các lần nhập',
  noImports: 'Chưa nhập tệp nào: các ngày trên lấy từ bộ cấu hình.',
  importOf: (years: string, file: string) => `Năm ${years}, tệp «${file}»`,
  importedAt: (at: string, by?: string) => `Nhập lúc ${at}${by === undefined ? '' : `, ${by}`}`,
  wasUndone: (at: string) => `đã hoàn tác lúc ${at}`,
  undoSure: (years: string) =>
    `Hoàn tác? Ngày nghỉ năm ${years} trở lại như trước lần nhập này, hạn đã dời theo tệp cũng trở lại.`,
  undone: (years: string, days: number, moved: number) =>
    `Đã hoàn tác: năm ${years} lại có ${days} ngày như trước${moved > 0 ? `, ${moved} hạn nộp trở lại` : ''}.`,
};

const en: typeof vi = {
  hint: 'Public holidays, days off in exchange and days worked in exchange, by year and with their source. Working days, reminders and, where the profile says so, due days are counted from them.',
  policy: {
    none: 'A due day does not move when it falls on a day off; only reminders and counts of working days change.',
    next: 'A last day that is off moves to the next working day.',
    previous: 'A last day that is off moves to the working day before.',
  },
  year: 'Year',
  ofYear: (year) => `Year ${year}`,
  none: 'No day of this year yet.',
  someAssumed: (assumed, all) => `${all} days, ${assumed} of them assumed until they are decreed.`,
  allDecreed: (all) => `${all} days, all decreed.`,
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  kinds: { off: 'off', 'swap-off': 'off in exchange', work: 'worked in exchange' },
  statuses: { decreed: 'decreed', assumed: 'assumed' },
  source: 'Source',
  import: 'Import holidays from a file',
  download: (year) => `Download ${year} (CSV)`,
  importHint:
    'A CSV or Excel file (.xlsx) with the columns date, kind, name_vi, name_en, status, source. It speaks for whole years: a day that it does not name is no holiday any more. The difference is told before anything is written.',
  choose: 'Choose a file',
  reading: 'Reading the file and working out the difference…',
  faults: (count) => `The file has ${count} faults, nothing was imported. Please mend them and choose the file again:`,
  line: (line) => `Line ${line}`,
  nothing: (years) => `The file says what stands already of ${years}: there is nothing to import.`,
  speaksFor: (file, years) => `"${file}" takes the place of all holidays of ${years}:`,
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  dayInWords: (day, name, kind, status) => `${day} ${name} (${kind}, ${status})`,
  dueDays: (count) => (count === 0 ? 'No due day moves.' : `${count} due days move:`),
  moveLine: (title, units, from, to) => `${title} (${units} units): from before ${from} to before ${to}`,
  byHand: 'These due days were moved by hand, and differ from what the new holidays give:',
  byHandLine: (title, units, stands, other) =>
    `${title} (${units} units): before ${stands} now; before ${other} by the new holidays`,
  byHandAsk: 'Due days moved by hand',
  byHandChoose: 'Please choose',
  byHandKeep: 'Keep what was moved by hand',
  byHandFollow: 'Follow the new holidays',
  deadlines: (count) => `${count} deadlines with other days off around them`,
  deadlineLine: (title, units, lastDay) => `${title}, last day ${lastDay} (${units} units)`,
  around: (off, before, after) => `${off ? 'day off' : 'working day'}, ${before} off before, ${after} off after`,
  imported: (years, moved) => `Holidays of ${years} imported${moved > 0 ? `; ${moved} due days moved` : ''}.`,
  imports: 'Imports',
  noImports: 'No file was imported: the days above come from the profile.',
  importOf: (years, file) => `${years}, file "${file}"`,
  importedAt: (at, by) => `Imported ${at}${by === undefined ? '' : `, ${by}`}`,
  wasUndone: (at) => `taken back ${at}`,
  undoSure: (years) =>
    `Undo? The holidays of ${years} stand as before this import, and due days that moved with it go back.`,
  undone: (years, days, moved) =>
    `Undone: ${years} has its ${days} days as before${moved > 0 ? `, ${moved} due days are back` : ''}.`,
};

export const useHolidayTexts = areaTexts(vi, en);
