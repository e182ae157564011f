import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Fault } from './fault.js';

/** A row of a CSV file with the line it stands on (1 = the header). */
export interface Line<T> {
  line: number;
  value: T;
}

/**
 * A folder of CSV and YAML files. What cannot be read becomes a fault instead of an exception, so that a whole folder can be
 * read to its end and everything wrong in it told at once. Text that is not in Unicode NFC is a fault, and is read as NFC.
 */
export class DataFolder {
  readonly faults: Fault[] = [];
  /** How many rows each CSV file has, those left out included. */
  readonly linesOf = new Map<string, number>();

  constructor(readonly dir: string) {}

  fault(file: string, row: number | string, reason: string): void {
    this.faults.push({ file, row, reason });
  }

  has(file: string): boolean {
    return existsSync(path.join(this.dir, file));
  }

  /**
   * The rows of a CSV file whose columns are the keys of `schema` (an optional key is a column that may be absent); rows that
   * do not fit are left out with a fault. Columns in `unread` may stand there too and are passed by.
   */
  csv<S extends z.ZodObject>(file: string, schema: S, unread: readonly string[] = []): Line<z.output<S>>[] {
    const text = this.text(file);
    if (text === undefined) return [];
    const records = this.records(file, text);
    const header = records.shift()?.cells ?? [];
    const problem = headerProblem(header, schema.shape, unread);
    if (problem) {
      this.fault(file, 1, problem);
      return [];
    }
    this.linesOf.set(file, records.length);
    return records.flatMap(({ line, cells }) => {
      if (cells.length !== header.length) {
        this.fault(file, line, `has ${cells.length} cells, the header has ${header.length}`);
        return [];
      }
      const raw = Object.fromEntries(header.map((name, at) => [name, cells[at]!.normalize('NFC')]));
      for (const [at, name] of header.entries()) {
        if (cells[at] !== raw[name]) this.fault(file, line, `"${name}" is not in Unicode NFC`);
      }
      for (const name of unread) delete raw[name];
      const read = schema.safeParse(raw);
      if (read.success) return [{ line, value: read.data }];
      for (const issue of read.error.issues) this.fault(file, line, sentence(issue.path, issue.message));
      return [];
    });
  }

  /** The content of a YAML file, or undefined with faults named by the path of the key. */
  yaml<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    for (const [at, line] of text.split('\n').entries()) {
      if (line !== line.normalize('NFC')) this.fault(file, at + 1, 'is not in Unicode NFC');
    }
    const document = parseDocument(text.normalize('NFC'));
    for (const error of document.errors) {
      this.fault(file, error.linePos?.[0].line ?? 1, `is not YAML: ${error.message.split('\n')[0]}`);
    }
    if (document.errors.length > 0) return undefined;
    const read = schema.safeParse(document.toJS());
    if (read.success) return read.data;
    for (const issue of read.error.issues) this.fault(file, pathOf(issue.path) || '(top)', issue.message);
    return undefined;
  }

  private text(file: string): string | undefined {
    try {
      const bytes = readFileSync(path.join(this.dir, file));
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT') this.fault(file, 1, 'is missing');
      else if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') this.fault(file, 1, 'is not text in UTF-8');
      else this.fault(file, 1, `cannot be read: ${code ?? String(error)}`);
      return undefined;
    }
  }

  private records(file: string, text: string): { line: number; cells: string[] }[] {
    try {
      const read = parse(text, { info: true, relax_column_count: true, skip_empty_lines: true });
      return (read as unknown as { info: Info; record: string[] }[]).map(({ info, record }) => ({
        line: info.lines,
        cells: record,
      }));
    } catch (error) {
      const { lines, message } = error as CsvError & { lines?: number };
      this.fault(file, lines ?? 1, `is not CSV: ${message}`);
      return [];
    }
  }
}

function headerProblem(
  header: readonly string[],
  columns: Readonly<Record<string, z.core.$ZodType>>,
  unread: readonly string[],
): string | undefined {
  const missing = Object.keys(columns).filter((name) => !header.includes(name) && !mayBeAbsent(columns[name]!));
  const unknown = header.filter((name) => !(name in columns) && !unread.includes(name));
  const parts = [
    ...(missing.length > 0 ? [`lacks the column ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`has the unknown column ${unknown.join(', ')}`] : []),
    ...(new Set(header).size < header.length ? ['has a column twice'] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : undefined;
}

const mayBeAbsent = (column: z.core.$ZodType): boolean => z.safeParse(column, undefined).success;

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const sentence = (path: readonly PropertyKey[], message: string): string =>
  path.length > 0 ? `"${pathOf(path)}": ${message}` : message;
