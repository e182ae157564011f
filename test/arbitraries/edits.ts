import fc from 'fast-check';
import {
  applyEdits,
  type Check,
  type Edit,
  type FormDefinition,
  HOLDING_ANSWERS,
  type IndicatorForm,
  type Item,
  listsOf,
  membersOf,
} from '../../src/forms/index.js';
import { arbitraryIndicatorForm, arbitraryOutlineForm, arbitraryRecordForm, arbitraryShortForm } from './forms.js';
import { arbitraryKey, arbitraryLabel } from './texts.js';

/** Two forms of one kind and key, as two versions of a form are; they share hardly a member. */
export function arbitraryPair(): fc.Arbitrary<[FormDefinition, FormDefinition]> {
  const pair = <D extends FormDefinition>(form: fc.Arbitrary<D>): fc.Arbitrary<[FormDefinition, FormDefinition]> =>
    fc.tuple(withChecks(form), withChecks(form)).map(([one, other]) => [plain(one), plain({ ...other, key: one.key })]);
  return fc.oneof(
    { weight: 3, arbitrary: pair(measured()) },
    pair(arbitraryRecordForm()),
    pair(arbitraryOutlineForm()),
    pair(arbitraryShortForm()),
  );
}

const UNITS = ['million_VND', 'billion_VND', 'tonne', 'kg', 'visitor'];

/** A table whose figures are counted in units that can be told apart. */
function measured(): fc.Arbitrary<IndicatorForm> {
  const unit = fc.constantFrom(...UNITS);
  return fc.tuple(arbitraryIndicatorForm(), fc.array(unit, { minLength: 4, maxLength: 4 })).map(([form, units]) => ({
    ...form,
    rows: form.rows.map((row, at) =>
      row.type === 'number' ? { ...row, unit: { code: units[at % 4]!, vi: units[at % 4]! } } : row,
    ),
  }));
}

function withChecks<D extends FormDefinition>(form: fc.Arbitrary<D>): fc.Arbitrary<D> {
  const check: fc.Arbitrary<Check> = fc.record({
    key: arbitraryKey(),
    level: fc.constantFrom('hard', 'soft'),
    holds: fc.constant<Check['holds']>({ op: 'answered', of: { op: 'cell' } }),
    message: arbitraryLabel(),
  });
  const checks = fc.uniqueArray(check, { selector: (one) => one.key, maxLength: 2 });
  return fc.tuple(form, checks).map(([one, checks]): D => (checks.length > 0 ? { ...one, checks } : one));
}

/** What an admin's hand does next, without the form it does it to. */
export interface Gesture {
  do: 'set' | 'add' | 'remove' | 'move' | 'title' | 'tune';
  list: number;
  member: number;
  other: number;
  field: number;
}

export function arbitraryGestures(): fc.Arbitrary<Gesture[]> {
  const index = fc.nat({ max: 50 });
  const gesture: fc.Arbitrary<Gesture> = fc.record({
    do: fc.constantFrom('set', 'set', 'add', 'remove', 'move', 'title', 'tune', 'tune', 'tune'),
    list: index,
    member: index,
    other: index,
    field: index,
  });
  return fc.array(gesture, { maxLength: 12 });
}

/** A form with legal edits of it, each made on what the ones before it left; new values are taken from another form of its kind. */
export function arbitraryEdited(): fc.Arbitrary<{ form: FormDefinition; edits: Edit[]; edited: FormDefinition }> {
  return fc.tuple(arbitraryPair(), arbitraryGestures()).map(([[form, donor], gestures]) => {
    const edits = editsOf(form, donor, gestures);
    return { form, edits, edited: applyEdits(form, edits).definition };
  });
}

