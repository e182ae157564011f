import type { Cells, RecordRow } from '../answers/cell.js';
import type { Lookup } from './evaluate.js';

/** References seen from one cell of an indicator form; `cells` hold the computed ones too. */
export function cellLookup(cells: Cells, row: string, measure: string): Lookup {
  return (reference) => {
    if (reference.op !== 'cell') return undefined;
    const cell = own(own(cells, reference.row ?? row), reference.measure ?? measure);
    return cell?.state === 'value' ? cell.value : undefined;
  };
}

/** References seen from one line of a list, or from a short form. */
export function lineLookup(line: RecordRow): Lookup {
  return (reference) => (reference.op === 'column' ? own(line, reference.column) : undefined);
}

/** The own property of an object: a key of a form may be the name of something every object has. */
function own<T>(object: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}
