import { canonical } from '../../answers/decimal.js';

/** Why words were not understood, and where. */
export type RuleFault = 'rule-unread' | 'rule-name' | 'rule-ambiguous' | 'rule-value';

export class RuleProblem extends Error {
  constructor(
    readonly code: RuleFault,
    /** What stands where reading stopped, or the name that means nothing. */
    readonly at: string,
  ) {
    super(code);
  }
}

const QUOTES: Readonly<Record<string, string>> = { '«': '»', '“': '”', '"': '"' };
/** Parentheses in parentheses; nobody writes more by hand. */
const MOST_DEPTH = 40;

/** A place in a text that is read from left to right; every method takes what it finds, or nothing and stays. */
export class Cursor {
  private readonly text: string;
  private readonly lower: string;
  private at = 0;
  private furthest = 0;
  private depth = 0;

  constructor(
    text: string,
    private readonly locale: 'vi' | 'en',
  ) {
    this.text = text.normalize('NFC').replace(/\s+/g, ' ').trim();
    this.lower = this.text.toLowerCase();
  }

  get isAtEnd(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }

  /** One of the signs, or a word that ends here: «là» is not the beginning of «làm». */
  take(literal: string): boolean {
    this.skip();
    const wanted = literal.trim().toLowerCase();
    if (!this.lower.startsWith(wanted, this.at)) return false;
    const end = this.at + wanted.length;
    if (/\p{L}$/u.test(wanted) && /^\p{L}/u.test(this.text.slice(end, end + 1))) return false;
    this.go(end);
    return true;
  }

  /** What stands in quotation marks. */
  quoted(): string | undefined {
    this.skip();
    const close = QUOTES[this.text.charAt(this.at)];
    const end = close === undefined ? -1 : this.text.indexOf(close, this.at + 1);
    if (end < 0) return undefined;
    const name = this.text.slice(this.at + 1, end);
    this.go(end + 1);
    return name.trim();
  }

  /** A number in the reader's notation, as a canonical decimal. */
  number(): string | undefined {
    this.skip();
    const [typed = ''] = /^-?\d+([.,]\d+)*/.exec(this.text.slice(this.at, this.at + 60)) ?? [];
    const [group, point] = this.locale === 'en' ? [',', '.'] : ['.', ','];
    const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})*(\\${point}\\d+)?$`);
    const plain = new RegExp(`^-?\\d+(\\${point}\\d+)?$`);
    if (!grouped.test(typed) && !plain.test(typed)) return undefined;
    const number = canonical(typed.replaceAll(group, '').replace(point, '.'));
    if (number !== undefined) this.go(this.at + typed.length);
    return number;
  }

  /** `1/7/2027` as a kept day; whether there is such a day is for others to say. */
  day(): string | undefined {
    this.skip();
    const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(this.text.slice(this.at, this.at + 12));
    if (!found) return undefined;
    this.go(this.at + found[0].length);
    return `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}`;
  }

  /** What `read` finds; where that is nothing the cursor stands where it stood. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const { at, depth } = this;
    const found = read();
    if (found === undefined) [this.at, this.depth] = [at, depth];
    return found;
  }

  /** What `read` finds between parentheses. */
  inside<T>(read: () => T | undefined): T | undefined {
    if (this.depth >= MOST_DEPTH) return undefined;
    return this.attempt(() => {
      if (!this.take('(')) return undefined;
      this.depth += 1;
      const found = read();
      if (found === undefined || !this.take(')')) return undefined;
      this.depth -= 1;
      return found;
    });
  }

  /** That what stands at the furthest place that was reached means nothing. */
  unread(): RuleProblem {
    return new RuleProblem('rule-unread', this.text.slice(this.furthest).trim().slice(0, 60));
  }

  private skip(): void {
    while (this.text.charAt(this.at) === ' ') this.at += 1;
  }

  private go(to: number): void {
    this.at = to;
    this.furthest = Math.max(this.furthest, to);
  }
}
