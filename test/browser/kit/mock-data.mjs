/** Made-up units and people for the stand-in; figures mean nothing. */

const person = (name, title) => ({ id: name, name, title, locale: 'vi' });

/** By sign-in token. */
export const sessions = {
  official: {
    person: person('Nguyễn Thị Hoà', 'Công chức Văn phòng - Thống kê xã Vạn Thắng'),
    roles: [{ unit: 'c1', unitName: 'Xã Vạn Thắng', role: 'official' }],
    training: true,
  },
  admin: {
    person: person('Đỗ Minh Quân', 'Chuyên viên Sở Kế hoạch và Đầu tư'),
    roles: [{ unit: 'hn', unitName: 'Thành phố Hà Nội', role: 'admin' }],
    training: true,
  },
  supervisor: {
    person: person('Trần Văn Bình', 'Chuyên viên phòng Tài chính - Kế hoạch huyện Ba Vì'),
    roles: [{ unit: 'd1', unitName: 'Huyện Ba Vì', role: 'supervisor' }],
    training: true,
  },
};

const clause = {
  section: 'II.3, Vòng 1 (3)',
  quote: 'Uỷ ban nhân dân cấp xã gửi dự thảo kế hoạch về Uỷ ban nhân dân cấp huyện trước ngày 30/6 hằng năm.',
};

const item = (id, change) => ({
  id,
  planYear: 2028,
  milestone: 'r1-commune',
  title: 'Dự thảo kế hoạch cấp xã (vòng 1)',
  unit: 'c1',
  unitName: 'Xã Vạn Thắng',
  opensOn: '2027-06-01',
  dueOn: '2027-06-30',
  lastDay: '2027-06-29',
  firstDueOn: '2027-06-30',
  daysLeft: -4,
  state: 'in-progress',
  late: true,
  recipients: [{ unit: 'd1', name: 'Uỷ ban nhân dân huyện Ba Vì' }],
  forms: [
    { key: 'm3-commune', version: 1, title: 'Hệ thống chỉ tiêu chủ yếu cấp xã (Mẫu M3)' },
    { key: 'm2-commune', version: 1, title: 'Hệ thống chỉ tiêu theo dõi cấp xã (Mẫu M2)' },
  ],
  headline: 'm3-commune',
  signedDocument: false,
  progress: { answered: 4, asked: 9 },
  clause,
  ...change,
});

export const obligations = () => [
  item('o1', {
    status: {
      stateLabel: 'Vướng mắc',
      more: [],
      progress: '80',
      difficulty: 'thiếu số liệu thuế',
      expectedOn: '2027-07-05',
      saidAt: '2027-06-28T02:10:00Z',
    },
  }),
  item('o2', {
    title: 'Báo cáo tình hình thực hiện kế hoạch quý II',
    dueOn: '2027-07-06',
    lastDay: '2027-07-05',
    firstDueOn: '2027-07-01',
    daysLeft: 2,
    state: 'open',
    late: false,
    progress: { answered: 0, asked: 9 },
  }),
  item('o3', {
    title: 'Hoàn thiện kế hoạch cấp xã (vòng 2)',
    dueOn: '2027-11-16',
    lastDay: '2027-11-15',
    firstDueOn: '2027-11-16',
    daysLeft: 135,
    state: 'open',
    late: false,
    progress: undefined,
    signedDocument: true,
  }),
  item('o4', {
    title: 'Báo cáo tình hình thực hiện kế hoạch quý I',
    dueOn: '2027-04-01',
    lastDay: '2027-03-31',
    firstDueOn: '2027-04-01',
    daysLeft: -94,
    state: 'submitted',
    late: false,
    progress: { answered: 9, asked: 9 },
  }),
];

const names = [
  'Cam Thượng',
  'Tản Lĩnh',
  'Phú Châu',
  'Minh Châu',
  'Chu Minh',
  'Đông Quang',
  'Thái Hoà',
  'Cẩm Lĩnh',
  'Ba Trại',
];