/** The edits that gestures come to, each made on what the ones before it left; `donor` lends new members and values. */
export function editsOf(form: FormDefinition, donor: FormDefinition, gestures: readonly Gesture[]): Edit[] {
  let edited = form;
  return gestures.flatMap((gesture) => {
    const edit = gesture.do === 'tune' ? undefined : editOf(gesture, edited, donor);
    const done = edit ? [edit] : gesture.do === 'tune' ? tuningOf(gesture, edited) : [];
    edited = applyEdits(edited, done).definition;
    return done;
  });
}

/** Work on what answers are given to: another unit, other decimals, a bound, a choice less, another key. */
function tuningOf(gesture: Gesture, form: FormDefinition): Edit[] {
  const list = listsOf(form).findLast((one) => HOLDING_ANSWERS.includes(one))!;
  const members = membersOf(form, list)!;
  const member = pick(members, gesture.member);
  if (!member || member['computed']) return [];
  const { key } = member;
  const set = (field: string, to: Item[string]): Edit[] => [
    { do: 'set', list, key, field, from: member[field] ?? null, to },
  ];
  const isNumber = ['number', 'integer', 'percent', 'money'].includes(String(member['type']));
  const choices = member['choices'] as unknown[] | undefined;
  if (choices && choices.length > 1 && gesture.field % 3 > 0) return set('choices', choices.slice(1) as never);
  if (isNumber && list === 'rows' && gesture.field % 5 === 0) {
    const code = pick(UNITS, gesture.other)!;
    return set('unit', { code, vi: code });
  }
  if (isNumber && gesture.field % 5 === 1) return set('decimals', gesture.other % 4);
  if (isNumber && gesture.field % 5 === 2) return set(pick(['min', 'max'], gesture.other)!, '7');
  const moved = { ...member, key: `${key}-b` };
  if (members.some((one) => one.key === moved.key)) return [];
  const after = members[members.indexOf(member) - 1]?.key ?? null;
  return [
    { do: 'remove', list, item: member },
    { do: 'add', list, item: moved, after },
  ];
}

function editOf(gesture: Gesture, form: FormDefinition, donor: FormDefinition): Edit | undefined {
  if (gesture.do === 'title') {
    return { do: 'set-form', field: 'title', from: json(form.title), to: json(donor.title) };
  }
  const list = pick(listsOf(form), gesture.list)!;
  const [members, donors] = [membersOf(form, list)!, membersOf(donor, list)!];
  const [member, other] = [pick(members, gesture.member), pick(donors, gesture.other)];
  if (gesture.do === 'add') {
    if (!other || members.some((one) => one.key === other.key)) return undefined;
    return { do: 'add', list, item: other, after: member?.key ?? null };
  }
  if (!member) return undefined;
  const before = (key: string): string | null => members[members.findIndex((one) => one.key === key) - 1]?.key ?? null;
  if (gesture.do === 'remove') return { do: 'remove', list, item: member };
  if (gesture.do === 'move') {
    const to = gesture.field % 4 === 0 ? null : pick(members, gesture.other)!.key;
    return to === member.key ? undefined : { do: 'move', list, key: member.key, from: before(member.key), to };
  }
  const fields = Object.keys({ ...member, ...other }).filter((field) => field !== 'key');
  const field = pick(fields, gesture.field)!;
  const to = other?.[field] ?? null;
  // What every member has cannot be taken away.
  if (to === null && REQUIRED.includes(field)) return undefined;
  return { do: 'set', list, key: member.key, field, from: member[field] ?? null, to };
}

const REQUIRED = [
  'label',
  'title',
  'type',
  'decimals',
  'unit',
  'required',
  'provenance',
  'depth',
  'year',
  'sort',
  'asked',
  'level',
  'holds',
  'message',
];

function pick<T>(from: readonly T[], at: number): T | undefined {
  return from.length === 0 ? undefined : from[at % from.length];
}

const json = (value: unknown): Item => value as Item;

/** As it comes back from the database. */
function plain(form: FormDefinition): FormDefinition {
  return JSON.parse(JSON.stringify(form)) as FormDefinition;
}
