import type { FormDefinition } from '../../../forms/index.js';
import { fold as plain } from '../../shared/index.js';
import { fold, type Member, type Words } from './field.js';

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
 * other, its code from the unit, the group from the line above. Whoever brings the file sees it and confirms.
 */
export function proposedTexts(
  given: ReadonlyMap<string, string>,
  above: Member | undefined,
  definition: FormDefinition,
  words: Words,
): Map<string, string> {
  const list = unitWords(words);
  const texts = new Map(given);
  const text = (name: string): string => texts.get(name)?.trim() ?? '';
  const propose = (name: string, value: string): void => {
    if (text(name) === '') texts.set(name, value);
  };
  const byType =
    known(list, text('type')) ?? list.find(({ type }) => fold(words(`type.${type}`)) === fold(text('type')));
  propose('unit.vi', (byType ?? list[0]!).word);
  const unit = known(list, text('unit.vi'));
  propose('type', words(`type.${unit?.type ?? 'number'}`));
  const rows = definition.kind === 'indicators' ? definition.rows : [];
  const used = rows.find((row) => fold(row.unit.vi) === fold(text('unit.vi')))?.unit.code;
  propose('unit.code', used ?? unit?.code ?? codeFrom(text('unit.vi')));
  propose(
    'group',
    String(above?.['group'] ?? (definition.kind === 'indicators' ? definition.groups[0]?.key : '') ?? ''),
  );
  return texts;
}

function codeFrom(unit: string): string {
  const code = plain(unit)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return code === '' ? 'unit' : code;
}
