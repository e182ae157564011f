import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Check, Formula, IndicatorForm, Row } from '../../src/forms/index.js';
import { Sayer } from '../../src/modules/definitions/sayer.js';
import { Messages, packageRoot } from '../../src/modules/shared/index.js';
import { INDICATORS, RECORDS } from '../arbitraries/sample-forms.js';

const sayer = new Sayer(Messages.read(path.join(packageRoot, 'config', 'messages')));
const AUDIENCES = [{ code: 'coastal', title: { vi: 'Ven biển', en: 'Coastal units' } }];
const told = (before: Parameters<Sayer['differences']>[0], after: typeof before, locale: 'vi' | 'en' = 'vi') =>
  sayer.differences(before, after, locale, AUDIENCES).differences.map(({ text }) => text);

const withRow = (key: string, change: Partial<Row>, form: IndicatorForm = INDICATORS): IndicatorForm => ({
  ...form,
  rows: form.rows.map((row) => (row.key === key ? { ...row, ...change } : row)),
});
const cell = (row: string): Formula => ({ op: 'cell', row });
const withChecks = (...checks: Check[]): IndicatorForm => ({ ...INDICATORS, checks });
const CHECK: Check = {
  key: 'poverty-falls',
  level: 'soft',
  row: 'poverty',
  holds: { op: 'compare', a: cell('poverty'), by: '<=', b: { op: 'number', value: '12.5' } },
  message: { vi: 'Tỷ lệ hộ nghèo cao', en: 'Poverty is high' },
};

