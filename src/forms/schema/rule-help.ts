import type { FormDefinition } from '../definition/definition.js';
import type { Condition, Formula } from '../formula/formula.js';
import { formulaNames } from '../formula/names.js';
import { conditionInWords, formulaInWords, type FormulaReader } from '../formula/words.js';
import type { SchemaOptions } from './schema-options.js';

/** Who reads the rules of a form beside its fields; undefined where there are no words to say them in. */
export function ruleReader(
  definition: FormDefinition,
  { words, reportYear }: SchemaOptions,
): FormulaReader | undefined {
  return words && { names: formulaNames(definition, 'vi', reportYear), words, locale: 'vi' };
}

/**
 * What a field waits for and how it is worked out. A schema cannot ask for that: an answer that is there stays when it is
 * asked for no more, and figures are compared exactly, which JSON Schema does not do.
 */
export function ruleHelp(
  { visibleWhen, computed }: { visibleWhen?: Condition; computed?: Formula },
  reader: FormulaReader | undefined,
): string[] {
  if (!reader) return [];
  return [
    ...(visibleWhen ? [reader.words('asked-when', { condition: conditionInWords(visibleWhen, reader) })] : []),
    ...(computed ? [formulaInWords(computed, reader)] : []),
  ];
}
