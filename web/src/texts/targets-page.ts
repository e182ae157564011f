import { areaTexts } from './texts';

const vi = {
  title: 'Chỉ tiêu kế hoạch',
  hint: 'Chỉ tiêu cấp trên giao và chỉ tiêu Hội đồng nhân dân quyết nghị của từng đơn vị. Nơi hai số khác nhau, đơn vị được hỏi.',
  none: 'Chưa có đơn vị nào có chỉ tiêu trong năm kế hoạch đang mở.',
  planYear: 'Năm kế hoạch',
  unit: 'Đơn vị',
  standing: (name: string, assigned: number, asked: number) =>
    `${name}: ${assigned} chỉ tiêu giao${asked > 0 ? `, ${asked} chờ trả lời` : ''}`,
  agreed: (agreed: number, all: number) => `${agreed} trên ${all} sở, ban, ngành đã thống nhất chỉ tiêu giao`,
  hasAgreed: (name: string) => `${name}: đã thống nhất`,
  notAgreed: (name: string, day: string) => `${name}: chưa thống nhất, hạn cuối ${day}`,
  agreeFirst: (names: string) => `Chưa thống nhất với: ${names}. Vẫn có thể giao, việc này được ghi nhật ký.`,
  assign: 'Giao chỉ tiêu',
  resolve: 'Ghi chỉ tiêu đã quyết nghị',
  assigned: (value: string, decision: string, day: string) => `Cấp trên giao: ${value} (${decision}, ${day})`,
  notAssigned: 'Cấp trên chưa giao.',
  resolved: (value: string, decision: string, day: string) => `Đã quyết nghị: ${value} (${decision}, ${day})`,
  notResolved: 'Chưa có quyết nghị.',
  differs: 'Hai số khác nhau, đang chờ đơn vị trả lời.',
  left: 'Chỉ tiêu giao chưa có trong quyết nghị của đơn vị.',
  kept: (reason: string) => `Đơn vị giữ nguyên: ${reason}`,
  decision: { assign: 'Quyết định giao', resolve: 'Nghị quyết' },
  decisionNeeded: 'Đề nghị ghi số văn bản.',
  decidedOn: 'Ngày ban hành',
  dayNeeded: 'Đề nghị chọn ngày.',
  figuresHint: 'Chỉ ghi những chỉ tiêu cần giao hoặc cần thay đổi; ô để trống giữ nguyên.',
  figure: (label: string, measure: string, now: string | undefined) =>
    `${label} (${measure}${now === undefined ? '' : `, hiện là ${now}`})`,
  figuresNeeded: 'Đề nghị ghi ít nhất một chỉ tiêu.',
  save: { assign: 'Giao các chỉ tiêu này', resolve: 'Ghi các chỉ tiêu này' },
  saved: (count: number, asked: number) =>
    `Đã ghi ${count} chỉ tiêu.${asked > 0 ? ` ${asked} chỉ tiêu khác số đã quyết nghị, đơn vị được hỏi.` : ''}`,
};

const en: typeof vi = {
  title: 'Targets',
  hint: 'What the superior assigned and what the council resolved, for each unit. Where they differ the unit is asked.',
  none: 'No unit has targets in an open plan year.',
  planYear: 'Plan year',
  unit: 'Unit',
  standing: (name, assigned, asked) => `${name}: ${assigned} assigned${asked > 0 ? `, ${asked} to answer` : ''}`,
  agreed: (agreed, all) => `${agreed} of ${all} departments have agreed the assigned indicators`,
  hasAgreed: (name) => `${name}: agreed`,
  notAgreed: (name, day) => `${name}: not agreed yet, due by ${day}`,
  agreeFirst: (names) => `Not agreed yet with: ${names}. You may assign all the same; it is in the audit trail.`,
  assign: 'Assign targets',
  resolve: 'Record what the council resolved',
  assigned: (value, decision, day) => `Assigned: ${value} (${decision}, ${day})`,
  notAssigned: 'Nothing is assigned.',
  resolved: (value, decision, day) => `Resolved: ${value} (${decision}, ${day})`,
  notResolved: 'Nothing is resolved.',
  differs: 'The two differ; the unit is asked.',
  left: 'The council left this assigned indicator out.',
  kept: (reason) => `The unit keeps its own: ${reason}`,
  decision: { assign: 'Decision that assigns', resolve: 'Resolution' },
  decisionNeeded: 'Please name the document.',
  decidedOn: 'Day of the decision',
  dayNeeded: 'Please choose a day.',
  figuresHint: 'Fill in only what is assigned or changed; an empty field leaves things as they are.',
  figure: (label, measure, now) => `${label} (${measure}${now === undefined ? '' : `, now ${now}`})`,
  figuresNeeded: 'Please fill in at least one figure.',
  save: { assign: 'Assign them', resolve: 'Record them' },
  saved: (count, asked) =>
    `${count} targets are recorded.${asked > 0 ? ` ${asked} differ from what was resolved; the unit is asked.` : ''}`,
};

/** What the page of targets says. */
export const useTargetsPageTexts = areaTexts(vi, en);
