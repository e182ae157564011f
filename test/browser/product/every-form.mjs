import assert from 'node:assert/strict';
import { desktop } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { visit } from '../kit/visitor.mjs';

/** Every form of the directive opens in the editor, and its schema is drawn by the library that renders schemas. */
export async function everyFormChecks({ check }, browser) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  try {
    await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
    const { forms } = await page.evaluate(async () => (await fetch('/api/forms')).json());
    for (const { key, kind, rows } of forms) {
      await check(`every form: ${key} opens in the editor and is drawn from its schema`, async () => {
        await page.goto(`${product.address}/bieu-mau/${key}/sua`);
        const first = page.locator('[role=row][aria-rowindex="2"] [role=gridcell][aria-colindex="4"]');
        await first.waitFor();
        assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), String(rows + 1));
        await page.getByRole('button', { name: '0 lỗi' }).waitFor();
        await first.click();
        const web = page.getByRole('group', { name: 'Trên web' });
        await web.locator('input, textarea, select').first().waitFor();
        const chat = page.getByRole('group', { name: 'Trò chuyện' });
        const asked = kind === 'indicators' || kind === 'short';
        if (!asked) await chat.getByText(/không/).first().waitFor();
        await page.getByRole('group', { name: 'Trang Excel' }).getByRole('table').waitFor();
      });
    }
    await check('every form: no page complained', () => assert.deepEqual(admin.complaints, []));
  } finally {
    await admin.context.close();
    await product.stop();
  }
}
