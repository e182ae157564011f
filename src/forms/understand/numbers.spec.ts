import { describe, expect, it } from '@jest/globals';
import { understand, type Field, type Understood } from './index.js';

const today = '2026-11-22';
const count: Field = { type: 'int', min: '0' };
const any: Field = { type: 'decimal' };
const share: Field = { type: 'percent', min: '0', max: '100' };
const dong: Field = { type: 'money', unit: 'dong' };
const million: Field = { type: 'money', unit: 'million_VND' };
const billion: Field = { type: 'money', unit: 'billion_VND', decimals: 3 };
const people: Field = { type: 'decimal', unit: 'thousand_person' };

/** An outcome in a few words: `ok 5`, `confirm 5`, `ask 5|10`, `no_data: reason`, `invalid code`. */
function brief(understood: Understood): string {
  switch (understood.outcome) {
    case 'ok':
    case 'confirm':
      return `${understood.outcome} ${understood.value}`;
    case 'ask':
      return `ask ${understood.options.join('|')}`.trim();
    case 'state':
      return understood.rest ? `${understood.state}: ${understood.rest}` : understood.state;
    case 'invalid':
      return `invalid ${understood.because.code}`;
  }
}

const read = (field: Field, input: string) => brief(understand(field, input, { today }));

describe('a count', () => {
  it.each([
    ['takes a comma before three digits as grouping, for nothing else is whole', '1,234', 'ok 1234'],
    ['takes groups of zeros as grouping too', '1.000', 'ok 1000'],
    ['takes blanks, thin blanks and apostrophes as grouping', '1\u202f234\u00a0567', 'ok 1234567'],
    ['takes a fraction of zeros', '12,0', 'ok 12'],
    ['refuses a fraction', '12.5', 'invalid not-whole'],
    ['refuses more than three digits before a group', '1234.567', 'invalid not-whole'],
    ['refuses irregular groups', '1.23.456', 'invalid irregular-number'],
    ['refuses exponents', '1e5', 'invalid exponent'],
    ['shows leading zeros back', '007', 'confirm 7'],
    ['asks which of two numbers', '12 34', 'ask 12|34'],
    ['asks for the end of a range', 'từ 10 đến 15', 'ask 10|15'],
    ['asks which of a total and its part', 'tổng 10, trong đó nữ 4', 'ask 10|4'],
    ['sees a date', '5/10/2026', 'invalid looks-like-date'],
    ['takes courtesy for nothing', 'dạ 5 ạ', 'ok 5'],
    ['shows what it leaves out', 'xã có 5 hồ sơ', 'confirm 5'],
    ['takes a number repeated in words', '5 (năm)', 'ok 5'],
    ['asks when digits and words differ', '5 (sáu)', 'ask 5|6'],
    ['counts years', '5 năm', 'confirm 5'],
    ['asks about a number that is denied', 'chưa đến 20', 'ask 20|no_data'],
    ['shows an approximation back', '~20', 'confirm 20'],
    ['shows what is a little more back', 'hơn 20 hồ sơ', 'confirm 20'],
    ['asks what a few are', 'vài chục', 'ask'],
    ['asks what a picture means', '👍', 'ask'],
    ['keeps a superscript out of the number', '5²', 'confirm 5'],
    ['reads the keycap', '5️⃣', 'ok 5'],
    ['shows thousand in short back', '1,5k', 'confirm 1500'],
    ['takes a scale word', '5 nghìn', 'ok 5000'],
    ['asks whether tram is a hundred or a station', '3 tram', 'ask 300|3'],
    ['asks whether brackets mean less than nothing only where that can be', '(5)', 'confirm 5'],
    ['does not pass over marks in silence', '#5', 'confirm 5'],
    ['finds no number in a word', 'hello', 'invalid not-a-number'],
    ['finds no answer in blanks', ' \u00a0 ', 'invalid empty'],
  ])('%s: «%s»', (_, input, expected) => expect(read(count, input)).toBe(expected));
});

