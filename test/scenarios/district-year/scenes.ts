import { hears, taps } from './messenger.js';
import { checkWorkbook } from './workbook.js';
import type { Theatre } from './theatre.js';

/** What happens on a day at nine in the morning, after the day's messages. */
export interface Scene {
  day: string;
  what: string;
  play(theatre: Theatre): Promise<void>;
}

const PUNCTUAL = ['Ánh', 'Bảo', 'Chi', 'Dũng', 'Giang', 'Hiếu', 'Khánh', 'Liên'];
const COMMUNES = [...PUNCTUAL, 'Mai', 'Hạnh', 'Nga', 'Oanh', 'Thảo', 'Quang', 'Phúc'];
const ON_TELEGRAM: Record<string, number> = { Hạnh: 101, Quang: 102, Mai: 103 };
const OTHERS = ['Quang trưởng', 'Phúc trưởng', 'Duy', 'Duy trưởng', 'Lan', 'Minh', 'Bình', 'Sơn', 'Thắng'];

/** Nine rows, each answered for this year and the next in one message; the last is a yes or no. */
const NINE = [
  '7,5; 8',
  '31,25; 33',
  '0,1; 0,12',
  '0,2; 0,2',
  '0,3; 0,25',
  '0,5; 0,4',
  '90,5; 91',
  '95; 96',
  'đạt; đạt',
];

export const SCENES: Scene[] = [
  {
    day: '2027-06-09',
    what: 'everybody but Oanh links a chat',
    play: async (theatre) => {
      for (const name of [...COMMUNES, ...OTHERS]) {
        if (name === 'Oanh') continue;
        const [code] = theatre.props.codes[name]!;
        if (name === 'Hạnh' || name === 'Quang') await linkTelegram(theatre, name, code);
        else await theatre.browser(name).link(code);
      }
    },
  },
  {
    day: '2027-06-15',
    what: 'Mai answers four rows on the web and stops',
    play: async (theatre) => {
      const mai = theatre.browser('Mai');
      await mai.says('/dien');
      for (const answer of NINE.slice(0, 4)) await mai.says(answer);
      await mai.says('dừng');
    },
  },
  {
    day: '2027-06-17',
    what: 'Mai goes on on Telegram and submits',
    play: async (theatre) => {
      await linkTelegram(theatre, 'Mai', theatre.props.codes['Mai']![1]);
      await hears(theatre, 103, '/dien');
      for (const answer of NINE.slice(4)) await hears(theatre, 103, answer);
      await hears(theatre, 103, 'nộp');
    },
  },
  {
    day: '2027-06-20',
    what: 'Hạnh fills the form on Telegram and submits with a tap',
    play: async (theatre) => {
      await hears(theatre, 101, '/dien');
      for (const answer of NINE) await hears(theatre, 101, answer);
      await taps(theatre, 101, 'Nộp báo cáo');
    },
  },
  { day: '2027-06-21', what: 'eight communes submit', play: (theatre) => all(PUNCTUAL, (name) => fill(theatre, name)) },
  {
    day: '2027-06-24',
    what: 'Oanh links',
    play: (theatre) => theatre.browser('Oanh').link(theatre.props.codes['Oanh']![0]),
  },
  { day: '2027-06-27', what: 'Nga submits', play: (theatre) => fill(theatre, 'Nga') },
  { day: '2027-06-28', what: 'Oanh submits', play: (theatre) => fill(theatre, 'Oanh') },
  {
    day: '2027-06-29',
    what: 'Quang reports that he will be late',
    play: async (theatre) => {
      await hears(theatre, 102, '/baocao 80% chậm vì thiếu số liệu thuế, xong 3/7');
      await hears(theatre, 102, '1');
    },
  },
  { day: '2027-07-01', what: 'Thảo submits two days late', play: (theatre) => fill(theatre, 'Thảo') },
  {
    day: '2027-07-02',
    what: 'Bình promises that Duyên Hà answers by 8 July',
    play: async (theatre) => {
      const binh = theatre.browser('Bình');
      const board = await binh.get<{ escalations: { obligation: string; unitName: string }[] }>('/api/board');
      const late = board.escalations.find((one) => one.unitName === 'Xã Duyên Hà');
      if (!late) throw new Error('Duyên Hà was not escalated to the district');
      await binh.post(`/api/obligations/${late.obligation}/promise`, { promisedOn: '2027-07-08', note: 'đã gọi điện' });
    },
  },
  {
    day: '2027-07-03',
    what: 'Quang submits on Telegram',
    play: async (theatre) => {
      await hears(theatre, 102, '/dien');
      for (const answer of NINE) await hears(theatre, 102, answer);
      await hears(theatre, 102, 'nộp');
    },
  },
  { day: '2027-07-05', what: 'Lan submits for the district', play: (theatre) => fill(theatre, 'Lan', 19) },
  { day: '2027-07-06', what: 'Bình downloads what the communes reported', play: checkWorkbook },
  { day: '2027-07-08', what: 'Phúc submits nine days late', play: (theatre) => fill(theatre, 'Phúc') },
  {
    day: '2027-10-05',
    what: 'the communes complete their plans',
    play: (theatre) => all(COMMUNES, (name) => complete(theatre, name)),
  },
  { day: '2027-10-20', what: 'the district completes its plan', play: (theatre) => complete(theatre, 'Lan') },
  ...['2027-11-20', '2027-12-20', '2027-12-27', '2028-01-02'].map((day) => ({
    day,
    what: 'signed documents are recorded',
    play: (theatre: Theatre) => all([...COMMUNES, 'Lan'], (name) => recordDocuments(theatre, name)),
  })),
  ...['2028-03-05', '2028-05-25', '2028-08-30', '2028-10-20'].map((day) => ({
    day,
    what: 'the district reports on its projects',
    play: (theatre: Theatre) => reportProjects(theatre, 'Lan'),
  })),
];

