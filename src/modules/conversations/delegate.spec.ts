import { describe, expect, it } from '@jest/globals';
import { MAI, Talk } from '../../../test/dialogs/talk.js';
import type { TurnView } from './turn-view.js';

const LAN = { person: 'p-lan', name: 'Đỗ Thị Lan', title: 'công chức', unit: '00667', unitName: 'Xã Ngũ Hiệp' };
const SON = { person: 'p-son', name: 'Vũ Hồng Sơn', title: '', unit: '00667', unitName: 'Xã Ngũ Hiệp' };
const STANDING = { id: 'd-1', deputyName: 'Vũ Hồng Sơn', unitName: 'Xã Ngũ Hiệp' };
const NAM: TurnView = {
  ...MAI,
  delegation: { heads: ['Xã Ngũ Hiệp'], deputies: [LAN, SON], standing: [] },
};
const WHOLE = {
  do: 'delegate',
  ...{ deputy: 'p-lan', unit: '00667', firstDay: '2027-07-05', lastDay: '2027-07-12', decision: '15/QĐ-UBND' },
};

describe('«uỷ quyền»', () => {
  it('asks who, on which days and by which decision, and is set after a yes', () => {
    const nam = new Talk(NAM);
    expect(nam.says('uỷ quyền')).toContain('1. Đỗ Thị Lan, công chức, Xã Ngũ Hiệp');
    expect(nam.says('1')).toContain('từ ngày nào đến hết ngày nào');
    expect(nam.says('5/7 đến 12/7')).toContain('Số văn bản');
    expect(nam.says('quyết định số 15/QĐ-UBND')).toMatch(
      /Đỗ Thị Lan[\s\S]*05\/07\/2027 đến hết 12\/07\/2027[\s\S]*15\/QĐ-UBND/,
    );
    expect(nam.effects).toEqual([]);
    expect(nam.says('đúng')).toContain('Đồng chí Đỗ Thị Lan đã được báo');
    expect(nam.turn.effects).toEqual([WHOLE]);
  });

  it.each([
    ['/uyquyen 1 từ 5/7 đến 12/7, 15/QĐ-UBND'],
    ['uy quyen cho dong chi Do Thi Lan tu 5/7 den 12/7 theo quyet dinh so 15/QĐ-UBND'],
    ['/uyquyen Đỗ Thị Lan, từ ngày 5/7/2027 đến hết ngày 12/7/2027, theo quyết định 15/QĐ-UBND'],
  ])('may say it all in one line: %s', (line) => {
    const nam = new Talk(NAM);
    nam.says(line);
    expect(nam.dialog.place).toMatchObject({ at: 'delegate', step: 'confirm' });
    nam.says('1');
    expect(nam.turn.effects).toEqual([WHOLE]);
  });

  it('takes one day for first and last, and the number of a decision for no day', () => {
    const nam = new Talk(NAM);
    nam.says('/uyquyen 2 ngày 5/7, 12/2027/QĐ-UBND', 'đúng');
    expect(nam.turn.effects).toMatchObject([
      { deputy: 'p-son', firstDay: '2027-07-05', lastDay: '2027-07-05', decision: '12/2027/QĐ-UBND' },
    ]);
  });

  it('asks again for what is not clear, and guesses nobody and no day', () => {
    const nam = new Talk(NAM);
    nam.says('uỷ quyền');
    expect(nam.says('Lan')).toContain('Chưa rõ đồng chí uỷ quyền cho ai');
    nam.says('2');
    expect(nam.says('12/7 đến 5/7')).toContain('Chưa rõ từ ngày nào');
    expect(nam.says('tuần sau nữa nhé')).toContain('Chưa rõ từ ngày nào');
    nam.says('5/7 đến 12/7', '15/QĐ-UBND');
    expect(nam.says('2')).toContain('Đồng chí uỷ quyền cho ai');
    expect(nam.effects).toEqual([]);
  });

  it('sets nothing after a stop, nor for whoever heads no unit', () => {
    const nam = new Talk(NAM);
    nam.says('/uyquyen 1 từ 5/7 đến 12/7, 15/QĐ-UBND');
    expect(nam.says('dừng')).toContain('Đã dừng');
    expect([nam.effects, nam.dialog.place.at]).toEqual([[], 'idle']);
    const mai = new Talk({ ...MAI, delegation: { heads: [], deputies: [], standing: [] } });
    expect(mai.says('/uyquyen 1 từ 5/7 đến 12/7, 15/QĐ-UBND')).toContain('Chỉ thủ trưởng đơn vị');
  });

  it('shows what stands, and ends it early by its number', () => {
    const standing = { ...STANDING, firstDay: '2027-07-05', lastDay: '2027-07-12' };
    const nam = new Talk({ ...NAM, delegation: { ...NAM.delegation!, standing: [standing] } });
    expect(nam.says('/uyquyen')).toContain('1. Đồng chí Vũ Hồng Sơn thay đồng chí tại Xã Ngũ Hiệp');
    expect(nam.says('thôi uỷ quyền 7')).toContain('hiện có 1');
    for (const word of ['hết', 'bỏ', 'end']) expect(nam.says(word)).toContain('Chưa rõ đồng chí uỷ quyền cho ai');
    expect(nam.effects).toEqual([]);
    nam.says('thoi uy quyen 1');
    expect(nam.turn.effects).toEqual([{ do: 'end-delegation', id: 'd-1' }]);
  });
});
