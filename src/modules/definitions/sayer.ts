import { Inject, Injectable } from '@nestjs/common';
import {
  type Carry,
  decimal,
  type Difference,
  type DifferenceReader,
  differencesBetween,
  differenceTeller,
  type Fault,
  fillYears,
  type FormDefinition,
  formatEn,
  formatVi,
  dayText,
  type Issue,
  messageOf,
  type Refusal,
  summaryMessage,
} from '../../forms/index.js';
import { inLocale, type Locale, MESSAGES, type Messages } from '../shared/index.js';
import type { Audience } from '../units/index.js';

/** Parameters of faults that are figures or days; all others are names and codes. */
const BOUNDS: ReadonlySet<string> = new Set(['min', 'max', 'most']);

/** A sentence about a place in a form. */
export interface Said {
  text: string;
  effect?: Difference['effect'];
  list?: string;
  key?: string;
  field?: string;
}

/** Puts what the form engine finds into sentences of the message catalogs. */
@Injectable()
export class Sayer {
  constructor(@Inject(MESSAGES) private readonly messages: Messages) {}

  /** A sentence about a form, which belongs to no year: `{N+1}` in a name of its own reads N+1. */
  t(locale: Locale, key: string, params: Record<string, string | number> = {}): string {
    return fillYears(this.messages.t(locale, key, params));
  }

  /** `audiences` name the units that rows apply to (`SurroundingsService.audiences`). */
  differences(
    before: FormDefinition,
    after: FormDefinition,
    locale: Locale,
    audiences: readonly Audience[],
  ): { differences: Said[]; summary: string } {
    const found = differencesBetween(before, after);
    const tell = differenceTeller(before, after, this.reader(locale, audiences));
    return {
      differences: found.map((one) => {
        const { key, params } = tell(one);
        return {
          text: this.t(locale, key, params),
          effect: one.effect,
          list: one.list,
          key: one.key,
          field: one.field,
        };
      }),
      summary: this.summary(found, locale),
    };
  }

  summary(differences: readonly Difference[], locale: Locale): string {
    return summaryMessage(differences)
      .map(({ key, params }) => this.t(locale, key, params))
      .join(', ');
  }

  private reader(locale: Locale, audiences: readonly Audience[]): DifferenceReader {
    return {
      locale,
      words: (word, params) => this.messages.t(locale, `forms.word.${word}`, params),
      value: (name, params) => this.messages.t(locale, `definitions.value.${name}`, params),
      audience: (trait) => this.audience(trait, locale, audiences),
    };
  }

  /** What the units of a trait are called; a trait without a name by itself. */
  private audience(trait: string, locale: Locale, audiences: readonly Audience[]): string {
    if (trait === 'all') return this.messages.t(locale, 'definitions.value.applies-to.all');
    const found = audiences.find(({ code }) => code === trait);
    return found ? inLocale(found.title, locale) : trait;
  }

  fault(fault: Fault, locale: Locale): Fault & { text: string } {
    const write = locale === 'en' ? formatEn : formatVi;
    const figure = (value: string): string => (decimal.isCanonical(value) ? write(value) : dayText(value));
    const params = Object.fromEntries(
      Object.entries(fault.params).map(([name, value]) => [name, BOUNDS.has(name) ? figure(value) : value]),
    );
    return { ...fault, text: this.t(locale, `definitions.fault.${fault.code}`, params) };
  }

  refusal(refusal: Refusal, locale: Locale): string {
    return this.t(locale, `definitions.refusal.${refusal.code}`);
  }

  carry(carry: Carry, labelOf: (list: string, key: string) => string, locale: Locale): string {
    const name = labelOf(carry.list, carry.do === 'rename' ? carry.from : carry.key);
    switch (carry.do) {
      case 'rename':
        return carry.to === null
          ? this.t(locale, 'definitions.carry.aside', { name })
          : this.t(locale, carry.to === carry.from ? 'definitions.carry.same' : 'definitions.carry.rename', {
              name,
              to: labelOf(carry.list, carry.to),
            });
      case 'scale':
        // By one: only rounded, or a change of unit whose factor the engine does not know.
        if (carry.factor === '1') return this.t(locale, 'definitions.carry.keep-figures', { name });
        return this.t(locale, 'definitions.carry.scale', {
          name,
          factor: locale === 'vi' ? formatVi(carry.factor) : formatEn(carry.factor),
        });
      case 'choices':
        return this.t(locale, 'definitions.carry.choices', { name, count: Object.keys(carry.map).length });
    }
  }

  issue(issue: Issue, locale: Locale): string {
    const { key, params } = messageOf(issue, locale);
    return this.t(locale, key, params);
  }
}
