import type { Cell } from 'exceljs';
import { fillYearsIn, type FormDefinition, type Issue, type IssuePath, type LocalText } from '../../../forms/index.js';

/** Collects what is wrong while a workbook is read, and from which cell every answer came. */
export class Reading {
  readonly issues: Issue[] = [];
  private readonly sources = new Map<string, { sheet: string; cell: string }>();

  constructor(
    readonly definition: FormDefinition,
    private readonly reportYear?: number,
  ) {}

  /** Remembers the cell of an answer, for faults found later by validation. */
  cameFrom(path: Omit<IssuePath, 'form'>, cell: Cell): void {
    this.sources.set(placeKey({ form: this.definition.key, ...path }), addressOf(cell));
  }

  /** The cell of a place that holds no answer; where an answer came from there, that stands. */
  remember(path: Omit<IssuePath, 'form'>, cell: Cell): void {
    const key = placeKey({ form: this.definition.key, ...path });
    if (!this.sources.has(key)) this.sources.set(key, addressOf(cell));
  }

  /** The cell an answer came from. */
  sourceOf(path: IssuePath): { sheet: string; cell: string } | undefined {
    return this.sources.get(placeKey(path));
  }

  fault(code: string, path: Omit<IssuePath, 'form'>, params: Record<string, LocalText> = {}, cell?: Cell): void {
    const { label, params: named } = this.naming(path);
    const issue: Issue = { code, path: { form: this.definition.key, ...path }, label, params: { ...named, ...params } };
    this.issues.push(cell ? { ...issue, cell: addressOf(cell) } : issue);
  }

  /** What people call the place: the indicator and its column, the column and line of a list, or the section. */
  private naming(path: Omit<IssuePath, 'form'>): { label: LocalText; params: Record<string, LocalText> } {
    const { definition, reportYear } = this;
    const form = { label: fillYearsIn(definition.title, reportYear), params: {} };
    if (definition.kind === 'outline') {
      const section = definition.sections.find((one) => one.key === path.section);
      return section ? { label: fillYearsIn(section.title, reportYear), params: {} } : form;
    }
    if (definition.kind === 'short') {
      const question = definition.questions.find((one) => one.key === path.section);
      return question ? { label: fillYearsIn(question.label, reportYear), params: {} } : form;
    }
    if (definition.kind === 'records') {
      const column = definition.columns.find((one) => one.key === path.column);
      if (!column || path.index === undefined) return form;
      return { label: fillYearsIn(column.label, reportYear), params: { line: { vi: String(path.index + 1) } } };
    }
    const row = definition.rows.find((one) => one.key === path.row);
    const measure = definition.measures.find((one) => one.key === path.measure);
    if (!row) return form;
    return { label: row.label, params: measure ? { column: fillYearsIn(measure.label, reportYear) } : {} };
  }
}

function addressOf(cell: Cell): { sheet: string; cell: string } {
  return { sheet: cell.worksheet.name, cell: cell.address };
}

function placeKey({ row, measure, column, index, section }: IssuePath): string {
  return JSON.stringify([row, measure, column, index, section]);
}
