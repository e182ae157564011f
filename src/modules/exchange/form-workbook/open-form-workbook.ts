import type { Workbook } from 'exceljs';
import type { FormDefinition, Issue, LocalText } from '../../../forms/index.js';
import { readStamp, type WorkbookStamp } from './stamp.js';
import { openWorkbook, WORKBOOK_LIMITS } from './workbook-file.js';

/** A workbook of this product, opened; which form it is says its stamp. */
export interface FormWorkbook {
  workbook: Workbook;
  stamp: WorkbookStamp;
}

/** Why a whole file is refused: the rest of a key under `forms.`, and what its sentence needs beside the form's name. */
export interface RefusedFile {
  code: string;
  params: Record<string, LocalText>;
}

/** Opens a file and reads its stamp. Never throws for a bad file. */
export async function openFormWorkbook(file: Buffer): Promise<FormWorkbook | RefusedFile> {
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string')
    return refusal(`workbook-${workbook}`, { limit: String(WORKBOOK_LIMITS.megabytes) });
  const stamp = readStamp(workbook);
  if (stamp === 'missing') return refusal('workbook-not-ours');
  if (stamp === 'damaged') return refusal('workbook-stamp-damaged');
  return { workbook, stamp };
}

export function refusal(code: string, params: Record<string, string> = {}): RefusedFile {
  return { code, params: Object.fromEntries(Object.entries(params).map(([name, text]) => [name, { vi: text }])) };
}

/** A refusal as an issue of the form that was expected. */
export function issueOf({ code, params }: RefusedFile, definition: FormDefinition): Issue {
  return { code, path: { form: definition.key }, label: definition.title, params };
}
