import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkbookDesk } from '../exchange/workbook-desk.js';
import { House } from '../house/house.js';

const FORM = 'm4-cbdt';

/** Mai of Ngũ Hiệp pastes a list of projects from a spreadsheet. */
describe('a long list of an official', () => {
  let house: House;
  let mai: WorkbookDesk;
  let report: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-10' });
    await house.openCycle(2028);
    mai = await WorkbookDesk.of(house, await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' }));
    report = await mai.obligation(/^r1-commune$/);
  });
  afterAll(() => house.close());

  const lines = (count: number) => Array.from({ length: count }, (_, at) => ({ project_name: `Dự án số ${at + 1}` }));
  const sends = async (count: number) => {
    const reply = await mai.put(`/api/reports/${report}/answers`, { records: { [FORM]: lines(count) } });
    return { status: reply.statusCode, body: reply.json<{ message: string; issues?: { message: string }[] }>() };
  };
  const kept = async () => {
    const reply = await mai.get(`/api/reports/${report}`);
    const { revision, answers } = reply.json<{ revision: number; answers: { records: Record<string, unknown[]> } }>();
    return [revision, answers.records[FORM]?.length ?? 0];
  };

  it('of ten thousand lines is refused in one sentence, and no line of it is kept', async () => {
    const { status, body } = await sends(10_000);
    expect(status).toBe(422);
    expect(body.issues?.map(({ message }) => message)).toEqual([expect.stringMatching(/quá 5\.?000 dòng/)]);
    expect(await kept()).toEqual([0, 0]);
  });

  it('is kept whole up to what a list takes, and a longer one changes nothing of it', async () => {
    expect(await sends(5000)).toMatchObject({ status: 200 });
    expect(await kept()).toEqual([1, 5000]);
    expect((await sends(5001)).status).toBe(422);
    expect(await kept()).toEqual([1, 5000]);
  });
});
