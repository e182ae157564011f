import { areaTexts } from './texts';

const vi = {
  title: 'Chỉ tiêu cần điều chỉnh',
  hint: 'Cấp trên giao khác với số Hội đồng nhân dân đã quyết nghị. Số đã quyết nghị chỉ thay đổi khi đồng chí chọn.',
  unit: (unit: string, year: number) => `${unit}, kế hoạch năm ${year}`,
  assigned: (value: string, decision: string) => `Cấp trên giao: ${value} (${decision})`,
  resolved: (value: string, decision: string) => `Đã quyết nghị: ${value} (${decision})`,
  adopt: (value: string) => `Điều chỉnh bằng mức giao: ${value}`,
  adoptOther: 'Điều chỉnh mức khác',
  keep: 'Giữ nguyên và nêu lý do',
  figure: 'Mức điều chỉnh',
  figureNeeded: 'Đề nghị nhập mức điều chỉnh.',
  decision: 'Nghị quyết điều chỉnh (nếu có)',
  reason: 'Lý do giữ nguyên',
  save: 'Ghi lại',
  adopted: (row: string) => `Đã ghi mức điều chỉnh: ${row}.`,
  kept: (row: string) => `Đã ghi giữ nguyên: ${row}.`,
};

const en: typeof vi = {
  title: 'Targets to adjust',
  hint: 'The superior assigned other figures than the council resolved. What was resolved changes only when you choose so.',
  unit: (unit, year) => `${unit}, plan of ${year}`,
  assigned: (value, decision) => `Assigned: ${value} (${decision})`,
  resolved: (value, decision) => `Resolved: ${value} (${decision})`,
  adopt: (value) => `Adopt the assigned figure: ${value}`,
  adoptOther: 'Adopt another figure',
  keep: 'Keep it and say why',
  figure: 'Adopted figure',
  figureNeeded: 'Please enter the adopted figure.',
  decision: 'Resolution that adopts it (if any)',
  reason: 'Why it is kept',
  save: 'Save',
  adopted: (row) => `Adopted: ${row}.`,
  kept: (row) => `Kept: ${row}.`,
};

/** What the section says in which a unit answers where superior and council differ. */
export const useTargetsTexts = areaTexts(vi, en);
