import type { Check, Comparison, Condition, Formula, Item } from './forms';
import { conditionInWords, type FormulaWords } from './formula-words';
import type { Names } from './names';
import type { Notation } from './number';

/** The three checks that are wanted most, each said with one choice. */
export type Recipe =
  | { sort: 'against'; by: Comparison; other: string }
  | { sort: 'sum'; parts: string[] }
  | { sort: 'between'; min?: string; max?: string };

/** How a check points at the member it stands at. */
export const pointAt = (list: 'rows' | 'columns' | 'questions', key: string): Formula =>
  list === 'rows' ? { op: 'cell', row: key } : { op: 'column', column: key };

/** What must hold of the member `key`. */
export function conditionOf(recipe: Recipe, list: 'rows' | 'columns' | 'questions', key: string): Condition {
  const own = pointAt(list, key);
  switch (recipe.sort) {
    case 'against':
      return { op: 'compare', a: own, by: recipe.by, b: pointAt(list, recipe.other) };
    case 'sum':
      return { op: 'compare', a: { op: 'sum', of: recipe.parts.map((part) => pointAt(list, part)) }, by: '=', b: own };
    case 'between': {
      const bounds: Condition[] = [];
      if (recipe.min !== undefined)
        bounds.push({ op: 'compare', a: own, by: '>=', b: { op: 'number', value: recipe.min } });
      if (recipe.max !== undefined)
        bounds.push({ op: 'compare', a: own, by: '<=', b: { op: 'number', value: recipe.max } });
      return bounds.length === 1 ? bounds[0]! : { op: 'and', of: bounds };
    }
  }
}

/** The check of a recipe as a new member; its message says in both languages what must hold. */
export function checkOf(
  recipe: Recipe,
  given: { list: 'rows' | 'columns' | 'questions'; member: Item; level: Check['level']; key: string },
  speakers: Record<'vi' | 'en', { names: Names; words: FormulaWords; mustHold: (said: string) => string }>,
): Item {
  const { list, member, level, key } = given;
  const holds = conditionOf(recipe, list, member.key);
  const say = (notation: Notation) => {
    const { names, words, mustHold } = speakers[notation];
    return mustHold(conditionInWords(holds, names, words, notation));
  };
  const place = list === 'rows' ? { row: member.key } : { column: member.key };
  return { key, level, ...place, holds, message: { vi: say('vi'), en: say('en') } } as unknown as Item;
}

/** The breakdown rows of a row: what its sum is most likely made of. */
export const partsOf = (rows: readonly Item[], row: Item): string[] =>
  rows
    .filter((one) => one['code'] === row['code'] && one['part'] !== undefined && one.key !== row.key)
    .map((one) => one.key);
