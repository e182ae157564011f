import { describe, expect, it } from '@jest/globals';
import { MAI, messages, Talk } from '../../../test/dialogs/talk.js';
import { newDialog } from './dialog.js';
import type { TurnView } from './turn-view.js';
import { takeTurn } from './turn.js';

const inGroup = (text: string, view: TurnView = { ...MAI, person: undefined, owed: [] }) =>
  takeTurn(
    newDialog(),
    {
      ...{ channel: 'telegram', address: '-5', eventId: 'e', sentAt: MAI.now, chat: 'group' },
      content: { type: 'text', text },
    },
    view,
    messages,
  );
const standing = {
  unitName: 'Huyện Thanh Trì',
  milestones: [{ title: 'Dự thảo kế hoạch', lastDay: '2027-06-29', asked: 16, done: 9, late: 2 }],
};

describe('in a group', () => {
  it('«/tinhhinh» tells counts, and where the group is bound to nothing how it is bound', () => {
    const turn = inGroup('/tinhhinh', { ...MAI, group: { standing } });
    expect(turn.replies[0]!.text).toContain('Dự thảo kế hoạch, hạn cuối 29/06/2027: đã nộp 9/16, chậm 2.');
    expect(inGroup('/tinhhinh').replies[0]!.text).toContain('chưa gắn với đơn vị nào');
  });

  it('a good code binds it, anything else does not', () => {
    expect(inGroup('/nhom 7KQ4M-XR2HD', { ...MAI, group: { coded: 'Huyện Thanh Trì' } }).effects).toEqual([
      { do: 'bind-group', code: '7KQ4M-XR2HD' },
    ]);
    expect(inGroup('/nhom 7KQ4M-XR2HD', { ...MAI, group: {} }).effects).toEqual([]);
    expect(inGroup('/nhom').effects).toEqual([]);
  });

  it.each(['việc', '7,5', '/dien', '3: 1,2 tỷ', '/cham', '/trang', 'nộp', '/vuongmac x', 'AAAAA-22222'])(
    '«%s» is refused',
    (text) => {
      const turn = inGroup(text, { ...MAI, group: { standing } });
      expect(turn).toMatchObject({ effects: [], replies: [{ text: messages.t('vi', 'bot.group-refused') }] });
    },
  );

  it.each(['Các đồng chí họp lúc 8 giờ nhé', 'vâng', 'Đã nhận', 'cảm ơn chị'])('«%s» is left to people', (text) => {
    expect(inGroup(text, { ...MAI, group: { standing } })).toMatchObject({ effects: [], replies: [] });
  });
});

describe('«/nhom» in the private chat', () => {
  const units = [
    { code: '020', name: 'Huyện Thanh Trì' },
    { code: '019', name: 'Quận Thanh Xuân' },
  ];

  it('gives a code for the unit that is watched, asking which of several', () => {
    const binh = new Talk({ ...MAI, groupUnits: units.slice(0, 1) });
    binh.says('/nhom');
    expect(binh.turn.effects).toEqual([{ do: 'group-code', unit: '020' }]);
    const ha = new Talk({ ...MAI, groupUnits: units });
    expect(ha.says('/nhom')).toContain('2. Quận Thanh Xuân');
    ha.says('2');
    expect(ha.turn.effects).toEqual([{ do: 'group-code', unit: '019' }]);
  });

  it('gives none to whoever watches nobody, and «/bonhom» ends what was bound', () => {
    const mai = new Talk({ ...MAI, groupUnits: [] });
    expect(mai.says('/nhom')).toContain('Chỉ người theo dõi');
    const binh = new Talk({ ...MAI, groupUnits: units });
    binh.says('/bonhom');
    expect([...mai.effects, ...binh.effects]).toEqual([{ do: 'unbind-groups', units: ['020', '019'] }]);
  });
});
