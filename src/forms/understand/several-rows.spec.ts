import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { saysAsBefore } from './as-before.js';
import type { NamedRow } from './row-name.js';
import { readSeveralRows } from './several-rows.js';

/** Nine indicators with two columns each, as a commune's headline form has them. */
const NAMES = [
  'Tốc độ tăng vốn đầu tư',
  'Tổng thu ngân sách nhà nước trên địa bàn',
  'Giảm tỷ suất sinh thô',
  'Giảm tỷ lệ sinh con thứ 3',
  'Giảm tỷ lệ suy dinh dưỡng',
  'Giảm tỷ lệ hộ nghèo',
  'Tỷ lệ gia đình văn hóa',
  'Tỷ lệ rác thải được thu gom',
  'Chính quyền trong sạch, vững mạnh',
];
const NINE: NamedRow[] = NAMES.map((name, at) => ({ key: `r${at + 1}`, names: [name], columns: 2 }));

const read = (text: string, rows = NINE) => {
  const found = readSeveralRows(text, rows);
  return found && { ...found, given: found.given.map(({ row, texts }) => `${row}: ${texts.join(' | ')}`) };
};

describe('a message about several rows', () => {
  it('names rows by number, single and as a range', () => {
    expect(read('3: 1,2 tỷ; 4: như kỳ trước; 5-7: 0')).toEqual({
      given: ['r3: 1,2 tỷ', 'r4: như kỳ trước', 'r5: 0', 'r6: 0', 'r7: 0'],
      unclear: [],
    });
  });

  it.each([
    ['3: 12,5 / 13', ['r3: 12,5 | 13']],
    ['3: 12,5; 13', ['r3: 12,5 | 13']],
    ['3: 12,5/13', ['r3: 12,5 | 13']],
    ['câu 3 = 12,5 | 13', ['r3: 12,5 | 13']],
    ['chi tieu 3: 12,5\n13', ['r3: 12,5 | 13']],
    ['3:1;4:2', ['r3: 1', 'r4: 2']],
    ['4: 0,2/0,25, 5: 0,3/0,25, câu 6-7: 0', ['r4: 0,2 | 0,25', 'r5: 0,3 | 0,25', 'r6: 0', 'r7: 0']],
    ['4: chưa có số liệu, chờ quyết toán, 05/7, 5: 0,3', ['r4: chưa có số liệu, chờ quyết toán, 05/7', 'r5: 0,3']],
    ['2, 4: 5, 6: 1', ['r2: 5', 'r4: 5', 'r6: 1']],
    ['1: 7,5 2: 31% 3-4: 0,2', ['r1: 7,5', 'r2: 31%', 'r3: 0,2', 'r4: 0,2']],
    ['2: 31; Giảm tỷ lệ sinh con thứ 3: 0,2', ['r2: 31', 'r4: 0,2']],
    ['5: 1; 4: Giảm tỷ lệ sinh con thứ 3: 0,2', ['r5: 1', 'r4: 0,2']],
    ['câu 4: 0,2 và 0,25', ['r4: 0,2 | 0,25']],
    ['2: 1 tỷ và 200 triệu', ['r2: 1 tỷ và 200 triệu']],
    ['1. 12,5\n2. 3,2\n5) 7', ['r1: 12,5', 'r2: 3,2', 'r5: 7']],
    ['- 2 và 4: 0\n- 6 đến 7: 1', ['r2: 0', 'r4: 0', 'r6: 1', 'r7: 1']],
    ['Tong thu ngan sach nha nuoc: 3,2; 4\nGiảm tỷ lệ hộ nghèo: 0,5', ['r2: 3,2 | 4', 'r6: 0,5']],
    ['2. Tổng thu ngân sách nhà nước (Tỷ đồng): 3,2 / 4\n3. 0,1', ['r2: 3,2 | 4', 'r3: 0,1']],
    ['1\tTốc độ tăng vốn đầu tư\t7,5\t8\n2\tTổng thu ngân sách nhà nước\t3\t4', ['r1: 7,5 | 8', 'r2: 3 | 4']],
  ])('reads %j', (text, given) => {
    expect(read(text)).toEqual({ given, unclear: [] });
  });

  it('keeps as one text what may be a fraction or a day', () => {
    expect(read('3: 5/10')?.given).toEqual(['r3: 5/10']);
  });

  it('tells what names no row, one row twice or two rows at once', () => {
    expect(read('3: 1; 12: 5; 3: 2')).toEqual({ given: ['r3: 1'], unclear: ['12: 5', '3: 2'] });
    expect(read('2. Giảm tỷ lệ hộ nghèo: 5; 7-5: 1')).toEqual({
      given: [],
      unclear: ['2. Giảm tỷ lệ hộ nghèo: 5', '7-5: 1'],
    });
    expect(read('3: 1; 2; 3')).toEqual({ given: ['r3: 1 | 2'], unclear: ['3'] });
  });

  it('takes a pasted list of as many lines as there are rows, in their order', () => {
    const lines = ['7,5; 8', '3,25\t4', '0,1 / 0,12', '0', '0,3; 0,25', '0,5; 0,4', '90,5; 91', '95; 96', 'đạt; đạt'];
    const found = read(lines.join('\n'));
    expect(found?.unclear).toEqual([]);
    expect(found?.given.slice(0, 4)).toEqual(['r1: 7,5 | 8', 'r2: 3,25 | 4', 'r3: 0,1 | 0,12', 'r4: 0']);
    expect(found?.given).toHaveLength(9);
  });

  it('gives a list of another length to no row', () => {
    expect(read('1,5\n2\n3\n4')).toEqual({ given: [], unclear: ['1,5', '2', '3', '4'] });
  });

  it.each(['12,5', '12,5; 13', '1.234', '1:2', 'chưa có số liệu, chờ quyết toán', '15/6/2027', '7:30', 'đúng', ''])(
    'is not %j',
    (text) => expect(read(text)).toBeUndefined(),
  );

  it('is read the same in NFC and NFD, whatever is typed, and names no row twice', () => {
    const piece = fc.oneof(
      fc.constantFrom('3: 12,5', '5-7: 0', '2 và 4: 1', 'câu 1: 5/10', '13', '9: đạt / đạt', 'Tổng thu: 3', '\t', '\n'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('; ', '\n', ';'), (pieces, between) => {
        const text = pieces.join(between);
        const found = readSeveralRows(text, NINE);
        expect(readSeveralRows(text.normalize('NFC').normalize('NFD'), NINE)).toEqual(
          readSeveralRows(text.normalize('NFC'), NINE),
        );
        const named = found?.given.map((one) => one.row) ?? [];
        expect(new Set(named).size).toBe(named.length);
        for (const { row, texts } of found?.given ?? []) {
          expect(NINE.map((one) => one.key)).toContain(row);
          expect(texts.length).toBeLessThanOrEqual(2);
          expect(texts.every((one) => one.trim() !== '')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an answer that is the same as the last one', () => {
  it.each([
    'như kỳ trước',
    'nhu ky truoc',
    'bằng năm ngoái',
    'vẫn như năm trước ạ',
    'như cũ',
    'giống kỳ trước',
    'same as last year',
  ])('is %j', (text) => expect(saysAsBefore(text)).toBe(true));
  it.each(['bằng năm trước cộng 5', 'kỳ trước 12', 'như vậy', 'không', '12,5', ''])('is not %j', (text) =>
    expect(saysAsBefore(text)).toBe(false),
  );
});
