import { compare, Exact, formatVi, fromExact, places } from '../answers/decimal.js';
import type { AmountReading } from './amount.js';
import type { Field } from './field.js';
import { ask, confirm, invalid, ok, reason, type Reason, type Understood } from './understood.js';

/** How many decimals a field takes: whole things none, đồng none, otherwise what it says. */
function mostPlaces(field: Field): number | undefined {
  if (field.type === 'int') return 0;
  return field.decimals ?? (field.unit === 'dong' || field.unit === 'VND' ? 0 : undefined);
}

/** Why a field cannot take a canonical number; undefined when it can. Nothing is ever rounded to fit. */
export function faultOf(field: Field, value: string): Reason | undefined {
  const most = mostPlaces(field);
  const shown = formatVi(value);
  if (most !== undefined && places(value) > most) {
    return most === 0
      ? reason('not-whole', { value: shown })
      : reason('too-many-places', { value: shown, places: String(most) });
  }
  const { min, max } = field;
  const isBelow = min !== undefined && compare(value, min) < 0;
  const isAbove = max !== undefined && compare(value, max) > 0;
  if (!isBelow && !isAbove) return undefined;
  if (min !== undefined && max !== undefined) {
    return reason('out-of-range', { value: shown, min: formatVi(min), max: formatVi(max) });
  }
  return isBelow
    ? reason('below-minimum', { value: shown, min: formatVi(min!) })
    : reason('above-maximum', { value: shown, max: formatVi(max!) });
}

/**
 * The outcome of several readings: those that the field cannot take fall away, two that remain are asked about, the one
 * that remains is taken as surely as it was typed (`doubt` makes it `confirm`). A reading in English notation that is
 * left only because the Vietnamese one does not fit is shown back, unless the field counts whole things.
 */
export function judge(field: Field, readings: AmountReading[], doubt: Reason | undefined): Understood {
  const hasGroups = mostPlaces(field) === 0 && readings.some((one) => one.grouped);
  const sensible = hasGroups ? readings.filter((one) => one.grouped) : readings;
  const canonical = sensible.map((one) => ({ ...one, text: fromExact(one.value) }));
  const first = canonical[0];
  if (!first) return invalid('not-a-number');
  const faults = canonical.map((one) =>
    one.text === undefined ? reason('too-many-digits') : faultOf(field, one.text),
  );
  const fitting = canonical.filter(
    (one, at) => !faults[at] && canonical.findIndex(({ text }) => text === one.text) === at,
  );
  const [only, other] = fitting;
  if (!only) {
    const said = canonical.findIndex((one) => one.vietnamese);
    return { outcome: 'invalid', because: faults[Math.max(said, 0)]! };
  }
  if (other) {
    const isSign = doubt?.code === 'minus-or-dash' || doubt?.code === 'decrease';
    const because =
      doubt && isSign ? doubt : reason('two-readings', { a: formatVi(only.text!), b: formatVi(other.text!) });
    return ask(
      fitting.map((one) => one.text!),
      because,
    );
  }
  const left = readings.length > 1 ? reason('only-reading-left', { value: formatVi(only.text!) }) : undefined;
  if (doubt) return confirm(only.text!, doubt);
  if (left && !only.vietnamese && mostPlaces(field) !== 0) return confirm(only.text!, left);
  return ok(only.text!, left);
}

/** An answer so far from the last period's value that it was probably meant in another unit: 500 times either way. */
const SUSPICIOUS = 500;

/**
 * Asks when a number is hundreds of times away from the last period's: as it is, or scaled by 1000 (or a million, a
 * billion, whatever brings it nearest to the last one's size).
 */
export function suspectScale(field: Field, understood: Understood): Understood {
  if (understood.outcome !== 'ok' && understood.outcome !== 'confirm') return understood;
  const { value } = understood;
  if (typeof value !== 'string' || field.last === undefined) return understood;
  const [now, before] = [new Exact(value).abs(), new Exact(field.last).abs()];
  if (now.isZero() || before.isZero()) return understood;
  const isMore = now.gte(before.times(SUSPICIOUS));
  if (!isMore && now.times(SUSPICIOUS).gt(before)) return understood;
  const times = isMore ? now.div(before) : before.div(now);
  const thousands = Math.min(3, Math.max(1, Math.round(times.log().toNumber() / 3)));
  const power = new Exact(1000).pow(thousands);
  const scaled = fromExact(isMore ? new Exact(value).div(power) : new Exact(value).times(power));
  const options = scaled !== undefined && !faultOf(field, scaled) ? [value, scaled] : [value];
  return ask(options, reason('scale', { value: formatVi(value), last: formatVi(field.last) }));
}

/** Money counted in million or billion of which there is a billion and more was most likely typed in đồng. */
const IMPLAUSIBLE = '1000000000';

/** Asks about so large an amount: as it is, or as so much of the smallest unit. `scale` is the size of the field's unit. */
export function suspectUnit(field: Field, understood: Understood, scale: number): Understood {
  if (field.type !== 'money' || scale < 1e6 || understood.outcome !== 'ok') return understood;
  const value = new Exact(String(understood.value));
  const smaller = fromExact(value.div(scale));
  if (value.abs().lt(IMPLAUSIBLE) || smaller === undefined || faultOf(field, smaller)) return understood;
  const shown = { a: formatVi(String(understood.value)), b: formatVi(smaller) };
  return ask([understood.value, smaller], reason('unit-perhaps', shown));
}
