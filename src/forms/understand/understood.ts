import { formatEn } from '../answers/decimal.js';

/**
 * Why an answer was understood as it was. The text is the message `understand.<code>`; numbers among the parameters stand
 * in Vietnamese notation (`1.234,5`) and days as `DD/MM/YYYY`, ready for the Vietnamese text.
 */
export interface Reason {
  code: string;
  params?: Record<string, string>;
}

/** Absence of a figure is no figure: neither of the two is zero. */
export type Absence = 'no_data' | 'not_applicable';

/**
 * What a typed answer means.
 * - `ok`: one reading; take it. `confirm`: likely; show it back first. Values are canonical: a decimal string
 *   (`-1234.5`), an ISO day, a boolean, a state (`done`, `in_progress`, `not_started`, `blocked`) or the text.
 * - `ask`: two or more readings, the likeliest first (also `no_data`, `not_applicable`); one when it is no more than a
 *   guess; none when the question has to be put again in other words.
 * - `state`: there is no figure, `rest` is what was typed after that (a reason, a day), in NFC.
 * - `invalid`: cannot be taken; the reason says what to do.
 */
export type Understood =
  | { outcome: 'ok' | 'confirm'; value: string | boolean; because?: Reason }
  | { outcome: 'ask'; options: (string | boolean)[]; because: Reason }
  | { outcome: 'state'; state: Absence; rest?: string }
  | { outcome: 'invalid'; because: Reason };

export function reason(code: string, params?: Record<string, string>): Reason {
  return params ? { code, params } : { code };
}

export function ok(value: string | boolean, because?: Reason): Understood {
  return because ? { outcome: 'ok', value, because } : { outcome: 'ok', value };
}

export function confirm(value: string | boolean, because: Reason): Understood {
  return { outcome: 'confirm', value, because };
}

export function ask(options: (string | boolean)[], because: Reason): Understood {
  return { outcome: 'ask', options: [...new Set(options)], because };
}

export function invalid(code: string, params?: Record<string, string>): Understood {
  return { outcome: 'invalid', because: reason(code, params) };
}

/** The same answer, trusted no further than `confirm`: for what was read through a layer of guessing. */
export function atMostConfirm(understood: Understood, because: Reason): Understood {
  if (understood.outcome === 'ok') return confirm(understood.value, because);
  return understood.outcome === 'state' ? ask([understood.state], because) : understood;
}

/** Parameters that are always numbers, never words that someone typed. */
const NUMBERS = new Set(['value', 'a', 'b', 'numbers', 'min', 'max', 'last']);

/** The parameters of a reason for a text in `locale`: numbers are written as its readers write them. */
export function reasonParams(because: Reason, locale: 'vi' | 'en'): Record<string, string> {
  const params = because.params ?? {};
  if (locale === 'vi') return params;
  const respell = (text: string) =>
    /^-?[\d.]+(,\d+)?$/.test(text) ? formatEn(text.replaceAll('.', '').replace(',', '.')) : text;
  return Object.fromEntries(
    Object.entries(params).map(([key, text]) => [
      key,
      NUMBERS.has(key) ? text.split('; ').map(respell).join('; ') : text,
    ]),
  );
}
