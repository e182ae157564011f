import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop, phone } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** What left is found with its outcome; an admin sees what waits, a supervisor only the own units. */
export async function ledgerChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const supervisor = await visit(browser, phone, product.links.supervisor);
  const { page } = admin;
  page.setDefaultTimeout(60_000);
  supervisor.page.setDefaultTimeout(60_000);
  try {
    await check('ledger: an admin sees what became of each message, what waits and what is wrong', async () => {
      await page.getByRole('button', { name: 'Thêm 7 ngày' }).click();
      await page.getByText(/Ngày tập huấn 17\/06/).waitFor();
      await page.getByRole('link', { name: 'Sổ tin', exact: true }).click();
      await page.getByRole('heading', { name: 'Đang chờ gửi' }).waitFor();
      await page.getByRole('heading', { name: 'Cảnh báo' }).waitFor();
      await page.getByText('gửi nhiều nhất một lần').first().waitFor();
      await page.getByLabel('Kết quả').selectOption({ label: 'Kênh từ chối' });
      await page.getByText('Không có tin nào khớp với nội dung lọc.').waitFor();
      await page.getByLabel('Kết quả').selectOption({ label: 'Đã gửi' });
      await page.locator('.row-title').filter({ hasText: 'Gửi đồng chí' }).first().waitFor();
      await assertAccessible(page);
      if (pictures) await page.screenshot({ path: `${pictures}/ledger.png` });
    });

    await check('ledger: an admin reads which notices were not sent, and why', async () => {
      await page.getByRole('tab', { name: 'Nhắc việc không gửi' }).click();
      await page.getByText('Những bậc nhắc việc đến ngày mà không gửi').waitFor();
      await page
        .getByRole('tabpanel', { name: 'Nhắc việc không gửi' })
        .getByText(/^Lý do: /)
        .first()
        .waitFor();
      await assertAccessible(page);
      if (pictures) await page.screenshot({ path: `${pictures}/ledger-passed-over.png`, fullPage: true });
    });

    await check('ledger: a supervisor reads it on a phone of 360 px without what is for admins', async () => {
      await supervisor.page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
      await supervisor.page.setViewportSize({ width: 360, height: 780 });
      await supervisor.page.goto(`${product.address}/so-tin`);
      await supervisor.page.locator('.row-title').filter({ hasText: 'Gửi đồng chí' }).first().waitFor();
      assert.equal(await supervisor.page.getByRole('heading', { name: 'Cảnh báo' }).count(), 0);
      await assertNoSidewaysScroll(supervisor.page);
      await supervisor.page.getByRole('tab', { name: 'Nhắc việc không gửi' }).click();
      await supervisor.page
        .getByRole('tabpanel', { name: 'Nhắc việc không gửi' })
        .getByText(/^Lý do: /)
        .first()
        .waitFor();
      await assertNoSidewaysScroll(supervisor.page);
      await assertAccessible(supervisor.page);
      if (pictures) await supervisor.page.screenshot({ path: `${pictures}/ledger-passed-over-360.png` });
      assert.deepEqual([...admin.complaints, ...supervisor.complaints], []);
    });
  } finally {
    await admin.context.close();
    await supervisor.context.close();
    await product.stop();
  }
}
