import { Inject, Injectable } from '@nestjs/common';
import type { Workbook } from 'exceljs';
import { countsOf, type ListCounts, type ListRow, PeopleListService } from '../people/index.js';
import { type Locale, MESSAGES, type Messages, Problem } from '../shared/index.js';
import { type Person, UnitsService } from '../units/index.js';
import { changeInWords, countsInWords } from './people-workbook/list-in-words.js';

/** A fault with the cell that it stands in. */
export interface PlacedFault {
  cell: { sheet: string; cell: string };
  text: string;
}

export interface ReadList {
  workbook: Workbook;
  rows: ListRow[];
  faults: PlacedFault[];
  /** "12 người mới, 3 đổi đơn vị hoặc vai trò, 1 thôi làm việc". */
  summary: string;
  counts: ListCounts;
  changes: { sort: 'add' | 'change' | 'leave'; line: number; text: string }[];
  /** What is given back to {@link PeopleWorkbookService.apply}. */
  digest: string;
}

/** A workbook of people read and put into words, for the page and for the shell. */
@Injectable()
export class PeopleWorkbookService {
  constructor(
    private readonly list: PeopleListService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** What the file would change for `actor`, and what is wrong in it. Throws where the file is no list of people. */
  async read(actor: Person, file: Buffer): Promise<ReadList> {
    const { locale } = actor;
    const { readPeopleWorkbook } = await import('./people-workbook/index.js');
    const read = await readPeopleWorkbook(file, [this.words('vi'), this.words('en')]);
    if (typeof read === 'string') throw new Problem(`people.file-${read}`, 422);
    const plan = await this.list.plan(actor, read.rows);
    const tree = await this.units.tree();
    const { sheet, workbook, rows } = read;
    const t = (code: string, params: Record<string, string> = {}) =>
      this.messages.t(locale, `people.list-${code}`, params);
    const faults = [
      ...read.faults.map(({ code, cell }) => ({ cell: { sheet, cell }, text: t(code) })),
      ...plan.faults.map(({ code, params, line, field }) => ({
        cell: { sheet, cell: read.cellOf(line, field) },
        text: t(code, params),
      })),
    ];
    const counts = countsOf(plan);
    return {
      ...{ workbook, rows, faults, counts, digest: plan.digest },
      summary: countsInWords(counts, this.messages, locale),
      changes: plan.changes.map((change) => ({
        ...{ sort: change.sort, line: change.line },
        text: changeInWords(change, tree, this.messages, locale),
      })),
    };
  }

  /** Applies the list as it was read; nothing where it has faults or the register changed meanwhile. */
  async apply(actor: Person, file: Buffer, digest: string): Promise<ListCounts> {
    const { rows, faults } = await this.read(actor, file);
    if (faults.length > 0) throw new Problem('people.list-faulty', 422, { count: faults.length });
    return this.list.apply(actor, rows, digest);
  }

  /** The texts of the file in one language. */
  words(locale: Locale): (key: string) => string {
    return (key) => this.messages.t(locale, `people.workbook.${key}`);
  }
}
