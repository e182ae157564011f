import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** An admin looks at what will go out on some days before it does; a supervisor sees what concerns the units below. */
export async function dryRunChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  page.setDefaultTimeout(60_000);
  const picture = async (name, options) => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, ...options });
  };
  let who = '';
  const total = page.getByText(/^\d+ thông báo trong \d+ tin\.$/);
  const count = async (of = total) => Number((await of.textContent()).match(/^\d+/)[0]);
  try {
    await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();

    await check('dry run: the days ahead are told by channel with the fullest hour, by day and by person', async () => {
      await page.getByRole('link', { name: 'Lịch', exact: true }).click();
      await page.getByRole('link', { name: 'Chạy thử', exact: true }).click();
      await total.waitFor();
      assert.ok((await count()) > 0);
      await page.getByText(/^Giờ nhiều tin nhất: \d\d:00 \d\d\/\d\d\/\d{4}, \d+ tin\.$/).waitFor();
      await page
        .locator('[data-channel="webchat"]')
        .getByText(/Tin cuối của giờ ấy đi sau \d+ giây|không giới hạn/)
        .waitFor();
      const days = await page.locator('[data-day]').allTextContents();
      const messages = days.map((text) => Number(text.match(/: (\d+) tin/)[1]));
      const all = Number((await total.textContent()).match(/trong (\d+) tin/)[1]);
      assert.equal(
        messages.reduce((sum, one) => sum + one, 0),
        all,
      );
      await assertAccessible(page);
      await assertContrast(page);
      await picture('dry-run');
    });

    await check('dry run: days that do not hold are refused beside their field', async () => {
      const to = page.getByLabel('Đến ngày');
      const kept = await to.inputValue();
      await to.fill('2000-01-01');
      await page.getByText('Ngày cuối phải từ ngày đầu trở đi.').waitFor();
      await to.fill('2200-01-01');
      await page.getByText('Đề nghị chọn không quá 800 ngày.').waitFor();
      await to.fill(kept);
      await total.waitFor();
    });

    await check('dry run: it is narrowed to a unit with those below it, and to one person, and back', async () => {
      const everything = await count();
      await page.getByLabel('Đơn vị (cả đơn vị trực thuộc)').click();
      await page.keyboard.type('ngu hiep');
      await page.locator('.ant-select-item-option-active').filter({ hasText: 'Xã Ngũ Hiệp' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForFunction((before) => {
        const text = [...document.querySelectorAll('[role=status] strong')].map((one) => one.textContent).join();
        return /^\d+ thông báo/.test(text) && Number(text.match(/^\d+/)[0]) < before;
      }, everything);
      const button = page.getByRole('button', { name: /^Chỉ người này: / }).first();
      who = (await button.getAttribute('aria-label')).replace('Chỉ người này: ', '');
      await button.click();
      await page.getByText(`Chỉ tin của ${who}.`).waitFor();
      await page.waitForFunction(() => document.querySelectorAll('[data-person]').length === 1);
      await picture('dry-run-person');
    });

    await check(
      'dry run: the list is downloaded as a spreadsheet reads it, with every notice of every message',
      async () => {
        const waiting = page.waitForEvent('download');
        await page.getByRole('link', { name: 'Tải danh sách (CSV)' }).click();
        const download = await waiting;
        assert.match(download.suggestedFilename(), /^chay-thu-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
        const text = await readFile(await download.path(), 'utf8');
        assert.ok(text.startsWith('\uFEFFNgày,Giờ,Người nhận,Kênh,'));
        const rows = text.trim().split('\r\n').slice(1);
        assert.equal(rows.length, await count());
        assert.ok(rows.every((row) => row.includes(who)));
        await page.getByRole('button', { name: 'Xem mọi người' }).click();
        await page.getByText(`Chỉ tin của ${who}.`).waitFor({ state: 'detached' });
      },
    );

    await check('dry run: the page fits 360 px, speaks English on request, and nothing complained', async () => {
      await page.setViewportSize({ width: 360, height: 780 });
      await assertNoSidewaysScroll(page);
      await picture('dry-run-360');
      await page.getByRole('button', { name: 'EN, English' }).click();
      await page.getByRole('heading', { name: 'By channel, with the fullest hour' }).waitFor();
      assert.deepEqual(admin.complaints, []);
    });

    await check('dry run: a supervisor sees what concerns the units below, and less than the admin', async () => {
      const supervisor = await visit(browser, desktop, product.links.supervisor);
      // The sign-in page has a heading too: the header's pages come with the session.
      await supervisor.page.getByRole('link', { name: 'Lịch', exact: true }).waitFor();
      await supervisor.page.goto(`${product.address}/lich/chay-thu`);
      await supervisor.page.getByText(/^\d+ thông báo trong \d+ tin\.$/).waitFor({ timeout: 60_000 });
      await assertAccessible(supervisor.page);
      assert.deepEqual(supervisor.complaints, []);
      await supervisor.context.close();
    });
  } finally {
    await admin.context.close();
    await product.stop();
  }
}
