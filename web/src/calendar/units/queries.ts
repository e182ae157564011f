import type { paths } from '../../api/schema';
import { typed } from '../../api/typed';
import { answered, useAnswer, useChange } from '../../api/use-answer';

type Changes = paths['/api/unit-changes']['get']['responses'][200]['content']['application/json'];
export type Change = Changes['changes'][number];
export type Told = Change['told'];

/** A change as it is sent. */
export interface NewChange {
  sort: 'merge' | 'split';
  from: string;
  decision: string;
  units: string[];
  into: { code: string; name?: string; share?: string }[];
}

export const AREA = 'unit-changes';

export const useChanges = () => useAnswer([AREA, 'all'], (signal) => typed.GET('/api/unit-changes', { signal }));

export const lookAtChange = async (body: NewChange): Promise<Told> =>
  answered((await typed.POST('/api/unit-changes/preview', { body })).data).told;

export const carryOut = (change: NewChange) => typed.POST('/api/unit-changes', { body: { change, confirmed: true } });

export const useUndoChange = () =>
  useChange<string>(AREA, (id) => typed.POST('/api/unit-changes/{id}/undo', { params: { path: { id } } }));
