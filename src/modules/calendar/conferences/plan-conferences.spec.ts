import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WorkingDays } from '../working-days.js';
import { clashesOf } from './clashes.js';
import { HALVES, type Sitting } from './conference.js';
import { planConferences, slotsOf } from './plan-conferences.js';

const DAYS = new WorkingDays([
  { date: '2027-09-02', kind: 'off', status: 'assumed' },
  { date: '2027-09-04', kind: 'work', status: 'assumed' },
]);
const SON = { chair: 'Sơn', room: 'Phòng 1' };
const HANG = { chair: 'Hằng', room: 'Phòng 2' };

const unit = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const panel = fc.record({ chair: fc.constantFrom('Sơn', 'Hằng', 'Minh'), room: fc.constantFrom('P1', 'p1', 'P2') });
const slot = fc.record({
  day: fc.constantFrom('2027-09-01', '2027-09-03', '2027-09-06'),
  half: fc.constantFrom(...HALVES),
});
const sitting: fc.Arbitrary<Sitting> = fc
  .tuple(unit, panel, slot)
  .map(([who, chaired, when]) => ({ unit: who, ...chaired, ...when }));
/** Sittings that do not clash, as the database keeps them. */
const standing = fc
  .array(sitting, { maxLength: 8 })
  .map((all) => all.reduce<Sitting[]>((kept, one) => (clashesOf(one, kept).length === 0 ? [...kept, one] : kept), []));

describe('the half days of a window', () => {
  it('are worked: no weekend, no holiday, but a Saturday worked in exchange', () => {
    const days = new Set(slotsOf('2027-09-01', '2027-09-06', DAYS).map((one) => one.day));
    expect([...days]).toEqual(['2027-09-01', '2027-09-03', '2027-09-04', '2027-09-06']);
    expect(slotsOf('2027-09-01', '2027-09-01', DAYS).map((one) => one.half)).toEqual(['morning', 'afternoon']);
  });
});

describe('conferences planned into a window', () => {
  it('never clash, put every unit at most once, and only where there is no place leave one out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(unit),
        fc.array(panel, { maxLength: 3 }),
        fc.array(slot, { maxLength: 6 }),
        standing,
        (units, panels, slots, taken) => {
          const { sittings, unplaced } = planConferences({ units, panels, slots, taken });
          for (const one of sittings) {
            expect(clashesOf(one, [...taken, ...sittings.filter((other) => other !== one)])).toEqual([]);
            expect(slots).toContainEqual({ day: one.day, half: one.half });
          }
          expect([...sittings.map((one) => one.unit), ...unplaced].sort()).toEqual([...units].sort());
          for (const left of unplaced) {
            for (const when of slots) {
              for (const chaired of panels) {
                expect(clashesOf({ unit: left, ...when, ...chaired }, [...taken, ...sittings])).not.toEqual([]);
              }
            }
          }
        },
      ),
    );
  });

  it('are the same when they are planned twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(unit), fc.array(panel, { maxLength: 3 }), fc.array(slot), (units, panels, slots) => {
        const once = planConferences({ units, panels, slots, taken: [] });
        const done = new Set(once.sittings.map((one) => one.unit));
        const again = planConferences({
          units: units.filter((one) => !done.has(one)),
          panels,
          slots,
          taken: once.sittings,
        });
        expect(again).toEqual({ sittings: [], unplaced: once.unplaced });
      }),
    );
  });

  it('of thirty units take two panels eight days', () => {
    const units = Array.from({ length: 30 }, (_, at) => `unit ${at}`);
    const { sittings, unplaced } = planConferences({
      units,
      panels: [SON, HANG],
      slots: slotsOf('2027-08-06', '2027-09-10', DAYS),
      taken: [],
    });
    expect([unplaced, new Set(sittings.map((one) => one.day)).size, sittings.at(-1)!.day]).toEqual([
      [],
      8,
      '2027-08-17',
    ]);
  });
});

describe('a clash', () => {
  const monday: Sitting = { unit: 'a', day: '2027-09-06', half: 'morning', ...SON };

  it('says over what and with whom', () => {
    expect(clashesOf({ ...monday, unit: 'b', room: 'Phòng 3' }, [monday])).toEqual([{ over: 'chair', with: monday }]);
    expect(clashesOf({ ...monday, unit: 'b', chair: 'Hằng', room: ' phòng  1' }, [monday])).toEqual([
      { over: 'room', with: monday },
    ]);
    expect(clashesOf({ ...monday, ...HANG }, [monday])).toEqual([{ over: 'unit', with: monday }]);
    expect(clashesOf({ ...monday, half: 'afternoon' }, [monday])).toEqual([]);
  });
});
