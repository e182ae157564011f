import exceljs, { type Workbook } from 'exceljs';

/** The largest file taken, and the largest content it may unpack to. */
export const WORKBOOK_LIMITS = { megabytes: 20, unpackedMegabytes: 300 } as const;

const MEGABYTE = 1024 * 1024;

/** Opens an .xlsx file; `'too-large'` or `'unreadable'` where it cannot be taken. Never throws for a bad file. */
export async function openWorkbook(file: Buffer): Promise<Workbook | 'too-large' | 'unreadable'> {
  if (file.length > WORKBOOK_LIMITS.megabytes * MEGABYTE) return 'too-large';
  const unpacked = unpackedSize(file);
  if (unpacked === undefined) return 'unreadable';
  if (unpacked > WORKBOOK_LIMITS.unpackedMegabytes * MEGABYTE) return 'too-large';
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
  } catch {
    return 'unreadable';
  }
  return workbook.worksheets.length > 0 ? workbook : 'unreadable';
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** The size that a zip file's directory announces for its contents; undefined where the file is no zip. */
function unpackedSize(file: Buffer): number | undefined {
  const end = endOfDirectory(file);
  if (end === undefined) return undefined;
  const entries = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  let size = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    size += file.readUInt32LE(at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return size;
}

/** The record that closes a zip file stands before a comment of at most 65,535 bytes. */
function endOfDirectory(file: Buffer): number | undefined {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}
