import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { DifferencesAnswer, FormAnswer, FormsAnswer, VersionsAnswer } from '../../src/modules/editing/answers.js';
import { House } from '../house/house.js';
import { Desk, indicator } from './desk.js';

const FORM = 'm3-commune';

/** Hà changes a form and retires another one; what she is answered is what the OpenAPI document promises. */
describe('the answers about forms', () => {
  let house: House;
  let ha: Desk;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-10' });
    await house.openCycle(2028);
    ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    const { revision } = await ha.begins(FORM);
    const item = indicator('public-services', 'A', {}) as never;
    await ha.edits(FORM, revision, { do: 'add', list: 'rows', item, after: null });
    await ha.post(`/forms/m2-commune/retire`, { note: 'gộp vào Mẫu M3' });
  });
  afterAll(() => house.close());

  it.each<[string, z.ZodType]>([
    ['/forms', FormsAnswer],
    [`/forms/${FORM}`, FormAnswer],
    ['/forms/m1-commune', FormAnswer],
    ['/forms/m4-cbdt', FormAnswer],
    [`/forms/${FORM}/versions`, VersionsAnswer],
    ['/forms/m2-commune/versions', VersionsAnswer],
    [`/forms/${FORM}/diff?from=1&to=draft`, DifferencesAnswer],
  ])('%s has the shape that the document says', async (path, shape) => {
    const { status, body } = await ha.get(path);
    expect({ status, issues: shape.safeParse(body).error?.issues }).toEqual({ status: 200, issues: undefined });
  });

  it('tell the list of drafts and of retired forms', async () => {
    const { forms } = FormsAnswer.parse((await ha.get('/forms')).body);
    expect(forms.find(({ key }) => key === FORM)).toMatchObject({
      level: 'commune',
      draft: { by: 'Trần Thu Hà', changes: 1, checked: false },
    });
    expect(forms.find(({ key }) => key === 'm2-commune')?.retiredAt).not.toBeNull();
  });
});
