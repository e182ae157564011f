import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  applyEdit,
  applyEdits,
  type Edit,
  editsBetween,
  faultsOf,
  type FormDefinition,
  type IndicatorForm,
  type Item,
  type Json,
  listsOf,
  membersOf,
  wellShaped,
} from '../../src/forms/index.js';
import { arbitraryEdited, arbitraryPair } from '../arbitraries/edits.js';
import { arbitraryForm } from '../arbitraries/forms.js';

describe('edits of a form', () => {
  it('are all taken where each was made on what the ones before it left', () => {
    fc.assert(
      fc.property(arbitraryEdited(), ({ form, edits, edited }) => {
        const done = applyEdits(form, edits);
        expect(done.refusals).toEqual([]);
        expect(done.definition).toEqual(edited);
      }),
    );
  });

  it('leave a form of the right shape', () => {
    fc.assert(
      fc.property(arbitraryEdited(), ({ edited }) => {
        expect(wellShaped(edited)).toEqual({ ok: true, definition: edited });
      }),
    );
  });

  it('and their undo leave the form as it was, everything in its place', () => {
    fc.assert(
      fc.property(arbitraryEdited(), ({ form, edits, edited }) => {
        const { undo } = applyEdits(form, edits);
        expect(applyEdits(edited, undo)).toMatchObject({ definition: form, refusals: [] });
        expect(applyEdits(edited, undo).definition).toEqual(form);
      }),
    );
  });

  it('can be done again after they were undone', () => {
    fc.assert(
      fc.property(arbitraryEdited(), ({ form, edits, edited }) => {
        const { undo } = applyEdits(form, edits);
        const again = applyEdits(edited, undo).undo;
        expect(applyEdits(form, again).definition).toEqual(edited);
      }),
    );
  });

  it('change no form that is there already', () => {
    fc.assert(
      fc.property(arbitraryEdited(), ({ form, edits }) => {
        const text = JSON.stringify(form);
        applyEdits(frozen(form), edits);
        expect(JSON.stringify(form)).toBe(text);
      }),
    );
  });

  it('turn any form into any other of its kind', () => {
    fc.assert(
      fc.property(arbitraryPair(), ([before, after]) => {
        const done = applyEdits(before, editsBetween(before, after));
        expect(done.refusals).toEqual([]);
        expect(done.definition).toEqual(after);
      }),
    );
  });

  it('turn a form into what became of it, in no more steps than were made', () => {
    fc.assert(
      fc.property(arbitraryEdited(), ({ form, edits, edited }) => {
        const between = editsBetween(form, edited);
        expect(applyEdits(form, between).definition).toEqual(edited);
        expect(between.filter((edit) => edit.do === 'move').length).toBeLessThanOrEqual(
          edits.filter((edit) => edit.do !== 'set' && edit.do !== 'set-form').length,
        );
      }),
    );
  });

  it('are none between equal forms', () => {
    fc.assert(
      fc.property(arbitraryForm(), (form) => {
        expect(editsBetween(form, JSON.parse(JSON.stringify(form)) as FormDefinition)).toEqual([]);
      }),
    );
  });

  it('move as few members as a new order needs', () => {
    const shuffled = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 });
    fc.assert(
      fc.property(shuffled, (order) => {
        const moves = editsBetween(outline('abcdef'), outline(order.join('')));
        expect(moves.every((edit) => edit.do === 'move')).toBe(true);
        expect(moves).toHaveLength(6 - longestInOrder(order));
      }),
    );
  });

  it('are refused where somebody else has changed the place meanwhile, and then nothing changes', () => {
    fc.assert(
      fc.property(arbitraryEdited(), ({ edits, edited }) => {
        for (const edit of edits) {
          const done = applyEdit(edited, edit);
          if (done.ok) continue;
          expect(applyEdits(edited, [edit])).toEqual({ definition: edited, undo: [], refusals: [done.refusal] });
          expect(done.refusal.edit).toBe(edit);
        }
      }),
    );
  });

  it('stand or fall together where that is asked for', () => {
    const stranger: Edit = { do: 'set', list: 'rows', key: 'nobody', field: 'label', from: null, to: { vi: 'x' } };
    fc.assert(
      fc.property(arbitraryEdited(), ({ form, edits, edited }) => {
        const together = applyEdits(form, [...edits, stranger], { all: true });
        expect(together).toMatchObject({ undo: [], refusals: [{ edit: stranger }] });
        expect(together.definition).toBe(form);
        expect(applyEdits(form, [...edits, stranger]).definition).toEqual(edited);
      }),
    );
  });

  it('with any JSON in them are refused or leave a form of the right shape', () => {
    const field = fc.constantFrom<string>(
      'label',
      'title',
      'decimals',
      'choices',
      'computed',
      'visibleWhen',
      'min',
      'help',
      'key',
    );
    const odd = fc.constantFrom<string>('__proto__', 'constructor', 'toString', 'kind', '');
    const wild = fc.tuple(arbitraryForm(), fc.oneof(field, odd), fc.jsonValue(), fc.nat());
    fc.assert(
      fc.property(wild, ([form, field, to, at]) => {
        const list = listsOf(form)[at % listsOf(form).length]!;
        const member = membersOf(form, list)![0];
        const from: Json = (member && Object.hasOwn(member, field) ? member[field] : null) ?? null;
        const edits: Edit[] = [
          { do: 'set', list, key: member?.key ?? 'k', field, from, to: to as never },
          { do: 'add', list, item: { key: 'k', [field]: to as never }, after: null },
          { do: 'set-form', field, from: null, to: to as never },
        ];
        const { definition } = applyEdits(form, edits);
        expect([definition.key, definition.kind]).toEqual([form.key, form.kind]);
        expect(wellShaped(definition).ok).toBe(true);
        expect(Array.isArray(faultsOf(definition))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an edit', () => {
  const form = outline('abc');
  const refusal = (edit: Edit) => {
    const done = applyEdit(form, edit);
    return done.ok ? undefined : { code: done.refusal.code, now: done.refusal.now };
  };
  const section = membersOf(form, 'sections')![0]!;

  it.each<[string, Edit, object]>([
    ['of a key', { do: 'set', list: 'sections', key: 'a', field: 'key', from: 'a', to: 'z' }, { code: 'wrong-shape' }],
    ['of the kind', { do: 'set-form', field: 'kind', from: 'outline', to: 'short' }, { code: 'wrong-shape' }],
    ['of the form’s key', { do: 'set-form', field: 'key', from: 'plan', to: 'z' }, { code: 'wrong-shape' }],
    [
      'of a field that sections do not have',
      { do: 'set', list: 'sections', key: 'a', field: 'decimals', from: null, to: 2 },
      { code: 'wrong-shape' },
    ],
    [
      'of what every object has',
      { do: 'set', list: 'sections', key: 'a', field: '__proto__', from: null, to: { depth: 2 } },
      { code: 'wrong-shape' },
    ],
    [
      'that takes away what a section must have',
      { do: 'set', list: 'sections', key: 'a', field: 'depth', from: 1, to: null },
      { code: 'wrong-shape', now: 1 },
    ],
    [
      'that adds a key twice',
      { do: 'add', list: 'sections', item: section, after: 'c' },
      { code: 'key-taken', now: section },
    ],
    [
      'that adds a key with spaces',
      { do: 'add', list: 'sections', item: { ...section, key: 'a b' }, after: 'c' },
      { code: 'wrong-shape' },
    ],
    [
      'that adds what every object has',
      { do: 'add', list: 'sections', item: { ...section, key: 'constructor' }, after: 'c' },
      { code: 'wrong-shape' },
    ],
    [
      'that adds behind nobody',
      { do: 'add', list: 'sections', item: { ...section, key: 'z' }, after: 'y' },
      { code: 'unknown-member' },
    ],
    [
      'that moves behind nobody',
      { do: 'move', list: 'sections', key: 'a', from: null, to: 'y' },
      { code: 'unknown-member' },
    ],
    [
      'that moves what is elsewhere by now',
      { do: 'move', list: 'sections', key: 'c', from: 'a', to: null },
      { now: 'b' },
    ],
    [
      'that removes what is another by now',
      { do: 'remove', list: 'sections', item: { ...section, depth: 2 } },
      { code: 'changed-meanwhile', now: section },
    ],
    ['of rows in an outline', { do: 'move', list: 'rows', key: 'a', from: null, to: 'b' }, { code: 'no-such-list' }],
  ])('%s is refused with what stands there', (_, edit, expected) => {
    expect(refusal(edit)).toMatchObject(expected);
  });

  it('keeps texts in NFC without white space around them and characters that no store keeps', () => {
    const to = { vi: ' Nga\u0300nh\u0000 nghề ' };
    const done = applyEdit(form, { do: 'set', list: 'sections', key: 'a', field: 'title', from: { vi: 'Mục a' }, to });
    expect(done.ok && membersOf(done.definition, 'sections')![0]!['title']).toEqual({ vi: 'Ngành nghề' });
  });

  it('may be one of five thousand rows pasted at once', () => {
    const row = { ...BLANK_ROW, key: 'r-0', code: 'r-0' };
    const table = {
      ...outline('x'),
      kind: 'indicators',
      groups: [],
      measures: [],
      rows: [row],
    } as never as IndicatorForm;
    delete (table as { sections?: unknown }).sections;
    const pasted = (at: number): Edit => ({
      do: 'add',
      list: 'rows',
      item: { ...row, key: `r-${at}`, code: `r-${at}` } as Item,
      after: `r-${at - 1}`,
    });
    const full = applyEdits(
      table,
      Array.from({ length: 4999 }, (_, at) => pasted(at + 1)),
    );
    expect([full.refusals, membersOf(full.definition, 'rows')!.length]).toEqual([[], 5000]);
    expect(membersOf(full.definition, 'rows')!.at(-1)!.key).toBe('r-4999');
    expect(applyEdits(full.definition, [pasted(5000)]).refusals).toEqual([
      expect.objectContaining({ code: 'too-many' }),
    ]);
    expect(applyEdits(full.definition, full.undo).definition).toEqual(table);
  });
});

const BLANK_ROW = {
  group: 'A',
  seq: 1,
  label: { vi: 'Dòng' },
  unit: { code: 'tonne', vi: 'tấn' },
  type: 'number',
  decimals: 1,
  required: false,
  appliesTo: 'all',
  leadAgency: '',
  assignedDown: false,
  aggregation: { rule: 'sum' },
  direction: 'neutral',
  help: {},
  provenance: '',
};

/** An outline with a section for each letter. */
function outline(letters: string): FormDefinition {
  return {
    kind: 'outline',
    key: 'plan',
    template: 'M5',
    title: { vi: 'Kế hoạch' },
    provenance: 'reconstructed',
    sections: [...letters].map((key) => ({ key, depth: 1, title: { vi: `Mục ${key}` }, provenance: 'reconstructed' })),
  };
}

function longestInOrder(letters: readonly string[]): number {
  const [first, ...rest] = letters;
  if (first === undefined) return 0;
  const without = longestInOrder(rest);
  const behind = longestInOrder(rest.filter((letter) => letter > first));
  return Math.max(without, 1 + behind);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
