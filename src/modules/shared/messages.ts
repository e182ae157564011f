import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { describeFault, type Fault } from './fault.js';
import { StartupProblem } from './startup-problem.js';
import type { Locale } from './text.js';

export type Params = Record<string, string | number>;
type Catalog = ReadonlyMap<string, string>;

/** A text that admins worded anew; without a text the catalog's own counts again. */
export interface Reworded {
  locale: Locale;
  key: string;
  text: string | null;
  /** Since when. */
  at: Date;
  /** Whether messages that were planned before say it too. */
  toPlanned: boolean;
}

/** The names in braces that a text has filled in, each once. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name!))];
}

/** `text` with `{name}` replaced; a name that nobody gave stays as it is. */
export function fillIn(text: string, params: Params): string {
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/**
 * Every `config/messages/<locale>/*.yaml` (flat `key: text with {param}`) as one catalog a locale, and over it what admins
 * worded anew.
 */
export class Messages {
  /** `<locale> <key>` → its versions, the newest first. */
  private reworded: ReadonlyMap<string, Reworded[]> = new Map();

  private constructor(private readonly catalogs: Record<Locale, Catalog>) {}

  /** @throws StartupProblem that names every fault by file and row */
  static read(folder: string): Messages {
    return new Messages(catalogsOf(folder));
  }

  /** Replaces everything that was worded anew; in any order. */
  reword(all: readonly Reworded[]): void {
    const newestFirst = [...all].sort((a, b) => b.at.getTime() - a.at.getTime());
    this.reworded = Map.groupBy(newestFirst, (one) => `${one.locale} ${one.key}`);
  }

  has(locale: Locale, key: string): boolean {
    return this.textOf(locale, key) !== undefined;
  }

  /** Keys of the catalog and of texts that admins added. */
  keys(locale: Locale): string[] {
    const added = [...this.reworded.values()].flatMap(([newest]) =>
      newest?.locale === locale && newest.text !== null ? newest.key : [],
    );
    return [...new Set([...this.catalogs[locale].keys(), ...added])];
  }

  /** The text of the catalog, whatever admins made of it. */
  inCatalog(locale: Locale, key: string): string | undefined {
    return this.catalogs[locale].get(key);
  }

  /**
   * The text of `key` in `locale` (else Vietnamese) with `{name}` replaced; a missing key shows itself, so that nobody is left with
   * silence. For a message planned at `plannedAt` as it was worded then, but for changes that are meant for what was planned.
   */
  t(locale: Locale, key: string, params: Params = {}, plannedAt?: Date): string {
    return fillIn(this.textOf(locale, key, plannedAt) ?? this.textOf('vi', key, plannedAt) ?? key, params);
  }

  private textOf(locale: Locale, key: string, plannedAt?: Date): string | undefined {
    const versions = this.reworded.get(`${locale} ${key}`);
    const version = versions?.find(({ at, toPlanned }) => plannedAt === undefined || toPlanned || at <= plannedAt);
    return version?.text ?? this.catalogs[locale].get(key);
  }
}

/** What was read of a folder once: the files do not change under a running program, and a start reads them twice. */
const read = new Map<string, Record<Locale, Catalog>>();

function catalogsOf(folder: string): Record<Locale, Catalog> {
  const faults: Fault[] = [];
  const known = read.get(folder) ?? { vi: readLocale(folder, 'vi', faults), en: readLocale(folder, 'en', faults) };
  if (faults.length > 0) {
    throw new StartupProblem(
      'Tệp lời nhắn trong config/messages có lỗi, đề nghị sửa rồi khởi động lại / the message catalogs have faults:\n  ' +
        faults.map(describeFault).join('\n  '),
    );
  }
  read.set(folder, known);
  return known;
}

function readLocale(folder: string, locale: Locale, faults: Fault[]): Catalog {
  const texts = new Map<string, string>();
  for (const file of readdirSync(path.join(folder, locale)).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const wrong = (row: number | string, reason: string) => faults.push({ file: `${locale}/${file}`, row, reason });
    const document = parseDocument(readFileSync(path.join(folder, locale, file), 'utf8'));
    for (const error of document.errors) wrong(error.linePos?.[0].line ?? 1, error.message.split('\n')[0]!);
    if (document.errors.length > 0) continue;
    const parsed: unknown = document.toJS();
    if (typeof parsed !== 'object' || parsed === null) continue;
    for (const [key, text] of Object.entries(parsed)) {
      if (typeof text !== 'string') wrong(key, 'phải là một chuỗi chữ / must be a string');
      else if (texts.has(key)) wrong(key, 'đã có trong tệp khác / stands in another catalog');
      else texts.set(key, text.normalize('NFC').replace(/\n$/, ''));
    }
  }
  return texts;
}

/** Token under which the message catalogs are injected. */
export const MESSAGES = Symbol('messages');
