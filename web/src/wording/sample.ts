import type { Locale } from '../api/types';

/** What stands in a preview for what is filled in later, alike in both languages. */
const ALIKE: Readonly<Record<string, string>> = {
  name: 'Nguyễn Thị Mai',
  unit: 'Xã Ngũ Hiệp',
  by: 'Trần Văn An',
  lastDay: '29/06/2027',
  day: '29/06/2027',
  due: '29/06/2027',
  year: '2027',
  daysLeft: '3',
  daysLate: '2',
  days: '3',
  count: '3',
  number: '12',
  at: '4',
  of: '9',
};

/** And what is said in words. A name that is nowhere here shows itself. */
const SAID: Record<Locale, Readonly<Record<string, string>>> = {
  vi: {
    title: 'Dự thảo kế hoạch cấp xã (vòng 1)',
    row: 'Tổng thu ngân sách nhà nước trên địa bàn',
    label: 'Tổng thu ngân sách nhà nước trên địa bàn',
    measure: 'Ước thực hiện cả năm 2027',
    value: '31,25',
    typed: '31,25',
    progress: 'đã làm 5/9 chỉ tiêu',
    reason: 'chờ số liệu thuế',
    text: 'Chưa có số liệu thuế quý này.',
  },
  en: {
    title: 'Commune draft plan (round 1)',
    row: 'State budget revenue in the area',
    label: 'State budget revenue in the area',
    measure: 'Estimate for 2027',
    value: '31.25',
    typed: '31.25',
    progress: '5 of 9 indicators done',
    reason: 'tax figures outstanding',
    text: 'The tax figures of this quarter are not there yet.',
  },
};

/** The text as it might read once everything is filled in. */
export const sampleOf = (locale: Locale, text: string): string =>
  text.replace(/\{([\w-]+)\}/g, (_, name: string) => SAID[locale][name] ?? ALIKE[name] ?? `‹${name}›`);