/** Enough rows that not all are drawn at once. */
export const longList = () =>
  Array.from({ length: 120 }, (_, at) =>
    item(`b${at}`, {
      unit: `b${at}`,
      unitName: `Xã ${names[at % names.length]}${at < names.length ? '' : ` ${at}`}`,
      late: at < 3,
      daysLeft: at < 3 ? -4 : 2,
      state: at < 3 ? 'overdue' : 'submitted',
      progress: { answered: at < 3 ? 0 : 9, asked: 9 },
    }),
  );

const late = (obligation, unitName, daysLate, change) => ({
  obligation,
  unit: obligation,
  unitName,
  title: 'Dự thảo kế hoạch cấp xã (vòng 1)',
  lastDay: '2027-06-29',
  daysLate,
  progress: { answered: 0, asked: 9 },
  lastNotice: { at: '2027-07-01T00:30:00Z', to: 'overdue-head', state: 'sent' },
  ...change,
});

const evidence = [
  { at: '2027-06-22T00:30:00Z', rung: 'remind-7', rungTitle: 'Nhắc trước 7 ngày', channel: 'telegram', state: 'sent' },
  { at: '2027-06-26T00:30:00Z', rung: 'remind-3', rungTitle: 'Nhắc trước 3 ngày', channel: 'telegram', state: 'sent' },
  {
    at: '2027-06-28T00:30:00Z',
    rung: 'remind-1',
    rungTitle: 'Nhắc trước 1 ngày',
    channel: 'telegram',
    state: 'unreachable',
  },
  { at: '2027-06-28T00:31:00Z', rung: 'remind-1', rungTitle: 'Nhắc trước 1 ngày', channel: 'webchat', state: 'sent' },
];

export function board(mock) {
  const promised = mock.promises.findLast(({ obligation }) => obligation === 'e1');
  const promise = promised && { promisedOn: promised.promisedOn, by: 'Trần Văn Bình', note: promised.note };
  const first = late('e1', 'Xã Cam Thượng', 4, {
    promise,
    status: {
      stateLabel: 'Đang làm',
      more: [],
      progress: '60',
      difficulty: null,
      expectedOn: '2027-07-04',
      saidAt: '2027-07-01T03:00:00Z',
    },
  });
  const second = late('e2', 'Xã Tản Lĩnh', 4, {});
  return {
    today: mock.today,
    units: [
      ...names.map((name, at) => ({
        unit: `u${at}`,
        unitName: `Xã ${name}`,
        open: 1,
        overdue: at < 3 ? 1 : 0,
        settled: at < 3 ? 0 : 2,
      })),
    ],
    late: [
      first,
      second,
      late('e3', 'Xã Phú Châu', 1, { lastDay: '2027-07-02', title: 'Báo cáo quý II', lastNotice: null }),
    ],
    escalations: [
      {
        ...first,
        rung: 'escalate-recipient',
        rungTitle: 'Chuyển nơi nhận báo cáo',
        raisedToMe: true,
        on: '2027-07-02',
        evidence,
      },
      {
        ...second,
        rung: 'escalate-recipient',
        rungTitle: 'Chuyển nơi nhận báo cáo',
        raisedToMe: true,
        on: '2027-07-02',
        evidence: [],
      },
    ],
    unreached: [{ unit: 'u8', unitName: 'Xã Ba Trại', since: '2027-06-01' }],
    lostChats: [
      {
        person: 'p9',
        name: 'Phạm Thị Lan',
        unit: 'u8',
        unitName: 'Xã Ba Trại',
        channel: 'telegram',
        why: 'Forbidden: bot was blocked by the user',
        since: '2027-06-20T01:00:00Z',
        elsewhere: false,
      },
    ],
  };
}

export const rollups = () => [
  {
    unit: 'd1',
    unitName: 'Huyện Ba Vì',
    planYear: 2028,
    milestone: 'r1-commune',
    title: 'Dự thảo kế hoạch cấp xã (vòng 1)',
    submitted: 28,
    of: 31,
    forms: [{ key: 'm3-district', template: 'M3', title: 'M3 - Hệ thống chỉ tiêu trình HĐND cấp huyện' }],
  },
];
