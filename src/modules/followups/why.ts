import { type Locale, type Messages, type Params, plainDate, type PlainDate } from '../shared/index.js';

/** A reason by its code, whose words stand in the catalog as `why.because.<code>`. */
export type Because =
  | {
      code:
        | 'no-superior'
        | 'not-to-itself'
        | 'last-day-over'
        | 'unreached-told'
        | 'said-where-it-stands'
        | 'taken-on'
        | 'promise-runs'
        | 'answered'
        | 'not-delivered';
    }
  | { code: 'takes-its-place' | 'told-of-it' | 'tells-today'; rung: string; time: number };

/** What kept an escalation until a day; its words stand in the catalog as `why.held.<code>`. */
export interface Held {
  code: 'promise' | 'unit-told' | 'superior-late';
  on: PlainDate;
}

/** Why a notice is planned for its day, or is not sent: codes and values, put into words for whoever reads them. */
export type Why =
  | {
      sort: 'rung';
      from: 'opens' | 'last-day' | 'due';
      /** After (negative: before) `on`. */
      days: number;
      working?: true;
      on: PlainDate;
      /** Where it is said again: which time. */
      time?: number;
      movedFrom?: PlainDate;
      skipped?: Because;
      held?: Held;
      /** It was planned for that day. */
      caughtUp?: PlainDate;
    }
  | { sort: 'silence'; hours: number; rung: string; skipped?: Because }
  | { sort: 'no-contact'; rung: string }
  | { sort: 'difficulty' | 'rebaseline'; time: number; on: PlainDate }
  | { sort: 'asked-for'; person: string };

/** How a reader's language says keys of the catalog, rungs and days. */
export interface Words {
  t: (key: string, params?: Params) => string;
  rung: (id: string) => string;
  day: (on: PlainDate) => string;
}

/** The sentence for a ledger or a dry run, such as `3 days before the last day 2027-06-29`. */
export function whyText(why: Why, words: Words): string {
  const { t } = words;
  switch (why.sort) {
    case 'rung': {
      const when = placeText(why, words);
      if (why.skipped) return t('why.skipped', { when, because: becauseText(why.skipped, words) });
      if (why.held)
        return t('why.held', { when, until: t(`why.held.${why.held.code}`, { on: words.day(why.held.on) }) });
      return why.caughtUp === undefined ? when : t('why.caught-up', { when, on: words.day(why.caughtUp) });
    }
    case 'silence': {
      const params = { hours: why.hours, rung: words.rung(why.rung) };
      if (!why.skipped) return t('why.silence', params);
      return t('why.skipped', { when: t('why.silence-when', params), because: becauseText(why.skipped, words) });
    }
    case 'no-contact':
      return t('why.no-contact', { rung: words.rung(why.rung) });
    case 'difficulty':
    case 'rebaseline':
      return t(`why.${why.sort}`, { time: why.time, on: words.day(why.on) });
    case 'asked-for':
      return t('why.asked-for');
  }
}

type OfRung = Extract<Why, { sort: 'rung' }>;

function placeText({ from, days, working, on, time, movedFrom }: OfRung, words: Words): string {
  const { t } = words;
  const count = Math.abs(days);
  const anchor = t(`why.from-${from}`, { on: words.day(on) });
  const distance = t(`why.${working ? 'working-' : ''}day${count === 1 ? '' : 's'}`, { days: count });
  const side = days === 0 ? 'on' : days < 0 ? 'before' : 'after';
  const first = t(`why.${side}`, { distance, anchor });
  const again = time === undefined ? first : t('why.again', { time, when: first });
  return movedFrom === undefined ? again : t('why.moved', { when: again, from: words.day(movedFrom) });
}

function becauseText(because: Because, { t, rung }: Words): string {
  const key = `why.because.${because.code}`;
  if (!('rung' in because)) return t(key);
  const name = rung(because.rung);
  return t(key, { rung: because.time > 1 ? t('why.rung-again', { rung: name, time: because.time }) : name });
}

/** For pages: rungs by their names where they have one, days as the reader writes them. */
export const wordsFor = (messages: Messages, locale: Locale): Words => ({
  t: (key, params) => messages.t(locale, key, params),
  rung: (id) => (messages.has(locale, `rung.${id}`) ? messages.t(locale, `rung.${id}`) : id),
  day: (on) => (locale === 'vi' ? plainDate.vi(on) : on),
});
