import type { Borders, Fill, Font, Style, Worksheet } from 'exceljs';
import type { CellRole, SheetColumn, SheetRow } from '../../../forms/index.js';

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

/** Makes the styles of table cells and hands out one object for each look, which keeps writing quick. */
export class CellStyles {
  private readonly made = new Map<string, Partial<Style>>();

  of(row: Pick<SheetRow, 'kind' | 'indent'>, column: SheetColumn, role: CellRole, numFmt: string): Partial<Style> {
    const look = [row.kind, row.indent, column.key === 'label', column.align, role, numFmt].join('|');
    const known = this.made.get(look);
    if (known) return known;
    const style = makeStyle(row, column, role, numFmt);
    this.made.set(look, style);
    return style;
  }
}

function makeStyle(
  row: Pick<SheetRow, 'kind' | 'indent'>,
  column: SheetColumn,
  role: CellRole,
  numFmt: string,
): Partial<Style> {
  const isGroup = row.kind === 'group';
  return {
    font: { ...FONT, bold: isGroup && role === 'locked', italic: row.kind === 'part' || column.key === 'guidance' },
    border: BOX,
    alignment: {
      horizontal: column.align,
      vertical: 'middle',
      wrapText: column.align !== 'right',
      ...(column.key === 'label' && row.indent > 0 ? { indent: row.indent } : {}),
    },
    protection: { locked: role !== 'input' },
    ...(numFmt ? { numFmt } : {}),
    ...(role === 'computed' ? { fill: COMPUTED } : isGroup && role === 'locked' ? { fill: BAND } : {}),
  };
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
