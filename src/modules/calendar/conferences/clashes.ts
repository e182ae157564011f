import { roomOf, type Sitting } from './conference.js';

/** Two sittings that need the same at the same time. */
export interface Clash<S extends Sitting = Sitting> {
  over: 'unit' | 'chair' | 'room';
  with: S;
}

/** What `wanted` would clash with among `others`; the unit before the chair before the room. */
export function clashesOf<S extends Sitting>(wanted: Sitting, others: readonly S[]): Clash<S>[] {
  const together = others.filter((one) => one.day === wanted.day && one.half === wanted.half);
  return (['unit', 'chair', 'room'] as const).flatMap((over) =>
    together.filter((one) => keyOf(one, over) === keyOf(wanted, over)).map((one) => ({ over, with: one })),
  );
}

function keyOf(sitting: Sitting, over: Clash['over']): string {
  return over === 'room' ? roomOf(sitting.room).toLocaleLowerCase('vi') : sitting[over];
}
