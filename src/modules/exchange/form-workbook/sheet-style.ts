import type { Borders, Fill, Font, Style, Worksheet } from 'exceljs';
import type { CellFormat, SheetCell, SheetColumn, SheetRow } from '../../../forms/index.js';

/** The look of an official Vietnamese table: Times New Roman, thin lines, bold bands for groups. */
const FONT: Partial<Font> = { name: 'Times New Roman', size: 12 };
const LINE = { style: 'thin' } as const;
const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const BAND: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
const COMPUTED: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFAFAF0' } };

export const STYLES = {
  letterhead: (side: 'left' | 'right'): Partial<Style> => ({
    font: { ...FONT, bold: true },
    alignment: { horizontal: side, vertical: 'middle', wrapText: true },
  }),
  title: {
    font: { ...FONT, size: 14, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  },
  subtitle: {
    font: { ...FONT, italic: true },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  },
  header: {
    font: { ...FONT, bold: true },
    border: BOX,
    fill: BAND,
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  },
  legend: {
    font: { ...FONT, size: 11, italic: true },
    alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
  },
  key: { font: { ...FONT, size: 8, color: { argb: 'FF808080' } } },
} satisfies Record<string, Partial<Style> | ((side: 'left' | 'right') => Partial<Style>)>;

type RowLook = Pick<SheetRow, 'kind' | 'indent'>;
type CellLook = Pick<SheetCell, 'role' | 'format'>;

/** Makes the styles of table cells and hands out one object for each look, which keeps writing quick. */
export class CellStyles {
  private readonly made = new Map<string, Partial<Style>>();

  of(row: RowLook, column: SheetColumn, cell: CellLook, numFmt: string): Partial<Style> {
    const parts = [row.kind, row.indent, column.key === 'label', column.key === 'guidance', column.align];
    const look = [...parts, cell.role, cell.format?.kind, numFmt].join('|');
    const known = this.made.get(look);
    if (known) return known;
    const style = makeStyle(row, column, cell, numFmt);
    this.made.set(look, style);
    return style;
  }
}

function makeStyle(row: RowLook, column: SheetColumn, { role, format }: CellLook, numFmt: string): Partial<Style> {
  const isBand = row.kind === 'group' && role === 'locked';
  const horizontal = alignOf(column, format);
  return {
    font: { ...FONT, bold: isBand, italic: row.kind === 'part' || column.key === 'guidance' },
    border: BOX,
    alignment: {
      horizontal,
      vertical: column.key === ':text' ? 'top' : 'middle',
      // A figure too long for its column is made smaller, a text goes on in the next line.
      ...(horizontal === 'right' ? { shrinkToFit: true } : { wrapText: true }),
      ...(column.key === 'label' && row.indent > 0 ? { indent: row.indent } : {}),
    },
    protection: { locked: role !== 'input' },
    ...(numFmt ? { numFmt } : {}),
    ...(role === 'computed' ? { fill: COMPUTED } : isBand ? { fill: BAND } : {}),
  };
}

/** Figures stand to the right, yes and no and choices in the middle, texts to the left, whatever their column. */
function alignOf(column: SheetColumn, format: CellFormat | undefined): 'left' | 'center' | 'right' {
  if (format === undefined) return column.align;
  if (format.kind === 'number') return 'right';
  return format.kind === 'text' ? 'left' : 'center';
}

/** A4 across, as wide as the paper, the header repeated on every page, pages numbered. */
export function setUpPrinting(sheet: Worksheet, headerRow?: number): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headerRow === undefined ? {} : { printTitlesRow: `${headerRow}:${headerRow}` }),
  };
  sheet.headerFooter.oddFooter = '&C&"Times New Roman"&10&P/&N';
}

/** Of the notes at cells. */
export const NOTE_FONT = { name: 'Times New Roman', size: 11 };
