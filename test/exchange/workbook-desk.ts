import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import type { House } from '../house/house.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Preview {
  form: string;
  changed: {
    row: string;
    measure: string;
    label: string;
    before: string | null;
    after: string | null;
    meanwhile: boolean;
  }[];
  issues: { cell: { sheet: string; cell: string } | null; text: string }[];
  answers: { cells: Record<string, Record<string, { state: string; value?: unknown }>> };
  revision: number;
}

export interface Said {
  code: string;
  message: string;
  issues?: Preview['issues'];
}

/** An official at the page of a report, as the HTTP calls that the page makes. */
export class WorkbookDesk {
  private constructor(
    private readonly house: House,
    private readonly cookie: string,
  ) {}

  static async of(house: House, person: string): Promise<WorkbookDesk> {
    return new WorkbookDesk(house, await house.cookieOf(person));
  }

  /** What the person's unit owes of `milestone`. */
  async obligation(milestone: RegExp): Promise<string> {
    const reply = await this.get('/api/obligations?scope=own');
    const { items } = reply.json<{ items: { id: string; milestone: string }[] }>();
    return items.find((item) => milestone.test(item.milestone))!.id;
  }

  get(url: string) {
    return this.house.app.inject({ url, headers: { cookie: this.cookie } });
  }

  put(url: string, payload: object) {
    return this.house.app.inject({ method: 'PUT', url, headers: { cookie: this.cookie }, payload });
  }

  async downloads(obligation: string, form: string): Promise<Workbook> {
    const reply = await this.get(`/api/reports/${obligation}/workbook?form=${form}`);
    if (reply.statusCode !== 200) throw new Error(reply.body);
    return opened(reply.rawPayload);
  }

  /** Sends a file; `after` is what stands behind `/workbook` in the address. */
  async sends<T>(obligation: string, file: Buffer | Workbook, after = '', type = XLSX) {
    const reply = await this.house.app.inject({
      method: 'POST',
      url: `/api/reports/${obligation}/workbook${after}`,
      headers: { cookie: this.cookie, 'content-type': type },
      payload: Buffer.isBuffer(file) ? file : await saved(file),
    });
    return { status: reply.statusCode, body: reply.json<T>() };
  }

  /** The marked file that comes back. */
  async marked(obligation: string, file: Workbook): Promise<Workbook> {
    const reply = await this.house.app.inject({
      method: 'POST',
      url: `/api/reports/${obligation}/workbook/marked`,
      headers: { cookie: this.cookie, 'content-type': XLSX },
      payload: await saved(file),
    });
    if (reply.statusCode !== 200) throw new Error(reply.body);
    return opened(reply.rawPayload);
  }
}

export async function opened(file: Buffer): Promise<Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
  return workbook;
}

export async function saved(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The cell of a row key and a column key, found by the hidden keys of the table. */
export function at(sheet: Worksheet, row: string, column: string) {
  const place = { row: 0, column: 0 };
  sheet.getRow(1).eachCell((cell, number) => cell.value === column && (place.column = number));
  sheet.eachRow((line, number) => line.getCell(1).value === row && (place.row = number));
  if (place.row === 0 || place.column === 0) throw new Error(`${row} ${column} is not on the sheet`);
  return sheet.getRow(place.row).getCell(place.column);
}
