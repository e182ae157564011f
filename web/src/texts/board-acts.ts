import { areaTexts } from './texts';

const vi = {
  ahead: 'Sắp tới hạn mà còn chờ cấp dưới',
  aheadHint: 'Các đơn vị tổng hợp có hạn trong hai tuần tới hoặc đã quá hạn, còn đơn vị cấp dưới chưa nộp.',
  left: (days: number) => (days < 0 ? `quá hạn ${-days} ngày` : `còn ${days} ngày`),
  acknowledge: 'Nhận xử lý',
  acknowledged: 'Đã ghi: đồng chí nhận xử lý việc này.',
  takenOn: (by: string, at: string) => `${by} nhận xử lý lúc ${at}`,
  broken: 'Đã quá ngày cam kết mà chưa nộp',
  waive: 'Miễn nộp',
  waiveHint: 'Đơn vị không còn phải nộp việc này và không bị nhắc nữa. Quản trị có thể bỏ miễn trên trang Lịch.',
  reason: 'Lý do miễn',
  reasonNeeded: 'Đề nghị ghi lý do, ít nhất 3 ký tự.',
  saveWaiver: 'Ghi miễn nộp',
  waived: (unit: string) => `Đã miễn nộp cho ${unit}.`,
};

const en: typeof vi = {
  ahead: 'Due soon and waiting for units below',
  aheadHint: 'Units that put reports together, due within two weeks or late, while units below have not handed in.',
  left: (days) => (days < 0 ? `${-days} days late` : `${days} days left`),
  acknowledge: 'Take it on',
  acknowledged: 'Recorded: you take care of it.',
  takenOn: (by, at) => `${by} took it on at ${at}`,
  broken: 'The promised day is over and nothing came',
  waive: 'Waive',
  waiveHint:
    'The unit owes this no longer and is reminded no more. An administrator can take it back on the calendar page.',
  reason: 'Reason',
  reasonNeeded: 'Please give a reason of at least 3 letters.',
  saveWaiver: 'Save the waiver',
  waived: (unit) => `Waived for ${unit}.`,
};

export const useBoardActsTexts = areaTexts(vi, en);