describe('what differs between two versions is told with what stood there and what stands there', () => {
  it('for a formula, which is read as it is beside its row', () => {
    const ratio = withRow('poverty', {
      computed: { op: 'ratio', a: cell('revenue'), b: cell('pupils'), scale: '100' },
    });
    const less = withRow('poverty', { computed: { op: 'difference', of: [cell('revenue'), cell('pupils')] } });
    expect(told(ratio, less)).toEqual([
      'Đổi công thức của «Tỷ lệ hộ nghèo»: trước là = dòng «Chỉ tiêu revenue» / dòng «Chỉ tiêu pupils» × 100; nay là = dòng «Chỉ tiêu revenue» − dòng «Chỉ tiêu pupils».',
    ]);
    expect(told(less, INDICATORS, 'en')).toEqual([
      'Take away the formula of “Poverty rate” (before: = row “Indicator revenue” − row “Indicator pupils”).',
    ]);
    const growing: IndicatorForm = {
      ...INDICATORS,
      measures: INDICATORS.measures.map((one) =>
        one.key === 'ratio' ? { ...one, computed: { ...one.computed!, rule: 'growth' } } : one,
      ),
    };
    expect(told(INDICATORS, growing)).toEqual([
      'Đổi công thức của «Ước N so với N-1 (%)»: trước là = cột «Ước thực hiện năm N» / cột «Thực hiện năm N-1» × 100; nay là = (cột «Ước thực hiện năm N» / cột «Thực hiện năm N-1» − 1) × 100.',
    ]);
  });

  it('for a condition, in both languages', () => {
    const when = (value: string) =>
      withRow('revenue/land', {
        visibleWhen: { op: 'compare', a: cell('revenue'), by: '>', b: { op: 'number', value } },
      });
    expect(told(INDICATORS, when('0'))).toEqual(['Đặt điều kiện hiện của «Thu từ đất»: dòng «Chỉ tiêu revenue» > 0.']);
    expect(told(when('0'), when('1000.5'), 'en')).toEqual([
      'Change the condition for asking of “Thu từ đất”: before row “Indicator revenue” > 0; now row “Indicator revenue” > 1,000.5.',
    ]);
  });

  it('for a check that is added, hardened, moved to another row or judged otherwise', () => {
    expect(told(INDICATORS, withChecks(CHECK))).toEqual([
      'Thêm kiểm tra «Tỷ lệ hộ nghèo cao» (không đúng thì hỏi lý do): dòng «Tỷ lệ hộ nghèo» ≤ 12,5.',
    ]);
    const { row: _row, ...everywhere } = CHECK;
    const after: Check = {
      ...everywhere,
      level: 'hard',
      measures: ['plan', 'estimate'],
      holds: { op: 'and', of: [CHECK.holds, { op: 'answered', of: { op: 'cell', row: 'pupils' } }] },
      message: { vi: 'Nghèo quá cao', en: 'Poverty is high' },
    };
    expect(told(withChecks(CHECK), withChecks(after))).toEqual([
      'Đổi mức độ của kiểm tra «Tỷ lệ hộ nghèo cao»: trước là không đúng thì hỏi lý do; nay là bắt buộc đúng.',
      'Đổi dòng của kiểm tra «Tỷ lệ hộ nghèo cao»: trước là «Tỷ lệ hộ nghèo»; nay là mọi dòng số.',
      'Đổi điều kiện của kiểm tra «Tỷ lệ hộ nghèo cao»: trước là dòng «Tỷ lệ hộ nghèo» ≤ 12,5; nay là dòng «Tỷ lệ hộ nghèo» ≤ 12,5 và dòng «Chỉ tiêu pupils» đã có số liệu.',
      'Đổi lời của kiểm tra: trước là «Tỷ lệ hộ nghèo cao»; nay là «Nghèo quá cao».',
      'Đổi các cột của kiểm tra «Tỷ lệ hộ nghèo cao»: trước là mọi cột được hỏi; nay là «Kế hoạch năm N+1», «Ước thực hiện năm N».',
    ]);
  });

  it('for choices, of a long list only those that are not in both', () => {
    const choices = (...names: string[]) => names.map((vi, at) => ({ key: `k${at}`, label: { vi } }));
    const row = (list: Row['choices']) => withRow('poverty', { type: 'choice', choices: list });
    expect(told(row(choices('Đạt', 'Chưa đạt')), row(choices('Đạt', 'Chưa đạt', 'Không rõ')))).toEqual([
      'Đổi các lựa chọn của «Tỷ lệ hộ nghèo»: trước là «Đạt», «Chưa đạt»; nay là «Đạt», «Chưa đạt», «Không rõ».',
    ]);
    const many = Array.from({ length: 40 }, (_, at) => `Xã ${at}`);
    expect(told(row(choices(...many, 'Xã cũ')), row(choices(...many, 'Xã mới')))).toEqual([
      'Đổi các lựa chọn của «Tỷ lệ hộ nghèo»: trước là «Xã cũ»; nay là «Xã mới».',
    ]);
    // Alike in words: only the keys tell them apart.
    const [one] = choices('Đạt');
    expect(told(row([one!]), row([{ ...one!, key: 'passed' }]))).toEqual([
      'Đổi các lựa chọn của «Tỷ lệ hộ nghèo»: trước là k0; nay là passed.',
    ]);
  });

  it('for help, of which only the part that changed is told, and of a long text only around the change', () => {
    const help = (method: string) =>
      withRow('poverty', { help: { legalBasis: { vi: 'Mục II' }, method: { vi: method } } });
    expect(told(help('Đếm hộ.'), help('Đếm hộ cuối năm.'))).toEqual([
      'Đổi hướng dẫn của «Tỷ lệ hộ nghèo»: trước là Cách tính: Đếm hộ; nay là Cách tính: Đếm hộ cuối năm.',
    ]);
    const long = (days: number) =>
      `${'Rà soát từng hộ theo danh sách. '.repeat(20)}Chốt sau ${days} ngày làm việc. ${'Gửi xã. '.repeat(30)}`;
    const [text] = told(help(long(30).trim()), help(long(15).trim()));
    expect(text).toContain(
      'trước là … danh sách. Chốt sau 30 ngày làm việc. Gửi …; nay là … danh sách. Chốt sau 15 ngày',
    );
  });

  it('for what is chosen from closed lists, and for columns of a list', () => {
    expect(
      told(
        INDICATORS,
        withRow('poverty', { type: 'number', aggregation: { rule: 'weighted', by: 'pupils' }, note: 'Tạm' }),
      ),
    ).toEqual([
      'Đổi kiểu của «Tỷ lệ hộ nghèo»: trước là phần trăm; nay là số.',
      'Đổi cách tổng hợp của «Tỷ lệ hộ nghèo»: trước là không tổng hợp; nay là bình quân theo trọng số «Chỉ tiêu pupils».',
      'Đặt ghi chú của «Tỷ lệ hộ nghèo»: Tạm.',
    ]);
    const [first, second, ...rest] = RECORDS.columns;
    const computed = { rule: 'difference' as const, parts: [first!.key, rest[0]!.key] };
    expect(told(RECORDS, { ...RECORDS, columns: [first!, { ...second!, computed }, ...rest] })).toEqual([
      `Đặt công thức của «${second!.label.vi}»: = «${first!.label.vi}» − «${rest[0]!.label.vi}».`,
    ]);
  });

  it('for the units that a row applies to, by what the profile calls them', () => {
    const coastal = withRow('poverty', { appliesTo: 'coastal' });
    expect(told(INDICATORS, coastal)).toEqual([
      'Đổi đơn vị áp dụng của «Tỷ lệ hộ nghèo»: trước là mọi đơn vị; nay là Ven biển.',
    ]);
    expect(told(coastal, INDICATORS, 'en')).toEqual([
      'Change whom it applies to of “Poverty rate”: before Coastal units; now every unit.',
    ]);
  });

  it('as a change of the translation where the reader sees the same words', () => {
    expect(told(INDICATORS, withRow('poverty', { label: { vi: 'Tỷ lệ hộ nghèo', en: 'Poor households' } }))).toEqual([
      'Đổi bản dịch của «Tỷ lệ hộ nghèo».',
    ]);
  });
});
