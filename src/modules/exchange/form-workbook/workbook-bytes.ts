import type { Workbook } from 'exceljs';

interface Zip {
  append(data: string | Buffer, options: { name: string }): void;
}

type AddPart = (zip: Zip, model: unknown) => Promise<void>;

/** The steps of writing whose parts may hold what people typed. */
const STEPS = ['addSharedStrings', 'addWorksheets', 'addWorkbook'] as const;

/**
 * A workbook as the bytes of its file. The writer packs a text in pieces and may cut a character beyond the basic plane
 * (chữ Nôm, a picture character) in two, which spoils it; bytes are packed as they are.
 */
export async function workbookBytes(workbook: Workbook): Promise<Buffer> {
  const writer = workbook.xlsx as unknown as Record<(typeof STEPS)[number], AddPart>;
  for (const step of STEPS) {
    const add = writer[step].bind(writer);
    writer[step] = (zip, model) => add({ append: (data, options) => zip.append(asBytes(data), options) }, model);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function asBytes(data: string | Buffer): Buffer {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
}
