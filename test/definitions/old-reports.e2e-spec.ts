import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FormDefinition, IndicatorForm } from '../../src/forms/index.js';
import { DefinitionsService } from '../../src/modules/definitions/index.js';
import { arbitraryGestures, editsOf } from '../arbitraries/edits.js';
import { House } from '../house/house.js';
import { Desk, type DraftShown } from './desk.js';

const FORM = 'm3-commune';
const [NGU_HIEP, DUYEN_HA] = ['00667', '00670'];

interface Read {
  state: string;
  revision: number;
  answers: unknown;
  forms: { key: string; version: number; definition: IndicatorForm }[];
}

/** Ngũ Hiệp submitted and Duyên Hà has begun, both on the first version; then Hà edits and publishes, whatever comes to her mind. */
describe('reports that were answered before a form was changed', () => {
  let house: House;
  let ha: Desk;
  let donor: FormDefinition;
  const desks = new Map<string, Desk>();
  const reports = new Map<string, string>();

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12' });
    await house.openCycle(2028);
    ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    donor = (await house.of(DefinitionsService).get('m3-district', 1)).definition;
    for (const unit of [NGU_HIEP, DUYEN_HA]) {
      desks.set(unit, await Desk.of(house, await house.person(`Cán bộ ${unit}`, { unit, role: 'official' })));
      const [found] = await house.database.rows<{ id: string }>(
        `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
        [unit],
      );
      reports.set(unit, found!.id);
      await fill(unit);
    }
    expect((await desks.get(NGU_HIEP)!.post(`/reports/${reports.get(NGU_HIEP)}/submit`)).status).toBe(200);
  });

  afterAll(() => house.close());

  const read = async (unit: string): Promise<Read> => {
    const { body } = await desks.get(unit)!.get<Read>(`/reports/${reports.get(unit)}`);
    const forms = body.forms.map(({ key, version, definition }) => ({ key, version, definition }));
    return { state: body.state, revision: body.revision, answers: body.answers, forms };
  };

  const fill = async (unit: string) => {
    const form = (await read(unit)).forms.find((one) => one.key === FORM)!.definition;
    const asked = form.measures.filter((measure) => measure.asked && !measure.computed);
    const cellOf = (type: string) => ({ state: 'value', value: type === 'boolean' ? true : '5' });
    const cells = form.rows.map(({ key, type }) => [
      key,
      Object.fromEntries(asked.map((one) => [one.key, cellOf(type)])),
    ]);
    const { status } = await desks
      .get(unit)!
      .put(`/reports/${reports.get(unit)}/answers`, { cells: Object.fromEntries(cells) as object });
    expect(status).toBe(200);
  };

  /** The draft with these gestures, published where it is fit to be; whether it was. */
  const publish = async (gestures: Parameters<typeof editsOf>[2]): Promise<boolean> => {
    const draft = await ha.begins(FORM);
    for (const edit of editsOf(draft.definition, donor, gestures)) {
      const { revision } = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
      // What the server refuses, an unknown trait say, an admin cannot have either.
      await ha.edits(FORM, revision, edit).catch(() => undefined);
    }
    try {
      await ha.publishes(FORM, 'Sửa biểu');
      return true;
    } catch {
      const { revision } = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
      await ha.post(`/forms/${FORM}/draft/discard`, { seen: revision });
      return false;
    }
  };

  it('are read exactly as they were answered after every publication, and after a move that was undone', async () => {
    const before = new Map([NGU_HIEP, DUYEN_HA].map((unit) => [unit, undefined as Read | undefined]));
    for (const unit of before.keys()) before.set(unit, await read(unit));
    let [version, moves] = [1, 0];
    await fc.assert(
      fc.asyncProperty(arbitraryGestures(), async (gestures) => {
        if (!(await publish(gestures))) return;
        version += 1;
        for (const [unit, was] of before) expect(await read(unit)).toEqual(was);
        const { status, body } = await ha.post<{ move: string }>(`/forms/${FORM}/moves`, { to: version });
        expect(status).toBeLessThan(300);
        moves += 1;
        expect((await read(DUYEN_HA)).forms.find((one) => one.key === FORM)!.version).toBe(version);
        expect(await read(NGU_HIEP)).toEqual(before.get(NGU_HIEP));
        expect((await ha.post(`/forms/${FORM}/moves/${body.move}/undo`)).status).toBeLessThan(300);
        const { revision: _one, ...restored } = await read(DUYEN_HA);
        const { revision: _other, ...was } = before.get(DUYEN_HA)!;
        expect(restored).toEqual(was);
        before.set(DUYEN_HA, await read(DUYEN_HA));
      }),
      { numRuns: 25, endOnFailure: true },
    );
    // A property that hardly ever publishes says nothing.
    expect(moves).toBeGreaterThan(5);
  }, 240_000);
});
