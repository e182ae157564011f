import type { Carry, Edit, FormDefinition, Row } from '../../src/forms/index.js';
import type { House } from '../house/house.js';

export interface Reply<T> {
  status: number;
  body: T;
}

export interface DraftShown {
  base: number;
  revision: number;
  definition: FormDefinition;
  faults: { code: string; text: string }[];
  differences: { text: string; effect: string }[];
  summary: string;
  checkedRevision: number | null;
}

export interface EditsTaken extends Omit<DraftShown, 'definition'> {
  definition?: FormDefinition;
  undo: Edit[];
  refused: { index: number; code: string; text: string; now: unknown; by: string | null }[];
}

export interface Checked {
  faults: { text: string }[];
  dryRun: {
    replayed: number;
    refused: { unit: string; text: string }[];
    refusedCount: number;
    warnedCount: number;
    openReports: number;
    toMap: number;
    notBegun: number;
    notices: number;
    text: string;
  } | null;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An admin at the editor's page, as the HTTP calls that the page makes. */
export class Desk {
  private constructor(
    private readonly house: House,
    private readonly cookie: string,
  ) {}

  static async of(house: House, person: string): Promise<Desk> {
    return new Desk(house, await house.cookieOf(person));
  }

  async get<T>(path: string): Promise<Reply<T>> {
    const reply = await this.house.app.inject({ url: `/api${path}`, headers: { cookie: this.cookie } });
    return { status: reply.statusCode, body: (reply.body ? reply.json() : undefined) as T };
  }

  async post<T>(path: string, payload: object = {}): Promise<Reply<T>> {
    const reply = await this.house.app.inject({
      method: 'POST',
      url: `/api${path}`,
      headers: { cookie: this.cookie },
      payload,
    });
    return { status: reply.statusCode, body: (reply.body ? reply.json() : undefined) as T };
  }

  /** A file of the server. */
  async file(path: string): Promise<Buffer> {
    const reply = await this.house.app.inject({ url: `/api${path}`, headers: { cookie: this.cookie } });
    if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.body}`);
    return reply.rawPayload;
  }

  /** Sends a workbook as it is. */
  async sends<T>(path: string, payload: Buffer): Promise<Reply<T>> {
    const reply = await this.house.app.inject({
      method: 'POST',
      url: `/api${path}`,
      headers: { cookie: this.cookie, 'content-type': XLSX },
      payload,
    });
    return { status: reply.statusCode, body: reply.json() as T };
  }

  async put<T>(path: string, payload: object): Promise<Reply<T>> {
    const reply = await this.house.app.inject({
      method: 'PUT',
      url: `/api${path}`,
      headers: { cookie: this.cookie },
      payload,
    });
    return { status: reply.statusCode, body: (reply.body ? reply.json() : undefined) as T };
  }

  async begins(form: string): Promise<DraftShown> {
    return (await this.post<DraftShown>(`/forms/${form}/draft`)).body;
  }

  async edits(form: string, seen: number, ...edits: Edit[]): Promise<EditsTaken> {
    const { status, body } = await this.post<EditsTaken>(`/forms/${form}/draft/edits`, { seen, edits });
    if (status !== 200) throw new Error(`edits refused: ${JSON.stringify(body)}`);
    return body;
  }

  /** Checks the draft as it stands and publishes it. */
  async publishes(form: string, note: string, carries?: Carry[]): Promise<number> {
    const draft = (await this.get<DraftShown>(`/forms/${form}/draft`)).body;
    const checked = await this.post<Checked>(`/forms/${form}/draft/check`, { seen: draft.revision });
    if (checked.body.faults.length > 0) throw new Error(JSON.stringify(checked.body.faults));
    const proposed = (await this.get<{ carries: (Carry & { text?: string })[] }>(`/forms/${form}/draft/carries`)).body;
    const published = await this.post<{ version: number }>(`/forms/${form}/draft/publish`, {
      seen: draft.revision,
      note,
      carries: carries ?? proposed.carries.map(({ text: _text, ...carry }) => carry),
    });
    if (published.status !== 200) throw new Error(JSON.stringify(published.body));
    return published.body.version;
  }
}

/** A new indicator as the editor adds it: an amount of money, asked by the bot. */
export function indicator(key: string, group: string, more: Partial<Row> = {}): Row {
  return {
    key,
    code: key,
    group,
    seq: 99,
    label: { vi: 'Thu từ dịch vụ công' },
    unit: { code: 'billion_VND', vi: 'Tỷ đồng' },
    type: 'number',
    decimals: 1,
    min: '0',
    max: '500',
    required: true,
    appliesTo: 'all',
    leadAgency: '',
    assignedDown: false,
    aggregation: { rule: 'sum' },
    direction: 'up',
    help: {},
    provenance: 'added',
    ...more,
  };
}