describe('an answer without a figure', () => {
  it.each([
    ['không phát sinh', 'confirm 0'],
    ['ko có', 'ask 0|no_data'],
    ['—', 'ask 0|no_data'],
    ['…', 'ask 0|no_data'],
    ['chưa có số liệu', 'no_data'],
    ['Hiện nay xã chưa có số liệu ạ', 'no_data'],
    ['chua co so lieu', 'no_data'],
    ['chưa có số liệu, chờ quyết toán 05/7', 'no_data: chờ quyết toán 05/7'],
    ['Chưa thống kê được vì thiếu biên chế', 'no_data: vì thiếu biên chế'],
    ['chưa có số liệu chính thức, ước 120', 'ask 120|no_data'],
    ['chưa có số liệu, khoảng 15 ngày nữa mới có', 'no_data: khoảng 15 ngày nữa mới có'],
    ['chưa có sổ đỏ: 5', 'ask 5|no_data'],
    ['không áp dụng', 'not_applicable'],
    ['n/a', 'ask no_data|not_applicable'],
    ['không biết', 'ask no_data'],
    ['chuwa cos soos lieeuj', 'ask no_data'],
  ])('«%s» is: %s', (input, expected) => expect(read(count, input)).toBe(expected));

  it('offers no zero where zero cannot be', () => {
    expect(read({ type: 'int', min: '1' }, '-')).toBe('ask no_data');
    expect(read({ type: 'int', min: '1' }, 'không phát sinh')).toBe('invalid below-minimum');
  });
});

describe('a number in words', () => {
  it.each([
    ['mười lăm', 'confirm 15'],
    ['muoi lam', 'confirm 15'],
    ['hai mươi mốt', 'confirm 21'],
    ['hai mốt', 'confirm 21'],
    ['năm mươi tư', 'confirm 54'],
    ['hai mươi nhăm', 'confirm 25'],
    ['một trăm lẻ năm', 'confirm 105'],
    ['mot tram linh nam', 'confirm 105'],
    ['một nghìn không trăm linh năm', 'confirm 1005'],
    ['một nghìn hai', 'confirm 1200'],
    ['trăm rưỡi', 'confirm 150'],
    ['nawm nghinf', 'confirm 5000'],
    ['hai vạn', 'confirm 20000'],
    ['khoảng năm mươi', 'confirm 50'],
    ['mười năm', 'ask 15|10'],
    ['một trăm năm', 'ask 150|100'],
    ['hai triệu ba trăm', 'ask 2300000|2000300'],
    ['tu', 'ask 4'],
    ['một rưỡi', 'invalid not-whole'],
    ['hai nghìn ba triệu', 'invalid not-a-number'],
  ])('«%s» is: %s', (input, expected) => expect(read(count, input)).toBe(expected));

  it('may have a decimal part', () => {
    expect(read(any, 'mười hai phẩy hai lăm')).toBe('confirm 12.25');
    expect(read(any, 'không phẩy không năm')).toBe('confirm 0.05');
    expect(read(any, 'hai rưỡi')).toBe('confirm 2.5');
    expect(read(any, 'âm năm')).toBe('confirm -5');
  });
});

describe('a decimal', () => {
  it.each([
    ['1,234', 'ask 1.234|1234'],
    ['12.500', 'ask 12500|12.5'],
    ['-1.234', 'ask -1234|-1.234'],
    ['0,123', 'ok 0.123'],
    ['0.123', 'ok 0.123'],
    ['1234.567', 'ok 1234.567'],
    ['1.234.567,8', 'ok 1234567.8'],
    ['1,234.5', 'ok 1234.5'],
    ['1 234,5', 'ok 1234.5'],
    ['–5,50', 'ok -5.5'],
    [',5', 'confirm 0.5'],
    ['giảm 5', 'ask -5|5'],
    ['5/10', 'ask 5|10|0.5'],
    ['12%', 'ask 12|0.12'],
    ['3 triệu hoặc 5 triệu', 'ask 3000000|5000000'],
    ['1,2,3', 'invalid irregular-number'],
    ['9'.repeat(30), 'invalid too-many-digits'],
  ])('«%s» is: %s', (input, expected) => expect(read(any, input)).toBe(expected));

  it('is never rounded to the decimals of its field', () => {
    expect(read({ type: 'decimal', decimals: 1 }, '1,25')).toBe('invalid too-many-places');
    expect(read({ type: 'decimal', decimals: 1 }, '1,20')).toBe('ok 1.2');
    expect(read({ type: 'decimal', decimals: 1 }, '1.234')).toBe('ok 1234');
    expect(read({ type: 'decimal', decimals: 1 }, '1,234')).toBe('confirm 1234');
  });
});

