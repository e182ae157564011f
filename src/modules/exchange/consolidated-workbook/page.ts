import type { CellValue, Style, Worksheet } from 'exceljs';
import { escaped, type Written } from '../form-workbook/cell-text.js';
import { heightOf } from '../form-workbook/row-height.js';
import { setUpPrinting, STYLES } from '../form-workbook/sheet-style.js';

const LINE = { style: 'thin' } as const;
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const FONT = { name: 'Times New Roman', size: 12 };
const BAND = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const;

export type Align = 'left' | 'center' | 'right';

const body = (align: Align, italic = false): Partial<Style> => ({
  font: { ...FONT, italic },
  border: BOX,
  alignment: {
    horizontal: align,
    vertical: 'middle',
    ...(align === 'right' ? { shrinkToFit: true, indent: 1 } : { wrapText: true }),
  },
});

export const LOOKS = {
  text: body('left'),
  part: body('left', true),
  center: body('center'),
  small: { ...body('left'), font: { ...FONT, size: 10 } },
  word: { ...body('center'), font: { ...FONT, size: 10, italic: true } },
  band: { ...body('left'), font: { ...FONT, bold: true }, fill: BAND },
  note: { font: { ...FONT, size: 11 }, alignment: { horizontal: 'left', vertical: 'top', wrapText: true } },
} satisfies Record<string, Partial<Style>>;

const numbers = new Map<string, Partial<Style>>();

/** The style of a figure; one object for each number format, which keeps writing quick. */
function numberLook(numFmt: string): Partial<Style> {
  let look = numbers.get(numFmt);
  if (!look) numbers.set(numFmt, (look = { ...body('right'), numFmt }));
  return look;
}

/** A text in a cell; with a span it goes over so many columns. */
export interface TextCell {
  text: string;
  style: Partial<Style>;
  span?: number;
}

/** Writes one sheet from the top: letterhead, titles, header, rows; a row is as tall as its longest text needs. */
export class Page {
  private next = 1;

  /** Titles go over the first `headingColumns`, which should be those of the first printed page. */
  constructor(
    readonly sheet: Worksheet,
    private readonly widths: readonly number[],
    private readonly headingColumns = widths.length,
  ) {
    widths.forEach((width, at) => {
      sheet.getColumn(at + 1).width = width;
    });
  }

  /** The unit's name at the left, then centred lines over the whole width, the first of them as the title. */
  heading(unitName: string, [title = '', ...lines]: readonly string[]): void {
    this.wide(unitName.toLocaleUpperCase('vi'), { ...STYLES.letterhead('left') });
    this.wide(title.toLocaleUpperCase('vi'), STYLES.title, 22);
    for (const line of lines) this.wide(line, STYLES.subtitle);
    this.next += 1;
  }

  /** A text over the columns of the heading. */
  wide(text: string, style: Partial<Style>, linePoints = 16): void {
    const row = this.next++;
    this.merge(row, 1, row, this.headingColumns);
    this.set(row, 1, escaped(text), style);
    const width = this.widthOf(1, this.headingColumns) * (linePoints > 16 ? 0.7 : 0.95);
    this.sheet.getRow(row).height = heightOf([{ text, width }], linePoints);
  }

  /** A band over the whole width of the table, which heads the rows below it. */
  band(text: string): void {
    this.line([{ text, style: LOOKS.band, span: this.widths.length }]);
  }

  /** One row; a text comes with its style, a figure has its own. */
  line(cells: readonly (Written | TextCell)[]): void {
    const row = this.next++;
    const heights: number[] = [];
    let column = 1;
    for (const cell of cells) {
      if ('style' in cell) {
        const span = cell.span ?? 1;
        for (let at = 0; at < span; at++) {
          this.set(row, column + at, at === 0 && cell.text !== '' ? escaped(cell.text) : null, cell.style);
        }
        this.merge(row, column, row, column + span - 1);
        heights.push(heightOfText(cell, this.widthOf(column, span)));
        column += span;
      } else {
        this.set(row, column, cell.value, typeof cell.value === 'number' ? numberLook(cell.numFmt) : body('right'));
        column += 1;
      }
    }
    this.sheet.getRow(row).height = Math.max(19, ...heights);
  }

  /**
   * A header of two rows: a label with parts stands over them, one without is as tall as both; with no parts at all the
   * header is one row. Gives the number of its last row.
   */
  header(labels: readonly { text: string; parts?: readonly string[] }[]): { first: number; last: number } {
    const first = this.next;
    const isTall = labels.some((label) => label.parts);
    const last = isTall ? first + 1 : first;
    this.next = last + 1;
    let column = 1;
    const low = { first: 19, whole: 0 };
    for (const { text, parts } of labels) {
      const span = parts?.length ?? 1;
      // Bold letters are wider.
      const height = heightOf([{ text, width: this.widthOf(column, span) * 0.8 }]);
      if (parts) low.first = Math.max(low.first, height);
      else low.whole = Math.max(low.whole, height);
      for (let at = 0; at < span; at++) {
        this.set(first, column + at, at === 0 ? escaped(text) : null, STYLES.header);
        if (isTall) this.set(last, column + at, parts ? escaped(parts[at] ?? '') : null, STYLES.header);
      }
      if (parts) this.merge(first, column, first, column + span - 1);
      else this.merge(first, column, last, column);
      column += span;
    }
    const second = isTall ? 20 : 0;
    if (isTall) this.sheet.getRow(last).height = second;
    this.sheet.getRow(first).height = Math.max(isTall ? low.first : 36, low.whole - second);
    return { first, last };
  }

  /** Freezes what stands above and left of the figures and makes the sheet ready to print. */
  finish(header: { first: number; last: number }, frozenColumns: number, pagesAcross = 1): void {
    const width = this.widthOf(1, this.headingColumns);
    this.sheet.views = [{ state: 'frozen', xSplit: frozenColumns, ySplit: header.last, showGridLines: false }];
    setUpPrinting(this.sheet, header.first);
    const a3 = 8;
    this.sheet.pageSetup = {
      ...this.sheet.pageSetup,
      fitToWidth: pagesAcross,
      printTitlesRow: `${header.first}:${header.last}`,
      ...(frozenColumns > 0 && pagesAcross > 1 ? { printTitlesColumn: `A:${letter(frozenColumns)}` } : {}),
      // Wider tables would be too small to read on A4.
      ...(width > 170 ? { paperSize: a3 as never } : {}),
    };
  }

  private widthOf(column: number, span: number): number {
    return this.widths.slice(column - 1, column - 1 + span).reduce((sum, one) => sum + one, 0);
  }

  private set(row: number, column: number, value: CellValue, style: Partial<Style>): void {
    const cell = this.sheet.getCell(row, column);
    if (value !== null) cell.value = value;
    cell.style = style;
  }

  private merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.sheet.mergeCells(top, left, bottom, right);
  }
}

/** Small letters need less room both ways. */
function heightOfText({ text, style }: TextCell, width: number): number {
  const isSmall = (style.font?.size ?? FONT.size) < FONT.size;
  return isSmall ? heightOf([{ text, width: width * 1.15 }], 13.5) : heightOf([{ text, width }]);
}

function letter(column: number): string {
  return String.fromCharCode(64 + column);
}
