import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { at } from './root.mjs';

const measure = (key, vi, change) => ({
  ...{ key, label: { vi }, year: 0, sort: 'outcome', standing: 'estimate', required: true, asked: true },
  ...change,
});
const row = (key, vi, type, change) => ({
  ...{ key, code: key, group: 'A', seq: 1, label: { vi }, unit: { code: 'x', vi: 'Tỷ đồng' }, type, decimals: 2 },
  ...{ required: false, appliesTo: 'all', leadAgency: '', assignedDown: false, aggregation: { rule: 'none' } },
  ...{ direction: 'higher', help: {}, provenance: 'admin' },
  ...change,
});
const atMost = (value) => ({ op: 'compare', a: { op: 'cell' }, by: '<=', b: { op: 'number', value } });

/** A form with a hard and a soft check, a yes or no, a choice, a day, a file and a row that waits for another. */
const table = {
  ...{ key: 'm3', kind: 'indicators', template: 'M3', title: { vi: 'M3 - Chỉ tiêu' }, provenance: 'admin' },
  groups: [{ key: 'A', title: { vi: 'Kinh tế' } }],
  measures: [measure('now', 'Ước thực hiện năm {N}'), measure('plan', 'Kế hoạch năm {N+1}', { year: 1, sort: 'plan' })],
  rows: [
    row('revenue', 'Tổng thu', 'number', { required: true }),
    row('standard', 'Đạt chuẩn', 'boolean', { unit: { code: 'yes', vi: 'Đạt/Không đạt' } }),
    row('rank', 'Xếp loại', 'choice', { choices: [{ key: 'good', label: { vi: 'Tốt' } }] }),
    row('day', 'Ngày công nhận', 'date', {
      visibleWhen: { op: 'is', of: { op: 'cell', row: 'standard' }, value: true },
    }),
    row('paper', 'Văn bản kèm theo', 'file'),
    row('area', 'Diện tích lúa', 'number', { jump: '20' }),
  ],
  checks: [
    { key: 'high', level: 'soft', row: 'revenue', holds: atMost('100'), message: { vi: 'Số thu cao bất thường' } },
    { key: 'wrong', level: 'hard', row: 'revenue', holds: atMost('500'), message: { vi: 'Số thu vượt mức' } },
  ],
};

/** The figure of the year before, where the server knows it. */
const last = { area: { now: { label: 'Thực hiện năm 2026', value: '10' } } };

const question = (key, vi, type, change) => ({
  ...{ key, label: { vi }, type, required: false, provenance: 'admin' },
  ...change,
});
const short = {
  ...{ key: 'status', kind: 'short', template: 'status', title: { vi: 'Báo cáo nhanh' }, provenance: 'admin' },
  questions: [
    question('state', 'Tình trạng', 'choice', {
      choices: [
        { key: 'doing', label: { vi: 'Đang làm' } },
        { key: 'done', label: { vi: 'Đã xong' } },
      ],
    }),
    question('progress', 'Tiến độ', 'percent', { min: '0', max: '100', decimals: 1 }),
    question('difficulty', 'Khó khăn', 'text'),
  ],
  checks: [
    {
      ...{ key: 'slow', level: 'soft', column: 'progress', message: { vi: 'Tiến độ thấp' } },
      holds: { op: 'compare', a: { op: 'column', column: 'progress' }, by: '>=', b: { op: 'number', value: '20' } },
    },
    {
      ...{ key: 'whole', level: 'hard', column: 'state', message: { vi: 'Đã xong thì tiến độ là 100%' } },
      holds: {
        op: 'or',
        of: [
          { op: 'is', of: { op: 'column', column: 'state' }, value: 'doing' },
          { op: 'compare', a: { op: 'column', column: 'progress' }, by: '=', b: { op: 'number', value: '100' } },
        ],
      },
    },
  ],
};
const shortSchema = {
  type: 'object',
  properties: {
    state: { type: 'string', title: 'Tình trạng', enum: ['doing', 'done'] },
    progress: { type: 'string', title: 'Tiến độ' },
    difficulty: { type: 'string', title: 'Khó khăn' },
  },
};
const shortUi = { 'ui:order': ['state', 'progress', 'difficulty'], state: { 'ui:enumNames': ['Đang làm', 'Đã xong'] } };

const words = (area) => parse(readFileSync(at('config/messages/vi', `${area}.yaml`), 'utf8'));

/** The stand-in's one report, with forms of kinds that the training's directive does not have. */
export class MockReport {
  revision = 1;
  answers = { cells: {}, records: {}, sections: {} };
  /** What was written, as it came. */
  writes = [];
  /** The next write is refused with these. */
  refuse = undefined;

  /** `forms` stand in for its two forms, as the server gives them. */
  constructor(forms) {
    this.forms = forms ?? [
      { key: 'm3', version: 1, definition: table, schema: {}, uiSchema: {} },
      { key: 'status', version: 1, definition: short, schema: shortSchema, uiSchema: shortUi },
    ];
  }

  /** Answers for the page's report and words; everything else goes on to the stand-in. */
  async standIn(context) {
    await context.route('**/api/words?*', (route) =>
      route.fulfill({ json: { words: words(new URL(route.request().url()).searchParams.get('area')) } }),
    );
    await context.route('**/api/reports/**', (route) => this.#handle(route));
  }

  async #handle(route) {
    const request = route.request();
    if (request.url().endsWith('/answers')) return this.#write(route, request.postDataJSON());
    if (request.url().includes('/files'))
      return route.fulfill({ status: 201, json: { id: 'f1', name: 'a.pdf', size: 4 } });
    return route.fulfill({ json: this.#view() });
  }

  #write(route, { revision: _, ...change }) {
    if (this.refuse) {
      const issues = this.refuse;
      this.refuse = undefined;
      return route.fulfill({
        status: 422,
        json: { code: 'reports.wrong-answers', message: 'Có câu trả lời sai.', issues },
      });
    }
    this.writes.push(change);
    for (const [key, measures] of Object.entries(change.cells ?? {})) {
      this.answers.cells[key] = { ...this.answers.cells[key], ...measures };
    }
    Object.assign(this.answers.sections, change.sections);
    this.revision += 1;
    return route.fulfill({ json: { revision: this.revision } });
  }

  #view() {
    return {
      ...{ obligation: 'o1', state: 'draft', revision: this.revision, submittedAt: null, changed: null },
      ...{ today: '2027-06-25', mayAnswer: true, reportYear: 2027, answers: this.answers, last },
      ...{ issues: [], warnings: [] },
      about: {
        ...{ id: 'o1', title: 'Dự thảo kế hoạch', planYear: 2028, unitName: 'Xã Vạn Thắng', lastDay: '2027-06-29' },
        ...{ state: 'open', headline: 'm3', signedDocument: false },
      },
      forms: this.forms,
    };
  }
}
