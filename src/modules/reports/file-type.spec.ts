import { describe, expect, it } from '@jest/globals';
import { cleanFileName, fileType, namedByContent } from './file-type.js';

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

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

describe('the name of a file', () => {
  it.each([
    ['anh.jpg', PNG, 'anh.png'],
    ['Ảnh chụp.PNG', JPEG, 'Ảnh chụp.jpg'],
    ['tep', pdf, 'tep.pdf'],
    ['anh.jpeg', JPEG, 'anh.jpeg'],
  ])('«%s» gets the ending of its content', (name, content, expected) => {
    const named = namedByContent(name, content);
    expect(named).toBe(expected);
    expect(fileType(named, content)).toBeDefined();
  });

  it.each([
    ['bieu.xlsx', pdf],
    ['chay.exe', PNG],
    ['anh.png', Buffer.from('MZ')],
    ['bien-ban.pdf', PNG],
  ])('«%s» stays, and is refused for what it says it is', (name, content) => {
    expect(namedByContent(name, content)).toBe(name);
    expect(fileType(name, content)).toBeUndefined();
  });
});
