import { type FormDefinition, type Item, partRow, type Row } from './forms';
import { membersOf } from './members';
import { freeKey, keyFrom } from './new-key';

/** The longest key that the server takes. */
const LONGEST_KEY = 100;

/** Only an indicator's own row that somebody answers can be split. */
export const canBeSplit = (row: Item | undefined): boolean =>
  row !== undefined && row['part'] === undefined && row['computed'] === undefined;

/** A name a line, without what stands twice or nowhere. */
export const namesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .normalize('NFC')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** The parts of `row` with these names, each with a key of its own. */
export function partsNamed(names: readonly string[], row: Item, definition: FormDefinition): Item[] {
  const own = row as unknown as Row;
  const taken = new Set(membersOf(definition, 'rows').map(({ key }) => key));
  return names.map((name) => {
    const most = LONGEST_KEY - own.code.length - 5;
    const short = keyFrom(name, 'phan').slice(0, most).replace(/-$/, '');
    const part = freeKey(short, { has: (key) => taken.has(`${own.code}/${key}`) });
    taken.add(`${own.code}/${part}`);
    return partRow(own, part, { vi: name }) as unknown as Item;
  });
}

/** The last row that belongs to `row`: the parts that it has already, or itself. */
export function lastOf(row: Item, definition: FormDefinition): string {
  const mine = membersOf(definition, 'rows').filter((one) => one['code'] === row['code']);
  return mine.at(-1)?.key ?? row.key;
}
