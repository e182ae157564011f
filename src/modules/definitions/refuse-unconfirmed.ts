import {
  type Carry,
  type CarryPlace,
  type FormDefinition,
  unconfirmedPlaces,
  unknownPlaces,
} from '../../forms/index.js';
import type { Locale } from '../shared/index.js';
import { labelsOf } from './labels.js';
import { carriesUnconfirmed, carriesUnknown } from './problems.js';

/** Names at most so many places in a sentence; one is mended after the other. */
const NAMED = 5;

/**
 * What answers of `before` become under `after` must be confirmed at every place that needs it, and be about these forms.
 * @throws {Problem} `definitions.carries-unknown`, `definitions.carries-unconfirmed`, each with the names of the places
 */
export function refuseUnconfirmed(
  before: FormDefinition,
  after: FormDefinition,
  carries: readonly Carry[],
  locale: Locale,
): void {
  const labelOf = labelsOf([before, after], locale);
  const names = (places: readonly CarryPlace[]): string =>
    places
      .slice(0, NAMED)
      .map(({ list, key }) => `«${labelOf(list, key)}»`)
      .join(', ') + (places.length > NAMED ? ` (+${places.length - NAMED})` : '');
  const unknown = unknownPlaces(before, after, carries);
  if (unknown.length > 0) throw carriesUnknown({ names: names(unknown) });
  const unconfirmed = unconfirmedPlaces(before, after, carries);
  if (unconfirmed.length > 0) throw carriesUnconfirmed({ names: names(unconfirmed) });
}
