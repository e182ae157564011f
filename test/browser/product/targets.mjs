import assert from 'node:assert/strict';
import { phone } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { lookingAt, visit } from '../kit/visitor.mjs';

/** Whoever works for a district assigns its communes targets, by keyboard and on a phone. */
export async function targetsChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const supervisor = await visit(
    browser,
    { ...phone, viewport: { width: 360, height: 780 } },
    product.links.supervisor,
  );
  const { page } = supervisor;
  page.setDefaultTimeout(30_000);
  const { said, looksWell } = lookingAt(page, pictures);
  try {
    await check('targets: every indicator of a unit stands there, assigned or not', async () => {
      await page.getByRole('link', { name: 'Chỉ tiêu', exact: true }).click();
      await page.getByRole('heading', { name: 'Chỉ tiêu kế hoạch' }).waitFor();
      const units = page.getByLabel('Đơn vị', { exact: true });
      await units.selectOption('00667');
      await page.getByRole('heading', { name: 'Xã Ngũ Hiệp' }).waitFor();
      assert.ok((await page.getByText('Cấp trên chưa giao.').count()) > 3);
      await looksWell('targets');
    });

    await check('targets: a decision, its day and a figure are asked for; a comma is a decimal point', async () => {
      await page.getByRole('button', { name: 'Giao chỉ tiêu' }).press('Enter');
      await page.getByRole('button', { name: 'Giao các chỉ tiêu này' }).click();
      await page.getByText('Đề nghị ghi số văn bản.').waitFor();
      await page.getByText('Đề nghị ghi ít nhất một chỉ tiêu.').waitFor();
      await page.getByLabel('Quyết định giao').fill('99/QĐ-UBND');
      await page.getByLabel('Ngày ban hành').fill('2026-06-09');
      const revenue = page.getByLabel(/^Tổng thu ngân sách nhà nước/);
      await revenue.fill('ba mươi');
      await page.getByRole('button', { name: 'Giao các chỉ tiêu này' }).click();
      await page.getByRole('alert').filter({ hasText: 'Tổng thu ngân sách' }).waitFor();
      await looksWell('targets-assign');
      await revenue.fill('30,5');
      await revenue.press('Enter');
      await said('Đã ghi 1 chỉ tiêu.');
      await page.getByText('Cấp trên giao: 30,5 (99/QĐ-UBND, 09/06/2026)').waitFor();
    });

    await check('targets: the page speaks English where asked', async () => {
      await page.getByRole('button', { name: 'EN' }).click();
      await page.getByRole('heading', { name: 'Targets' }).waitFor();
      await page.getByText('Assigned: 30.5 (99/QĐ-UBND').waitFor();
      await looksWell('targets-en');
      assert.deepEqual(supervisor.complaints, []);
    });
  } finally {
    await supervisor.context.close();
    await product.stop();
  }
}
