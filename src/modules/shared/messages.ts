import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Locale } from './text.js';

export type Params = Record<string, string | number>;
type Catalog = ReadonlyMap<string, string>;

/** Reads every `config/messages/<locale>/*.yaml` (flat `key: text with {param}`) into one catalog a locale. */
export class Messages {
  private constructor(private readonly catalogs: Record<Locale, Catalog>) {}

  static read(folder: string): Messages {
    return new Messages({ vi: readLocale(path.join(folder, 'vi')), en: readLocale(path.join(folder, 'en')) });
  }

  has(locale: Locale, key: string): boolean {
    return this.catalogs[locale].has(key);
  }

  keys(locale: Locale): string[] {
    return [...this.catalogs[locale].keys()];
  }

  /** The text of `key` in `locale` (else Vietnamese) with `{name}` replaced; a missing key shows itself, so that nobody is left with silence. */
  t(locale: Locale, key: string, params: Params = {}): string {
    const text = this.catalogs[locale].get(key) ?? this.catalogs.vi.get(key) ?? key;
    return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
  }
}

function readLocale(folder: string): Catalog {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const parsed: unknown = parse(readFileSync(path.join(folder, file), 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) continue;
    for (const [key, text] of Object.entries(parsed)) {
      if (typeof text !== 'string') throw new Error(`${file}: the text of "${key}" must be a string`);
      if (texts.has(key)) throw new Error(`${file}: "${key}" stands in two message catalogs`);
      texts.set(key, text.normalize('NFC').replace(/\n$/, ''));
    }
  }
  return texts;
}

/** Token under which the message catalogs are injected. */
export const MESSAGES = Symbol('messages');
