import { areaTexts } from './texts';

const vi = {
  title: 'Nhật ký',
  hint: 'Ai đã làm gì, khi nào, vì sao. Nhật ký chỉ được ghi thêm, không sửa, không xoá.',
  filters: 'Lọc nhật ký',
  kind: 'Loại việc',
  kinds: {
    calendar: 'Lịch và hạn',
    conferences: 'Hội nghị',
    targets: 'Chỉ tiêu giao',
    followups: 'Nhắc việc, đôn đốc',
    reports: 'Báo cáo',
    forms: 'Biểu mẫu',
    people: 'Cán bộ',
    sessions: 'Đăng nhập',
    other: 'Việc khác',
  },
  all: 'Tất cả',
  unit: 'Đơn vị (cả đơn vị trực thuộc)',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  system: 'Hệ thống',
  count: (count: number) => `${count} mục`,
  why: 'Lý do',
  nothing: 'Không có mục nào khớp với nội dung lọc.',
  newest: 'Về mới nhất',
  older: 'Cũ hơn',
};

const en: typeof vi = {
  title: 'Audit trail',
  hint: 'Who did what, when and why. Entries are only ever added, never changed or removed.',
  filters: 'Filter the trail',
  kind: 'Area',
  kinds: {
    calendar: 'Calendar and due days',
    conferences: 'Conferences',
    targets: 'Targets',
    followups: 'Reminders and escalations',
    reports: 'Reports',
    forms: 'Forms',
    people: 'People',
    sessions: 'Sign-in',
    other: 'Other',
  },
  all: 'All',
  unit: 'Unit (and those below)',
  from: 'From',
  to: 'Until',
  system: 'The product',
  count: (count) => `${count} items`,
  why: 'Reason',
  nothing: 'Nothing matches the filter.',
  newest: 'Back to the newest',
  older: 'Older',
};

export const useAuditTexts = areaTexts(vi, en);
