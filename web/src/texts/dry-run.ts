import { areaTexts } from './texts';

const vi = {
  hint: 'Những tin sẽ gửi trong các ngày đã chọn, tính như không ai trả lời từ nay. Không gì được gửi hay ghi lại.',
  filters: 'Phạm vi chạy thử',
  from: 'Từ ngày',
  to: 'Đến ngày',
  dayNeeded: 'Đề nghị chọn ngày.',
  backwards: 'Ngày cuối phải từ ngày đầu trở đi.',
  tooLong: (days: number) => `Đề nghị chọn không quá ${days} ngày.`,
  unit: 'Đơn vị (cả đơn vị trực thuộc)',
  everyUnit: 'Mọi đơn vị đồng chí được xem',
  download: 'Tải danh sách (CSV)',
  onlyOf: (name: string) => `Chỉ tin của ${name}.`,
  everybody: 'Xem mọi người',
  total: (notices: number, messages: number) => `${notices} thông báo trong ${messages} tin.`,
  unreachable: (count: number) => `${count} thông báo chưa có ai nhận được; cấp trên của đơn vị sẽ biết.`,
  none: 'Không có tin nào trong những ngày này.',
  byChannel: 'Theo kênh và giờ cao điểm',
  peak: (hour: string, messages: number) => `Giờ nhiều tin nhất: ${hour}, ${messages} tin.`,
  channels: {
    telegram: 'Telegram',
    zalo: 'Zalo',
    webchat: 'Trò chuyện trên web',
    email: 'Thư điện tử',
  } as Record<string, string>,
  noChannel: 'Chưa rõ kênh',
  channelTotal: (messages: number, people: number) => `${messages} tin cho ${people} người`,
  channelPeak: (hour: string, messages: number) => `Cao điểm: ${hour}, ${messages} tin`,
  noLimit: 'Kênh này không giới hạn tốc độ.',
  eta: (seconds: number) =>
    seconds < 120
      ? `Tin cuối của giờ ấy đi sau ${seconds} giây.`
      : `Tin cuối của giờ ấy đi sau ${Math.ceil(seconds / 60)} phút.`,
  byDay: 'Theo ngày',
  dayTotal: (day: string, messages: number, people: number) => `${day}: ${messages} tin, ${people} người`,
  byPerson: 'Người nhận nhiều nhất',
  personTotal: (messages: number, notices: number) => `${messages} tin, ${notices} thông báo`,
  only: 'Chỉ người này',
  onlyThisPerson: (name: string) => `Chỉ người này: ${name}`,
  lines: 'Từng thông báo',
  firstOf: (shown: number, all: number) => `${shown} thông báo đầu trong ${all}; tải danh sách để xem đủ.`,
};

const en: typeof vi = {
  hint: 'What will go out on the days chosen, planned as if nobody answered from now on. Nothing is sent or written.',
  filters: 'What is planned',
  from: 'From',
  to: 'To',
  dayNeeded: 'Please choose a day.',
  backwards: 'It must not end before it begins.',
  tooLong: (days) => `Please choose at most ${days} days.`,
  unit: 'Unit (with those below)',
  everyUnit: 'Every unit that you may see',
  download: 'Download the list (CSV)',
  onlyOf: (name) => `Only what ${name} hears.`,
  everybody: 'Show everybody',
  total: (notices, messages) => `${notices} notices in ${messages} messages.`,
  unreachable: (count) => `${count} notices reach nobody yet; their superiors will be told.`,
  none: 'Nothing goes out on these days.',
  byChannel: 'By channel, with the fullest hour',
  peak: (hour, messages) => `Fullest hour: ${hour}, ${messages} messages.`,
  channels: { telegram: 'Telegram', zalo: 'Zalo', webchat: 'Web chat', email: 'E-mail' },
  noChannel: 'Channel not known',
  channelTotal: (messages, people) => `${messages} messages to ${people} people`,
  channelPeak: (hour, messages) => `Fullest hour: ${hour}, ${messages} messages`,
  noLimit: 'This channel has no limit.',
  eta: (seconds) =>
    seconds < 120
      ? `The last of that hour leaves after ${seconds} s.`
      : `The last of that hour leaves after ${Math.ceil(seconds / 60)} min.`,
  byDay: 'By day',
  dayTotal: (day, messages, people) => `${day}: ${messages} messages, ${people} people`,
  byPerson: 'Who hears most',
  personTotal: (messages, notices) => `${messages} messages, ${notices} notices`,
  only: 'Only this one',
  onlyThisPerson: (name) => `Only this one: ${name}`,
  lines: 'Each notice',
  firstOf: (shown, all) => `The first ${shown} of ${all} notices; download the list to see all.`,
};

export const useDryRunTexts = areaTexts(vi, en);
