import { type FormDefinition, unitNamed, wholeOf } from '../../../forms/index.js';
import { fold, unitsOf, type Words } from './field.js';

/** A word that people write for a unit, with the unit's code and the type that a figure of it has. */
interface UnitWord {
  word: string;
  code: string;
  type: string;
}

/** The words of `exchange.definition.unit-words`: `số = unit = number | tỷ đồng = billion_VND = money`. */
function unitWords(words: Words): UnitWord[] {
  return words('unit-words')
    .split('|')
    .map((one) => one.split('=').map((part) => part.trim()))
    .map(([word = '', code = '', type = '']) => ({ word, code, type }));
}

const known = (list: readonly UnitWord[], text: string): UnitWord | undefined =>
  text.trim() === '' ? undefined : list.find(({ word }) => fold(word) === fold(text));

/** The text of a cell of the column «type»: who writes a unit there means the type that its figures have. */
export function typeText(text: string, words: Words): string {
  const unit = known(unitWords(words), text);
  return unit && unit.type !== '' ? words(`type.${unit.type}`) : text;
}

/**
 * The texts of an inserted line of indicators, with what is proposed where a cell was left empty: unit and type follow from each
 * other, its code from the unit, the group from the line above; a part of an indicator is like it. Whoever brings the file sees
 * it and confirms.
 */
export function proposedTexts(
  key: string,
  given: ReadonlyMap<string, string>,
  groupAbove: string | undefined,
  definition: FormDefinition,
  words: Words,
): Map<string, string> {
  const list = unitWords(words);
  const texts = new Map(given);
  const text = (name: string): string => texts.get(name)?.trim() ?? '';
  const propose = (name: string, value: string): void => {
    if (text(name) === '') texts.set(name, value);
  };
  const own = definition.kind === 'indicators' ? wholeOf(key, definition.rows)?.own : undefined;
  if (own) {
    propose('unit.vi', own.unit.vi);
    propose('unit.code', own.unit.code);
    propose('type', words(`type.${own.type}`));
    propose('group', own.group);
  }
  const byType =
    known(list, text('type')) ?? list.find(({ type }) => fold(words(`type.${type}`)) === fold(text('type')));
  propose('unit.vi', (byType ?? list[0]!).word);
  const unit = known(list, text('unit.vi'));
  propose('type', words(`type.${unit?.type ?? 'number'}`));
  propose('unit.code', unit?.code ?? unitNamed(text('unit.vi'), undefined, unitsOf(definition)).code);
  propose('group', groupAbove ?? (definition.kind === 'indicators' ? definition.groups[0]?.key : '') ?? '');
  return texts;
}
