// npm run -s understand < answers.csv > meanings.csv: what typed answers mean, with no bot around.
import { CsvError, parse } from 'csv-parse';
import { once } from 'node:events';
import { askedInTable, meantInTable, understand } from '../forms/index.js';
import { plainDate, SystemClock } from '../modules/shared/index.js';

const COLUMNS = ['id', 'field', 'context', 'input'] as const;
const USAGE = `Use: npm run -s understand < answers.csv, with the columns ${COLUMNS.join(',')}`;
/** A row of more characters is no row: most likely a quotation mark was never closed. */
const LONGEST_ROW = 1_000_000;
/** So many characters are gathered before they are written. */
const GATHERED = 65_536;

// A reader such as `head` may stop before the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await run();

/**
 * Reads answers from standard input (CSV in UTF-8; further columns are passed over) and writes `id,outcome,value,options`
 * row by row. A row that cannot be put to the parsers has the outcome `error` and says why. 0 when every row was answered,
 * 1 when the rows end in something that is no CSV, 2 when there is nothing to read.
 */
async function run(): Promise<number> {
  if (process.stdin.isTTY) return refuse(2, USAGE);
  const today = plainDate.today(new SystemClock().now(), 'Asia/Ho_Chi_Minh');
  const rows = process.stdin.pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW }),
  );
  let columns: Record<(typeof COLUMNS)[number], number> | undefined;
  let gathered = csvLine(['id', 'outcome', 'value', 'options']);
  try {
    for await (const row of rows as AsyncIterable<string[]>) {
      if (!columns) {
        const names = row.map((name) => name.trim().toLowerCase());
        const missing = COLUMNS.filter((name) => !names.includes(name));
        if (missing.length > 0) return refuse(2, `The first row lacks ${missing.join(', ')}. ${USAGE}`);
        columns = { id: 0, field: 0, context: 0, input: 0 };
        for (const name of COLUMNS) columns[name] = names.indexOf(name);
        continue;
      }
      gathered += answerTo(row, columns, today);
      if (gathered.length < GATHERED) continue;
      await write(gathered);
      gathered = '';
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    await write(gathered);
    return refuse(1, `From here on this is no CSV: ${error.message}`);
  }
  if (!columns) return refuse(2, `There is nothing to read. ${USAGE}`);
  await write(gathered);
  return 0;
}

function answerTo(row: readonly string[], at: Record<(typeof COLUMNS)[number], number>, today: string): string {
  const [id = '', field, context, input] = COLUMNS.map((name) => row[at[name]]);
  if (field === undefined || context === undefined || input === undefined)
    return csvLine([id, 'error', `${row.length} cells are too few`, '']);
  const asked = askedInTable(field, context, today);
  if (typeof asked === 'string') return csvLine([id, 'error', asked, '']);
  const meant = meantInTable(understand(asked.field, input, asked.context));
  return csvLine([id, meant.outcome, meant.value, meant.options.join('|')]);
}

function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\n`;
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function refuse(code: number, sentence: string): number {
  console.error(sentence);
  return code;
}
