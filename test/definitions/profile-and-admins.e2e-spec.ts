import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import type { FormDefinition, IndicatorForm } from '../../src/forms/index.js';
import { DefinitionsService, PublishingService } from '../../src/modules/definitions/index.js';
import { readProfile } from '../../src/modules/profiles/index.js';
import { packageRoot } from '../../src/modules/shared/index.js';
import { House } from '../house/house.js';
import { Desk, type DraftShown } from './desk.js';

const FORM = 'm3-commune';

/** The profile's files change after an admin has changed a form of it. */
describe('a profile that is loaded again', () => {
  let house: House;
  let ha: Desk;

  beforeAll(async () => {
    house = await House.open({ day: '2027-03-01' });
    ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    const draft = await ha.begins(FORM);
    await ha.edits(FORM, draft.revision, {
      do: 'set',
      list: 'rows',
      key: 'investment-growth',
      field: 'help',
      from: formOf(draft).rows[0]!.help as never,
      to: { ...formOf(draft).rows[0]!.help, meaning: { vi: 'Vốn đầu tư trên địa bàn xã so với năm trước' } } as never,
    });
    await ha.publishes(FORM, 'Bổ sung giải thích');
  });

  afterAll(() => house.close());

  it('changes what it brought and keeps what admins changed', async () => {
    const { version, definition } = await loadAgain((form) => ({
      ...form,
      rows: form.rows.map((row) => (row.key === 'state-budget-revenue' ? { ...row, max: '1000' } : row)),
    }));
    expect(version).toBe(3);
    expect(definition.rows[0]).toMatchObject({
      help: { meaning: { vi: 'Vốn đầu tư trên địa bàn xã so với năm trước' } } as never,
    });
    expect(definition.rows[1]).toMatchObject({ max: '1000' });
  });

  it('leaves an admin alone where both changed the same, and notes that in the audit trail', async () => {
    const { version, definition } = await loadAgain((form) => ({
      ...form,
      rows: form.rows.map((row) => ({
        ...row,
        ...(row.key === 'state-budget-revenue' ? { max: '1000' } : {}),
        ...(row.key === 'investment-growth' ? { help: { meaning: { vi: 'Theo bộ cấu hình' } } } : {}),
      })),
    }));
    expect(version).toBe(3);
    expect(definition.rows[0]!.help.meaning).toEqual({ vi: 'Vốn đầu tư trên địa bàn xã so với năm trước' });
    const noted = await house.database.rows<{ subject: string }>(
      `select subject from audit_event where action = 'profile changes left out'`,
    );
    expect(noted).toEqual([{ subject: FORM }]);
  });

  it('publishes nothing where it says what it said before', async () => {
    const again = await loadAgain((form) => ({
      ...form,
      rows: form.rows.map((row) => ({
        ...row,
        ...(row.key === 'state-budget-revenue' ? { max: '1000' } : {}),
        ...(row.key === 'investment-growth' ? { help: { meaning: { vi: 'Theo bộ cấu hình' } } } : {}),
      })),
    }));
    expect(again.version).toBe(3);
  });

  async function loadAgain(change: (form: IndicatorForm) => IndicatorForm) {
    const { profile } = readProfile(path.join(packageRoot, 'config', 'profiles', 'hanoi-directive'));
    const brought = profile!.forms.find((form): form is IndicatorForm => form.key === FORM)!;
    const { version } = await house.database.transaction((em) =>
      house.of(PublishingService).fromProfile(em, change(brought) as FormDefinition, 'profile again'),
    );
    const { definition } = await house.of(DefinitionsService).get(FORM, version);
    return { version, definition: definition as IndicatorForm };
  }
});

const formOf = (draft: DraftShown) => draft.definition as IndicatorForm;
