import assert from 'node:assert/strict';
import { phone } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { lookingAt, visit } from '../kit/visitor.mjs';

const COMMUNE = 'Xã Ngũ Hiệp';

/** Whoever watches the communes of a district arranges their hearings, writes minutes and sees who owes the conclusion. */
export async function conferencesChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const supervisor = await visit(
    browser,
    { ...phone, viewport: { width: 360, height: 780 } },
    product.links.supervisor,
  );
  const { page } = supervisor;
  page.setDefaultTimeout(30_000);
  const { said, looksWell } = lookingAt(page, pictures);
  const row = page.locator('.row').filter({ has: page.getByRole('heading', { name: COMMUNE }) });
  try {
    await check(
      'conferences: a window is planned with its chair and room, and shown before anybody is invited',
      async () => {
        await page.getByRole('link', { name: 'Hội nghị', exact: true }).click();
        await page.getByText(/từ ngày 11\/09\/\d{4} đến ngày 30\/09\/\d{4}/).waitFor();
        await page.getByRole('button', { name: 'Xếp lịch: Hội nghị nghe kế hoạch cấp xã' }).press('Enter');
        await page.getByRole('button', { name: 'Xem trước lịch' }).click();
        await page.getByText('Đề nghị ghi phòng họp.').waitFor();
        await page.getByLabel('Phòng họp').fill('Phòng họp 1');
        await page.getByLabel('Phòng họp').press('Enter');
        await page.getByText(/^Xếp được \d+ buổi:$/).waitFor();
        await looksWell('conferences-plan');
        await page.getByRole('button', { name: /^Ghi lịch và gửi \d+ giấy mời$/ }).click();
        await said(/Đã xếp \d+ hội nghị/);
        await row.getByText('Chủ trì:').waitFor();
        await looksWell('conferences');
      },
    );

    await check('conferences: a clash is told by name, a free half day is taken', async () => {
      const other = await page.locator('.row', { hasText: 'Buổi' }).filter({ hasNotText: COMMUNE }).first().innerText();
      const [, half, day] = /(Buổi \S+) (\d{2}\/\d{2}\/\d{4})/.exec(other);
      await row.getByRole('button', { name: `Đổi lịch: ${COMMUNE}` }).click();
      await row.getByLabel('Ngày họp').fill(day.split('/').reverse().join('-'));
      await row.getByLabel('Buổi').selectOption({ label: half });
      await row.getByRole('button', { name: 'Đổi lịch và báo lại' }).click();
      await row.getByRole('alert').waitFor();
      await row.getByLabel('Ngày họp').fill(`${day.slice(-4)}-09-30`);
      await row.getByLabel('Buổi').selectOption('afternoon');
      await row.getByRole('button', { name: 'Đổi lịch và báo lại' }).click();
      await said('Đã đổi lịch hội nghị');
      await row.getByText(/Buổi chiều 30\/09\//).waitFor();
    });

    await check('conferences: minutes take a figure as people type it, beside what the unit proposed', async () => {
      await row.getByRole('link', { name: `Biên bản: ${COMMUNE}` }).click();
      await page.getByRole('heading', { name: `Biên bản: ${COMMUNE}` }).waitFor();
      await page.locator('.minute summary').first().click();
      await page
        .getByLabel(/^Ý kiến thảo luận/)
        .first()
        .fill('Cần tăng thu');
      await page
        .getByLabel(/^Mức kết luận/)
        .first()
        .fill('mười mấy');
      await page.getByText('Đề nghị ghi một con số, ví dụ 12,5.').waitFor();
      await page
        .getByLabel(/^Mức kết luận/)
        .first()
        .fill('12,5');
      await page.getByRole('button', { name: 'Lưu biên bản' }).click();
      await said('Đã lưu 1 dòng biên bản.');
      await page.reload();
      await page.getByText('kết luận 12,5').waitFor();
      await looksWell('conference-minutes');
    });

    await check('conferences: once held, the conclusion notice is owed by whoever held it, with its day', async () => {
      await page.getByRole('link', { name: 'Về lịch hội nghị' }).click();
      const year = /30\/09\/(\d{4})/.exec(await row.innerText())[1];
      const moved = await page.evaluate(
        async (date) =>
          (
            await fetch('/api/training/clock', {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ date }),
            })
          ).status,
        `${year}-09-30`,
      );
      assert.ok(moved < 300);
      await page.reload();
      await row.getByRole('button', { name: `Ghi đã họp: ${COMMUNE}` }).click();
      await row.getByRole('button', { name: 'Ghi đã họp', exact: true }).last().click();
      await said('Đã ghi hội nghị');
      await row.getByText(/phải ra thông báo kết luận chậm nhất ngày 05\/10\//).waitFor();
      await looksWell('conference-held');
      assert.deepEqual(supervisor.complaints, []);
    });
  } finally {
    await supervisor.context.close();
    await product.stop();
  }
}
