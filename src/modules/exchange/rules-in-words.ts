import {
  type Condition,
  conditionInWords,
  type Formula,
  formulaInWords,
  formulaNames,
  type FormDefinition,
  type FormWords,
  type LocalText,
} from '../../forms/index.js';
import { inLocale, type Locale, type Messages } from '../shared/index.js';

/** Every formula, condition and check of a form as a line to be read: what it belongs to, and what it says. */
export function rulesInWords(definition: FormDefinition, locale: Locale, messages: Messages) {
  const words: FormWords = (word, params) => messages.t(locale, `forms.word.${word}`, params);
  const reader = { names: formulaNames(definition, locale), words, locale };
  const t = (key: string, params: Record<string, string>) =>
    messages.t(locale, `exchange.definition.rule.${key}`, params);
  const ofMembers = membersOf(definition).flatMap(({ label, computed, visibleWhen, jump }) => {
    const name = inLocale(label, locale);
    return [
      ...(computed ? [{ name, text: formulaInWords(computed, reader) }] : []),
      ...(visibleWhen ? [{ name, text: t('visible-when', { condition: conditionInWords(visibleWhen, reader) }) }] : []),
      ...(jump ? [{ name, text: t('jump', { jump }) }] : []),
    ];
  });
  const checks = (definition.checks ?? []).map(({ level, holds, message }) => ({
    name: inLocale(message, locale),
    text: t(level, { condition: conditionInWords(holds, reader) }),
  }));
  return [...ofMembers, ...checks];
}

interface Ruled {
  label: LocalText;
  computed?: Formula;
  visibleWhen?: Condition;
  jump?: string;
}

function membersOf(definition: FormDefinition): Ruled[] {
  switch (definition.kind) {
    case 'indicators':
      return definition.rows;
    case 'records':
      // A computed column is a rule over columns, which the sheet of columns cannot show either.
      return definition.columns.map(({ label, visibleWhen }) => ({ label, visibleWhen }));
    case 'short':
      return definition.questions;
    case 'outline':
      return [];
  }
}
