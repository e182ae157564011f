import { Inject, Injectable } from '@nestjs/common';
import {
  type Carry,
  decimal,
  type Difference,
  differenceMessage,
  differencesBetween,
  type Fault,
  type FormDefinition,
  formatEn,
  formatVi,
  type Issue,
  messageOf,
  type Refusal,
  summaryMessage,
} from '../../forms/index.js';
import { type Locale, MESSAGES, type Messages } from '../shared/index.js';

/** Parameters of faults that are figures; all others are names and codes. */
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

  t(locale: Locale, key: string, params: Record<string, string | number> = {}): string {
    return this.messages.t(locale, key, params);
  }

  differences(before: FormDefinition, after: FormDefinition, locale: Locale): { differences: Said[]; summary: string } {
    const found = differencesBetween(before, after);
    return {
      differences: found.map((one) => {
        const { key, params } = differenceMessage(one, locale);
        return {
          text: this.messages.t(locale, key, params),
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
      .map(({ key, params }) => this.messages.t(locale, key, params))
      .join(', ');
  }

  fault(fault: Fault, locale: Locale): Fault & { text: string } {
    const write = locale === 'en' ? formatEn : formatVi;
    const params = Object.fromEntries(
      Object.entries(fault.params).map(([name, value]) => [
        name,
        BOUNDS.has(name) && decimal.isCanonical(value) ? write(value) : value,
      ]),
    );
    return { ...fault, text: this.messages.t(locale, `definitions.fault.${fault.code}`, params) };
  }

  refusal(refusal: Refusal, locale: Locale): string {
    return this.messages.t(locale, `definitions.refusal.${refusal.code}`);
  }

  carry(carry: Carry, labelOf: (list: string, key: string) => string, locale: Locale): string {
    const name = labelOf(carry.list, carry.do === 'rename' ? carry.from : carry.key);
    switch (carry.do) {
      case 'rename':
        return carry.to === null
          ? this.messages.t(locale, 'definitions.carry.aside', { name })
          : this.messages.t(locale, carry.to === carry.from ? 'definitions.carry.same' : 'definitions.carry.rename', {
              name,
              to: labelOf(carry.list, carry.to),
            });
      case 'scale':
        // By one: only rounded, or a change of unit whose factor the engine does not know.
        if (carry.factor === '1') return this.messages.t(locale, 'definitions.carry.keep-figures', { name });
        return this.messages.t(locale, 'definitions.carry.scale', {
          name,
          factor: locale === 'vi' ? formatVi(carry.factor) : formatEn(carry.factor),
        });
      case 'choices':
        return this.messages.t(locale, 'definitions.carry.choices', { name, count: Object.keys(carry.map).length });
    }
  }

  issue(issue: Issue, locale: Locale): string {
    const { key, params } = messageOf(issue, locale);
    return this.messages.t(locale, key, params);
  }
}
