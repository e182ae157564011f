import exceljs, { type Workbook } from 'exceljs';
import { type PackageFault, packageFault } from './package-faults.js';
import { unzip, zipOf } from './zip-file.js';

/** The largest file taken, and the largest content it may unpack to. */
export const WORKBOOK_LIMITS = { megabytes: 20, unpackedMegabytes: 60 } as const;

const MEGABYTE = 1024 * 1024;

/** Why a file is not taken as a workbook, whatever stands in it. */
export type UnusableFile = PackageFault | 'empty-file' | 'too-large' | 'unpacks-too-large' | 'encrypted' | 'old-format';

/**
 * Opens an .xlsx file, or says why it cannot be taken. Never throws for a bad file. The reader of workbooks gets only what
 * was unpacked and looked at here.
 */
export async function openWorkbook(file: Buffer): Promise<Workbook | UnusableFile> {
  if (file.length === 0) return 'empty-file';
  if (file.length > WORKBOOK_LIMITS.megabytes * MEGABYTE) return 'too-large';
  if (isCompoundFile(file)) return file.includes(ENCRYPTED) ? 'encrypted' : 'old-format';
  const parts = await unzip(file, WORKBOOK_LIMITS.unpackedMegabytes * MEGABYTE);
  if (typeof parts === 'string') return parts;
  const fault = packageFault(parts);
  if (fault) return fault;
  // Pictures and charts on added sheets are no answers; the reader fails on some of them.
  const workbook = (await loaded(parts)) ?? (await loaded(withoutDrawings(parts)));
  return workbook && workbook.worksheets.length > 0 ? workbook : 'unreadable';
}

async function loaded(parts: ReadonlyMap<string, Buffer>): Promise<Workbook | undefined> {
  const workbook = new exceljs.Workbook();
  const file = zipOf(parts);
  try {
    await workbook.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
    return workbook;
  } catch {
    return undefined;
  }
}

function withoutDrawings(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const kept = [...parts].filter(([name]) => !/^xl\/(drawings|charts|media|comments)/.test(name));
  return new Map(
    kept.map(([name, part]) => {
      if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return [name, part];
      const bare = part.toString('utf8').replace(/<(drawing|legacyDrawing|legacyDrawingHF|picture)\s[^<>]*\/>/g, '');
      return [name, Buffer.from(bare, 'utf8')];
    }),
  );
}

/** The container of Excel 97 files, and of files with a password. */
function isCompoundFile(file: Buffer): boolean {
  return file.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
}

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
