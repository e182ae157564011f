import type { Cell, Comment, Fill, Workbook, Worksheet } from 'exceljs';
import { escaped } from '../form-workbook/cell-text.js';
import { heightOf } from '../form-workbook/row-height.js';
import { NOTE_FONT, setUpPrinting, STYLES } from '../form-workbook/sheet-style.js';
import { workbookBytes } from '../form-workbook/workbook-bytes.js';

export interface ToldFault {
  cell: { sheet: string; cell: string } | null;
  text: string;
}

/** The sentences of the list of faults. */
export interface FaultWords {
  sheet: string;
  title: string;
  hint: string;
  none: string;
  sequence: string;
  place: string;
  fault: string;
}

/** Nothing else in a form has this colour: by it the marks of an earlier time are found again. */
const COLOUR = 'FFFFD9D9';
const MARK: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOUR } };
/** Hidden in the corner of the list of faults. */
const MARKER = 'nhip-faults';

/**
 * Writes the faults into a workbook that came back: a coloured cell with a note for each, and a first sheet that lists them
 * with links. Marks of an earlier time are taken away. Answers are not touched.
 */
export async function markFaults(workbook: Workbook, faults: readonly ToldFault[], words: FaultWords): Promise<Buffer> {
  removeMarks(workbook);
  const byCell = Map.groupBy(
    faults.filter((fault) => fault.cell),
    ({ cell }) => JSON.stringify([cell!.sheet, cell!.cell]),
  );
  for (const [place, told] of byCell) {
    const [sheet, address] = JSON.parse(place) as [string, string];
    const cell = workbook.getWorksheet(sheet)?.getCell(address);
    if (cell) mark(cell, told.map((fault) => fault.text).join('\n'));
  }
  writeList(first(workbook, words.sheet), faults, words);
  return workbookBytes(workbook);
}

function mark(cell: Cell, text: string): void {
  cell.style = { ...cell.style, fill: MARK };
  const own = ownNote(cell);
  cell.note = {
    texts: [
      { font: NOTE_FONT, text: own === '' ? text : `${text}\n\n` },
      ...(own === '' ? [] : [{ font: NOTE_FONT, text: own }]),
    ],
    margins: { insetmode: 'auto' },
    editAs: 'oneCells',
  };
}

/** What somebody has noted at the cell, which is kept below the fault. */
function ownNote(cell: Cell): string {
  const note = cell.note as string | Comment | undefined;
  return typeof note === 'string' ? note : (note?.texts ?? []).map((run) => run.text).join('');
}

function removeMarks(workbook: Workbook): void {
  for (const sheet of [...workbook.worksheets]) {
    if (sheet.getCell('A1').text === MARKER) workbook.removeWorksheet(sheet.id);
    else sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, (cell) => unmark(cell)));
  }
}

function unmark(cell: Cell): void {
  const { fill } = cell;
  if (fill?.type !== 'pattern' || fill.fgColor?.argb !== COLOUR) return;
  const { fill: _marked, ...style } = cell.style;
  cell.style = style;
  const [, ...own] = typeof cell.note === 'string' ? [] : ((cell.note as Comment | undefined)?.texts ?? []);
  if (own.length > 0) cell.note = { texts: own };
  else removeNote(cell);
}

/** exceljs has no word for it: the setter would leave an empty note. */
function removeNote(cell: Cell): void {
  (cell as unknown as { _comment?: unknown })._comment = undefined;
  delete (cell.model as { comment?: unknown }).comment;
}

/** A new sheet before all others, and the one that is shown when the file is opened. */
function first(workbook: Workbook, wanted: string): Worksheet {
  let name = wanted;
  for (let at = 2; workbook.getWorksheet(name); at++) name = `${wanted} ${at}`;
  const others = workbook.worksheets;
  const sheet = workbook.addWorksheet(name);
  (sheet as unknown as { orderNo: number }).orderNo = 0;
  others.forEach((one, at) => ((one as unknown as { orderNo: number }).orderNo = at + 1));
  workbook.views = [{ x: 0, y: 0, width: 20_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  // A sheet that nobody has looked at has no views, whatever the types of exceljs say.
  for (const { views } of others as { views: object[] | null }[])
    views?.forEach((view) => delete (view as { tabSelected?: boolean }).tabSelected);
  return sheet;
}

const WIDTHS = [6, 24, 110];

function writeList(sheet: Worksheet, faults: readonly ToldFault[], words: FaultWords): void {
  WIDTHS.forEach((width, at) => (sheet.getColumn(at + 1).width = width));
  sheet.getCell('A1').value = MARKER;
  sheet.getRow(1).hidden = true;
  sheet.mergeCells('A2:C2');
  sheet.mergeCells('A3:C3');
  sheet.getCell('A2').value = words.title;
  sheet.getCell('A2').style = STYLES.title;
  sheet.getRow(2).height = 24;
  sheet.getCell('A3').value = faults.length > 0 ? words.hint : words.none;
  sheet.getCell('A3').style = STYLES.subtitle;
  sheet.getRow(3).height = 20;
  if (faults.length > 0) {
    const header = sheet.getRow(5);
    [words.sequence, words.place, words.fault].forEach((text, at) => {
      header.getCell(at + 1).value = text;
      header.getCell(at + 1).style = STYLES.header;
    });
    header.height = 24;
  }
  faults.forEach((fault, at) => writeFault(sheet, 6 + at, fault, at + 1));
  sheet.views = [{ state: 'frozen', ySplit: 5, showGridLines: false, tabSelected: true } as never];
  setUpPrinting(sheet, 5);
}

function writeFault(sheet: Worksheet, at: number, { cell, text }: ToldFault, number: number): void {
  const row = sheet.getRow(at);
  row.getCell(1).value = number;
  if (cell) {
    const target = `#'${cell.sheet.replaceAll("'", "''")}'!${cell.cell}`;
    row.getCell(2).value = { text: `${cell.sheet}, ${cell.cell}`, hyperlink: target };
  }
  row.getCell(3).value = escaped(text);
  const { header, legend } = STYLES;
  const look = { ...legend, font: { ...legend.font, italic: false }, border: header.border };
  for (const column of [1, 2, 3]) row.getCell(column).style = look;
  if (cell) row.getCell(2).style = { ...look, font: { ...look.font, color: { argb: 'FF1F4E9E' }, underline: true } };
  row.height = heightOf([{ text, width: WIDTHS[2]! }]);
}
