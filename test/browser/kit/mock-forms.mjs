import { json } from './json.mjs';

const line = (key, title, change) => ({
  key,
  template: key.split('-')[0].toUpperCase(),
  title,
  kind: 'indicators',
  level: key.split('-')[1],
  levels: [key.split('-')[1]],
  rows: 9,
  version: 1,
  publishedAt: '2027-05-20T02:00:00Z',
  publishedBy: null,
  note: 'Theo bộ cấu hình',
  retiredAt: null,
  milestones: [{ id: 'r1-commune', title: 'Dự thảo kế hoạch cấp xã (vòng 1)', round: '1' }],
  openReports: 0,
  draft: null,
  ...change,
});

const row = (key, label, change) => ({
  key,
  code: key,
  group: 'A',
  seq: 1,
  label: { vi: label, en: key },
  help: {},
  provenance: 'reconstructed',
  ...change,
});

const rows = [
  row('investment-growth', 'Tốc độ tăng vốn đầu tư phát triển trên địa bàn', {
    provenance: 'published:HN-plan-2018-nhandan',
    note: 'tên như đã công bố cho Thành phố',
  }),
  row('state-budget-revenue', 'Tổng thu ngân sách nhà nước trên địa bàn', {
    help: { meaning: { vi: 'Toàn bộ số thu trên địa bàn xã trong năm.' } },
  }),
  ...Array.from({ length: 60 }, (_, at) => row(`row-${at}`, `Chỉ tiêu theo dõi số ${at}`)),
];

/** The stand-in's forms: three, of which one has a draft and one was retired; what is changed stays changed. */
export class MockForms {
  /** Bodies of what was retired, revived and begun, by address. */
  posts = [];
  lines = [
    line('m3-commune', 'Hệ thống chỉ tiêu chủ yếu cấp xã (Mẫu M3)', {
      version: 3,
      publishedBy: 'Đỗ Minh Quân',
      publishedAt: '2027-06-20T03:15:00Z',
      openReports: 37,
      draft: { revision: 12, changes: 12, by: 'Phạm Thu Hà', at: '2027-07-02T08:05:00Z', checked: false },
    }),
    line('m2-commune', 'Hệ thống chỉ tiêu theo dõi cấp xã (Mẫu M2)', { rows: 62 }),
    line('m3-district', 'Hệ thống chỉ tiêu trình Hội đồng nhân dân cấp huyện (Mẫu M3)', {
      milestones: [{ id: 'r2-district', title: 'Hoàn thiện kế hoạch cấp huyện (vòng 2)', round: '2' }],
    }),
    line('f-fdi-projects', 'Danh mục dự án đầu tư nước ngoài', {
      kind: 'records',
      level: null,
      levels: [],
      milestones: [],
      retiredAt: '2027-06-01T01:00:00Z',
    }),
  ];

  handle(route, url, response, body) {
    if (route === 'GET /api/forms') return json(response, 200, { forms: this.lines });
    const [, method, key, rest = ''] = /^(\w+) \/api\/forms\/([^/]+)(\/.*)?$/.exec(route) ?? [];
    const form = this.lines.find((one) => one.key === key);
    if (!form) {
      return json(response, 404, { code: 'definitions.form-unknown', message: `Không tìm thấy biểu ${key}.` });
    }
    if (method === 'POST') return this.#change(form, rest, body, response);
    if (rest === '') return json(response, 200, this.#view(form));
    if (rest === '/versions') {
      return json(response, 200, { versions: this.#versions(form), retiredAt: form.retiredAt });
    }
    if (rest === '/diff') return json(response, 200, this.#diff(url.searchParams));
    return json(response, 404, { code: 'request.unknown', message: 'Không tìm thấy địa chỉ này.' });
  }

  #change(form, rest, body, response) {
    this.posts.push({ key: form.key, act: rest.slice(1), ...body });
    if (rest === '/draft') return json(response, 200, { key: form.key, base: form.version, revision: 0 });
    form.retiredAt = rest === '/retire' ? '2027-07-03T01:00:00Z' : null;
    return json(response, 204);
  }

  #view(form) {
    const { key, version, publishedAt, publishedBy, note, retiredAt } = form;
    return {
      ...{ key, version, newest: version, publishedAt, publishedBy, note, retiredAt },
      definition: {
        ...{ key, kind: 'indicators', template: form.template, provenance: 'reconstructed' },
        title: { vi: form.title },
        groups: [{ key: 'A', title: { vi: 'Kinh tế' } }],
        measures: [],
        rows,
      },
      sources: [
        {
          tag: 'HN-plan-2018-nhandan',
          seen: 'danh mục kế hoạch năm 2018, mục 1-16',
          address: 'http://www.nhandan.com.vn/hanoi/item/35165502.html ; số 20: http://nhandan.com.vn/chinhtri',
        },
      ],
      oddities: [
        {
          id: 'odd-116',
          title: 'Văn bản ghi 116 chỉ tiêu, danh mục có 115',
          quote: 'gồm 116 chỉ tiêu',
          remark: 'Dùng danh mục.',
        },
      ],
    };
  }

  #versions(form) {
    return Array.from({ length: form.version }, (_, at) => ({
      version: form.version - at,
      publishedAt: `2027-06-${20 - at}T03:15:00Z`,
      publishedBy: at === form.version - 1 ? null : 'Đỗ Minh Quân',
      secondPerson: at === 0 ? 'Lê Văn Tùng' : null,
      note: at === 0 ? 'Theo ý kiến của Sở Kế hoạch và Đầu tư' : at === 1 ? 'Sửa đơn vị tính' : '',
      base: at === form.version - 1 ? null : form.version - at - 1,
      reports: at * 4,
    }));
  }

  #diff(params) {
    const [from, to] = [params.get('from'), params.get('to')];
    return {
      summary: `1 chỉ tiêu đổi tên, 1 đổi đơn vị tính (${from} và ${to})`,
      differences: [
        { text: 'Đổi tên «Tổng thu» thành «Tổng thu ngân sách».', effect: 'harmless', list: 'rows', key: 'a' },
        { text: 'Đổi đơn vị tính của «Tổng thu» từ triệu đồng thành tỷ đồng.', effect: 'mapping', list: 'rows' },
      ],
    };
  }
}