describe('a percentage', () => {
  it.each([
    ['12,5%', 'ok 12.5'],
    ['12 phần trăm', 'ok 12'],
    ['0,12%', 'ok 0.12'],
    ['0.5', 'ask 0.5|50'],
    ['1', 'ok 1'],
    ['1,234', 'ok 1.234'],
    ['1.234', 'confirm 1.234'],
    ['12‰', 'confirm 1.2'],
    ['120%', 'invalid out-of-range'],
  ])('«%s» is: %s', (input, expected) => expect(read(share, input)).toBe(expected));

  it('below one is no surprise where it was below one before', () => {
    expect(read({ ...share, last: '0.8' }, '0,9')).toBe('ok 0.9');
  });
});

describe('money', () => {
  it.each([
    [dong, '500.000đ', 'ok 500000'],
    [dong, '3 tỷ 500 triệu', 'ok 3500000000'],
    [dong, '1tr5', 'confirm 1500000'],
    [dong, '1 tỷ 2', 'confirm 1200000000'],
    [dong, '2 triệu rưỡi', 'confirm 2500000'],
    [dong, 'nửa tỷ', 'confirm 500000000'],
    [dong, '1 tỷ 25', 'ask 1250000000|1025000000'],
    [dong, '3 nghìn tỷ', 'ok 3000000000000'],
    [dong, '1.234 tỷ 500 triệu', 'ok 1234500000000'],
    [dong, '1.000 triệu', 'ask 1000000|1000000000'],
    [dong, '3t', 'ask 3000000000'],
    [dong, '3 triệu USD', 'invalid other-unit'],
    [dong, '$500', 'invalid other-unit'],
    [dong, '12%', 'ask'],
    [million, '3 triệu', 'ok 3'],
    [million, '3 tỷ đồng', 'confirm 3000'],
    [million, '500.000 đồng', 'confirm 0.5'],
    [million, '5 nghìn', 'ask 5000|0.005'],
    [billion, '500 triệu', 'confirm 0.5'],
    [billion, '3 nghìn tỷ', 'ok 3000'],
    [{ type: 'money', unit: 'million_VND/person' } as Field, '50 triệu đồng/người', 'ok 50'],
    [people, '12 nghìn người', 'ok 12'],
    [people, '12.345 người', 'confirm 12.345'],
    [people, '5 tấn', 'invalid other-unit'],
  ])('in %j «%s» is: %s', (field, input, expected) => expect(read(field, input)).toBe(expected));

  it('may be followed by the unit as the form words it', () => {
    expect(read({ ...count, unit: 'household' }, '5 hộ')).toBe('ok 5');
    expect(read({ ...count, unit: 'case', unitText: 'Vụ' }, '5 vụ')).toBe('ok 5');
    expect(read({ ...count, unit: 'case', unitText: 'Vụ' }, '5 hồ sơ')).toBe('confirm 5');
  });
});

describe('a number far from the last one', () => {
  it('is asked about, as it is and scaled to the size of the last one', () => {
    expect(read({ ...billion, last: '1200' }, '1234567')).toBe('ask 1234567|1234.567');
    expect(read({ ...dong, last: '1200000000' }, '1234')).toBe('ask 1234|1234000000');
    expect(read({ ...million, last: '1200' }, '1,5')).toBe('ask 1.5|1500');
  });

  it('is taken when it is less than 500 times away, or one of the two is zero', () => {
    expect(read({ ...count, last: '10' }, '4999')).toBe('ok 4999');
    expect(read({ ...count, last: '10' }, '5000')).toBe('ask 5000|5');
    expect(read({ ...count, last: '0' }, '5000')).toBe('ok 5000');
    expect(read({ ...count, last: '5000' }, '0')).toBe('ok 0');
  });
});

describe('a reason', () => {
  it('names the bounds that were broken', () => {
    expect(understand(share, '1.200,5', { today })).toEqual({
      outcome: 'invalid',
      because: { code: 'out-of-range', params: { value: '1.200,5', min: '0', max: '100' } },
    });
    expect(understand(count, '-5', { today })).toEqual({
      outcome: 'invalid',
      because: { code: 'below-minimum', params: { value: '-5', min: '0' } },
    });
  });

  it('says why a number with a comma was taken as grouped', () => {
    expect(understand(count, '1,234', { today })).toEqual({
      outcome: 'ok',
      value: '1234',
      because: { code: 'only-reading-left', params: { value: '1.234' } },
    });
  });
});
