import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowupsService } from '../../src/modules/followups/index.js';
import { LoadProfileService } from '../../src/modules/profiles/index.js';
import { plainDate } from '../../src/modules/shared/index.js';
import { House, ZONE } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const NGU_HIEP = '00667';

interface Rung {
  id: string;
  days?: number;
  template: string;
  [more: string]: unknown;
}
interface Seen {
  ladder: { key: string; rungs: Rung[] };
  version: number;
  versions: { version: number; origin: string; by?: string; note: string }[];
  draft?: { revision: number; faults: { row: string; reason: string }[]; ladder: { rungs: Rung[] } };
}

/** Anh administers; Mai of Xã Ngũ Hiệp is reminded. */
describe('an admin changes the ladder and what it says', () => {
  let house: House;
  let mai: Phone;
  let anh: string;
  let binh: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12' });
    await house.openCycle(2028);
    const maiId = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    mai = await house.phoneOf(maiId);
    anh = await house.cookieOf(await house.person('Vũ Hải Anh', { unit: 'so-khdt', role: 'admin' }));
    binh = await house.cookieOf(await house.person('Trần Văn Bình', { unit: '020', role: 'supervisor' }));
    await house.advanceTo('2027-06-13');
    await mai.hears();
  }, 240_000);

  afterAll(() => house.close());

  const call = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object, cookie = anh) => {
    const reply = await house.app.inject({ method, url: `/api/${url}`, headers: { cookie }, payload });
    return { status: reply.statusCode, body: (reply.body ? reply.json() : undefined) as never };
  };
  const seen = async () => (await call('GET', 'ladder')).body as Seen;
  const withRung = (ladder: Seen['ladder'], change: (rung: Rung) => Rung) => ({
    ...ladder,
    rungs: ladder.rungs.map(change),
  });

  it('is shown to admins only', async () => {
    expect((await call('GET', 'ladder', undefined, binh)).status).toBe(403);
    const { ladder, version, versions, draft } = await seen();
    expect(ladder.rungs.map((rung) => rung.id)).toContain('remind-7');
    expect({ version, draft }).toEqual({ version: 1, draft: undefined });
    expect(versions).toMatchObject([{ version: 1, origin: 'profile' }]);
  });

  it('keeps a draft with its faults, refuses to apply it, and notices a colleague', async () => {
    const { ladder } = await seen();
    const broken = withRung(ladder, (rung) =>
      rung.id === 'remind-7' ? { ...rung, template: 'notice.nowhere' } : rung,
    );
    const saved = await call('PUT', 'ladder/draft', { ladder: broken, revision: 0 });
    expect(saved).toMatchObject({ status: 200, body: { revision: 1, faults: [{ row: 'rungs.1' }] } });
    expect((await call('PUT', 'ladder/draft', { ladder, revision: 0 })).body).toMatchObject({
      code: 'followups.ladder-changed-meanwhile',
    });
    expect((await call('POST', 'ladder/draft/apply', { revision: 1 })).body).toMatchObject({
      code: 'followups.ladder-faults',
    });
    expect((await call('PUT', 'ladder/draft', { ladder: { ...ladder, hours: 'late' }, revision: 1 })).status).toBe(400);
    const abroad = { ladder: { ...ladder, 'time-zone': 'America/New_York' }, revision: 1 };
    expect((await call('PUT', 'ladder/draft', abroad)).body).toMatchObject({ code: 'followups.ladder-zone-fixed' });
  });

  it('tells what the draft changes, applies it, and takes it back', async () => {
    const { ladder } = await seen();
    const earlier = withRung(ladder, (rung) => (rung.id === 'remind-7' ? { ...rung, days: -9 } : rung));
    const saved = await call('PUT', 'ladder/draft', { ladder: earlier, revision: 1 });
    expect(saved).toMatchObject({ status: 200, body: { revision: 2, faults: [] } });
    const range = { from: '2027-06-13', to: '2027-06-30', units: [NGU_HIEP] };
    const difference = await call('POST', 'ladder/draft/difference', range);
    expect(difference.body).toMatchObject({ difference: { sentence: '1 tin nhắc dời' } });

    expect((await call('POST', 'ladder/draft/apply', { revision: 2, note: 'nhắc sớm hơn' })).body).toMatchObject({
      version: 2,
      replanned: 0,
    });
    expect(await seen()).toMatchObject({
      version: 2,
      versions: [{ by: 'Vũ Hải Anh', note: 'nhắc sớm hơn' }, { version: 1 }],
    });
    await house.advanceTo('2027-06-21');
    expect(await mai.hears()).toContain('hạn cuối 29/06/2027');

    expect((await call('POST', 'ladder/versions/1/restore', {})).body).toMatchObject({ version: 3 });
    const back = await seen();
    expect(back.ladder).toEqual(ladder);
    expect(back).not.toHaveProperty('draft');
  });

  it('keeps what an admin set when the profile is loaded again', async () => {
    const { ladder } = await seen();
    const later = withRung(ladder, (rung) => (rung.id === 'remind-3' ? { ...rung, days: -4 } : rung));
    await call('PUT', 'ladder/draft', { ladder: later, revision: 0 });
    await call('POST', 'ladder/draft/apply', { revision: 1 });
    await house.database.rows(`update profile_state set digest = 'older' returning 1`);
    await house.of(LoadProfileService).load('hanoi-directive');
    expect((await seen()).ladder.rungs.find((rung) => rung.id === 'remind-3')).toMatchObject({ days: -4 });
    await call('POST', 'ladder/versions/1/restore', {});
  });

  it('words a line anew: names are checked, a preview is shown, what is planned follows only on request', async () => {
    const wish = (text: string | null, more = {}) =>
      call('PUT', 'texts/notice.remind-3', { locale: 'vi', text, ...more });
    expect((await wish('• {title}: {days} ngày')).body).toMatchObject({ code: 'wording.unknown-placeholders' });
    expect((await wish('• {title} sắp đến hạn')).body).toMatchObject({ code: 'wording.missing-placeholders' });
    expect((await call('PUT', 'texts/notice.remind-3', { locale: 'vi', text: 'x' }, binh)).status).toBe(403);
    const preview = await call('POST', 'ladder/preview', { unit: NGU_HIEP, text: '• {unit}: {title}, hạn {lastDay}' });
    expect((preview.body as { text: string }).text).toBe(
      '• Xã Ngũ Hiệp: Dự thảo kế hoạch cấp xã (vòng 1), hạn 29/06/2027',
    );

    // Planned in the small hours of 26 June, before the change; told at half past seven.
    const planned = () => house.of(FollowupsService).planToday();
    house.clock.set(plainDate.at('2027-06-26', '00:10', ZONE));
    await planned();
    expect((await wish('• Xin nhắc {unit}: {title}, còn {daysLeft} ngày.{progress} {lastDay}')).status).toBe(204);
    await house.advanceTo('2027-06-27');
    expect(await mai.hears()).not.toContain('Xin nhắc');

    house.clock.set(plainDate.at('2027-06-28', '00:10', ZONE));
    await planned();
    const more = { locale: 'vi', toPlanned: true };
    const one = await call('PUT', 'texts/notice.remind-1', {
      ...more,
      text: '• Xin nhắc {unit}: {title} {daysLeft} {lastDay}{progress}',
    });
    expect(one.status).toBe(204);
    await house.advanceTo('2027-06-29');
    expect(await mai.hears()).toContain('Xin nhắc Xã Ngũ Hiệp');

    expect((await call('POST', 'texts/notice.remind-1/undo', { locale: 'vi' })).status).toBe(204);
    const listed = (await call('GET', 'texts?prefix=notice.remind')).body as {
      key: string;
      vi: { reworded?: object };
    }[];
    expect(listed.map(({ key, vi }) => [key, vi.reworded !== undefined])).toContainEqual(['notice.remind-1', false]);
    expect(listed.map(({ key, vi }) => [key, vi.reworded !== undefined])).toContainEqual(['notice.remind-3', true]);
    expect((await call('GET', 'texts/notice.remind-1/history?locale=vi')).body).toHaveLength(2);
  }, 120_000);
});