export const LAST_DAY = '2028-11-05';

async function linkTelegram(theatre: Theatre, name: string, code: string): Promise<void> {
  await hears(theatre, ON_TELEGRAM[name]!, `/start ${code}`);
  await hears(theatre, ON_TELEGRAM[name]!, 'đúng');
}

/** Fills the headline form in the web chat, whatever the bot asks, and submits. */
async function fill(theatre: Theatre, name: string, rows = 9): Promise<void> {
  const browser = theatre.browser(name);
  let said = await browser.says('/dien');
  for (let row = 0; row < rows; row += 1)
    said = await browser.says(said.includes('đạt hoặc không đạt') ? 'đạt; đạt' : '5; 6');
  if (!/nộp/.test(said)) throw new Error(`${name} is not at the summary: ${said}`);
  await browser.says('nộp');
}

/** Round two begins with the answers of round one: look and submit. */
async function complete(theatre: Theatre, name: string): Promise<void> {
  const chat = ON_TELEGRAM[name];
  const say = (text: string) => (chat ? hears(theatre, chat, text) : theatre.browser(name).says(text));
  await say('/dien');
  const said = await say('nộp');
  if (!/^Đã nộp/m.test(said)) throw new Error(`${name} could not submit: ${said}`);
}

interface ReportForm {
  key: string;
  definition: { sections?: { key: string }[] };
}

interface Owed {
  id: string;
  milestone: string;
  state: string;
  signedDocument: boolean;
}

async function owedBy(theatre: Theatre, name: string): Promise<Owed[]> {
  const browser = theatre.browser(name);
  await browser.signInOnce(theatre.props.links[name]!);
  const { items } = await browser.get<{ items: Owed[] }>('/api/obligations');
  return items.filter((item) => ['open', 'overdue', 'in-progress'].includes(item.state));
}

async function recordDocuments(theatre: Theatre, name: string): Promise<void> {
  for (const owed of await owedBy(theatre, name)) {
    if (!owed.signedDocument) continue;
    await theatre.browser(name).post(`/api/obligations/${owed.id}/document`, {
      number: '12/QĐ-UBND',
      signedOn: '2027-11-19',
      signer: 'Chủ tịch',
      recipients: 'như nơi nhận',
    });
  }
}

async function reportProjects(theatre: Theatre, name: string): Promise<void> {
  for (const owed of await owedBy(theatre, name)) {
    if (!owed.milestone.startsWith('rep-')) continue;
    const { forms } = await theatre.browser(name).get<{ forms: ReportForm[] }>(`/api/reports/${owed.id}`);
    const outline = forms.find((form) => form.key === 'm5')?.definition.sections ?? [];
    const sections = { m5: Object.fromEntries(outline.map(({ key }) => [key, 'Như báo cáo kèm theo.'])) };
    await theatre.browser(name).put(`/api/reports/${owed.id}/answers`, { sections });
    await theatre.browser(name).post(`/api/reports/${owed.id}/submit`, {});
  }
}

async function all(names: readonly string[], act: (name: string) => Promise<void>): Promise<void> {
  for (const name of names) await act(name);
}
