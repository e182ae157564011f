import { describe, expect, it } from '@jest/globals';
import { cleanFileName, fileType } from './file-type.js';

const pdf = Buffer.from('%PDF-1.7\n');
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0]);

describe('an uploaded file', () => {
  it('is known by its content and its name together', () => {
    expect(fileType('Biên bản.pdf', pdf)).toBe('application/pdf');
    expect(fileType('bang.xlsx', zip)).toMatch(/spreadsheetml/);
    expect(fileType('ANH.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  });

  it.each([
    ['a program that is called a picture', 'anh.png', Buffer.from('MZ\u0090')],
    ['a page', 'trang.html', Buffer.from('<script>')],
    ['an archive', 'kho.zip', zip],
    ['nothing', 'rong.pdf', Buffer.alloc(0)],
    ['a picture that can hold scripts', 'hinh.svg', Buffer.from('<svg/>')],
  ])('is refused where it is %s', (_what, name, content) => {
    expect(fileType(name, content)).toBeUndefined();
  });

  it('keeps its name without what could lead elsewhere', () => {
    expect(cleanFileName('../../etc/Biên bản\u202Efdp.exe\u0000.pdf')).toBe('Biên bảnfdp.exe.pdf');
    expect(cleanFileName('C:\\tam\\Biên bản.pdf'.normalize('NFD'))).toBe('Biên bản.pdf');
    expect(cleanFileName(' ')).toBe('');
  });
});
