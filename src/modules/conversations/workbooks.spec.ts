import { describe, expect, it } from '@jest/globals';
import { MAI, Talk } from '../../../test/dialogs/talk.js';
import type { FileView } from './turn-view.js';

const SENT = { type: 'file', fileId: 'f', name: 'bieu.xlsx', mediaType: 'application/octet-stream' } as const;
const READ: FileView = {
  is: 'workbook',
  obligation: 'o-1',
  formTitle: 'M3',
  revision: 1,
  count: 1,
  changes: ['• Tổng thu: (trống) → 900'],
  meanwhile: 0,
  faults: 0,
  faultTexts: [],
  findings: { count: 2, texts: ['• M3!E8: Tổng thu cao bất thường. Đề nghị ghi lý do ngắn gọn.'] },
};

describe('a workbook whose figures a check asks about', () => {
  it('may be applied, and comes back with a note at each of them', () => {
    const mai = new Talk({ ...MAI, file: READ });
    const said = mai.sends(SENT);
    expect(said).toMatch(
      /Còn 2 chỗ cần sửa hoặc giải thích trước khi nộp[^]*M3!E8[^]*và 1 [^]*Áp dụng các thay đổi này/u,
    );
    expect(mai.turn.replies[0]?.attachment?.fileRef).toMatch(/^marked-workbook\/o-1\//);
    mai.says('đúng');
    expect(mai.turn.effects).toMatchObject([{ do: 'apply-workbook', obligation: 'o-1', revision: 1 }]);
  });

  it('says so too where the file changes nothing', () => {
    const mai = new Talk({ ...MAI, file: { ...READ, count: 0, changes: [] } });
    expect(mai.sends(SENT)).toMatch(/không thay đổi gì[^]*Còn 2 chỗ/u);
    expect(mai.turn.replies[0]?.attachment).toBeDefined();
  });

  it('comes with no file where nothing is asked', () => {
    const mai = new Talk({ ...MAI, file: { ...READ, findings: { count: 0, texts: [] } } });
    expect(mai.sends(SENT)).not.toContain('cần sửa hoặc giải thích');
    expect(mai.turn.replies[0]?.attachment).toBeUndefined();
  });
});

describe('a workbook that waits for a yes', () => {
  const shown = (): Talk => {
    const mai = new Talk({ ...MAI, file: { ...READ, findings: undefined } });
    mai.sends(SENT);
    return mai;
  };

  it('is told of where another comes instead, and the yes goes to that one', () => {
    const mai = shown();
    expect(mai.sends(SENT, undefined, 'e2')).toMatch(/^Các thay đổi của tệp biểu gửi trước chưa được ghi/u);
    mai.says('đúng');
    expect(mai.turn.effects).toMatchObject([{ do: 'apply-workbook', event: 'webchat/e2' }]);
  });

  it('is not applied by a yes to one that cannot be', () => {
    const mai = shown();
    mai.view = { ...mai.view, file: { ...READ, faults: 1, faultTexts: ['• M3!H9: sai'] } };
    expect(mai.sends(SENT, undefined, 'e2')).toMatch(/gửi trước chưa được ghi[^]*chưa đúng nên chưa ghi gì/u);
    mai.says('đúng');
    expect(mai.turn.effects).toEqual([]);
  });

  it('is told of where something else is begun, and not where it is refused', () => {
    expect(shown().says('việc')).toMatch(/^Các thay đổi của tệp biểu gửi trước chưa được ghi/u);
    expect(shown().says('không')).toBe('Chưa áp dụng tệp; báo cáo giữ nguyên.');
    expect(shown().says('7,5')).toContain('gõ 1 để ghi các thay đổi của tệp');
  });
});
