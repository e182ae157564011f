import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop, phone } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** A district sets when its communes report and demands M5 and M6 of them; the planning department's admin records what began a term. */
export async function localRulesChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const district = await visit(browser, desktop, product.links.supervisor);
  const { page } = district;
  page.setDefaultTimeout(30_000);
  const picture = async (of, name, options) => {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png`, ...options });
  };
  const dialog = page.getByRole('dialog');
  const said = (text, of = page) => of.locator('.said').filter({ hasText: text }).waitFor();
  const rule = page.locator('[data-rule]').filter({ hasText: 'Công văn 45/UBND-TCKH' });
  try {
    await page.getByRole('link', { name: 'Lịch', exact: true }).waitFor();

    await check(
      "local rules: a district's supervisor finds them, and sets nothing without its days and document",
      async () => {
        await page.getByRole('link', { name: 'Lịch', exact: true }).click();
        await page.getByRole('heading', { name: 'Quy định đang có hiệu lực' }).waitFor();
        assert.equal(await page.getByRole('link', { name: 'Ngày nghỉ', exact: true }).count(), 0);
        await page.getByRole('button', { name: 'Đặt quy định' }).click();
        await dialog.getByRole('button', { name: 'Xem trước' }).click();
        await dialog.getByText('Đề nghị ghi tên kỳ.').waitFor();
        await dialog.getByText('Đề nghị ghi số văn bản hoặc lý do').waitFor();
        assert.equal(await dialog.getByText('Đề nghị chọn ngày.').count(), 2);
        await assertAccessible(page);
      },
    );

    let year = 0;
    await check(
      'local rules: M5 and M6 of every commune are told as obligations and notices, then demanded',
      async () => {
        year = Number(await dialog.locator('.ant-select').last().textContent());
        for (const form of await dialog.getByRole('checkbox').all()) {
          if (/M5|M6|Mẫu|Biểu/.test((await form.locator('xpath=ancestor::label').textContent()) ?? ''))
            await form.check();
        }
        await dialog.getByLabel('Tên kỳ').fill('Quý I/{P}');
        await dialog.getByLabel('Làm từ ngày').fill(`${year}-03-01`);
        await dialog.getByLabel('Ngày cuối được nộp').fill(`${year}-02-01`);
        await dialog.getByText('Ngày cuối phải từ ngày bắt đầu trở đi.').waitFor();
        await dialog.getByLabel('Ngày cuối được nộp').fill(`${year}-03-10`);
        await dialog.getByLabel('Văn bản quy định').fill('Công văn 45/UBND-TCKH');
        await dialog.getByRole('button', { name: 'Xem trước' }).click();
        await dialog.getByText(/^\d+ nghĩa vụ thêm$/).waitFor({ timeout: 120_000 });
        assert.match(await dialog.locator('.difference').textContent(), /\d+ tin nhắc thêm/);
        await assertAccessible(page);
        await picture(page, 'local-rule-preview');
        await dialog.getByRole('button', { name: 'Áp dụng' }).click();
        await said(/Đã đặt quy định; \d+ nghĩa vụ thêm/);
        await rule.getByText(`Quý I/${year}: từ 01/03/${year}, hạn cuối 10/03/${year}`).waitFor();
        await assertContrast(page);
        await picture(page, 'local-rules', { fullPage: true });
      },
    );

    await check(
      'local rules: a corrected day moves what nobody has begun, and a withdrawn rule takes it back',
      async () => {
        await rule.getByRole('button', { name: /^Sửa/ }).click();
        await dialog.getByLabel('Ngày cuối được nộp').fill(`${year}-03-15`);
        await dialog.getByRole('button', { name: 'Xem trước' }).click();
        await dialog.getByText(/^\d+ nghĩa vụ đổi ngày$/).waitFor({ timeout: 120_000 });
        await dialog.getByRole('button', { name: 'Áp dụng' }).click();
        await rule.getByText(`hạn cuối 15/03/${year}`).waitFor();
        await rule.getByRole('button', { name: /^Rút/ }).click();
        await dialog.getByRole('button', { name: 'Xem trước' }).click();
        await dialog.getByText(/^\d+ nghĩa vụ rút$/).waitFor({ timeout: 120_000 });
        await dialog.getByRole('button', { name: 'Áp dụng' }).click();
        await said(/Đã rút; \d+ nghĩa vụ rút theo/);
        await rule.waitFor({ state: 'detached' });
      },
    );

    await check('local rules: the page works at 360 px by touch', async () => {
      const small = await visit(browser, phone);
      await small.context.addCookies(await district.context.cookies());
      await small.page.setViewportSize({ width: 360, height: 780 });
      await small.page.goto(`${product.address}/lich/quy-dinh`);
      await small.page.getByRole('button', { name: 'Đặt quy định' }).tap();
      await small.page.getByLabel('Tên kỳ').waitFor();
      await assertNoSidewaysScroll(small.page);
      await picture(small.page, 'local-rules-360');
      assert.deepEqual([...district.complaints, ...small.complaints], []);
      await small.context.close();
    });
  } finally {
    await district.context.close();
  }

  const admin = await visit(browser, desktop, product.links.admin);
  const at = admin.page;
  at.setDefaultTimeout(30_000);
  const box = at.getByRole('dialog');
  const window = at.locator('[data-window="r2-commune-conf"]');
  try {
    await at.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();

    await check('events: an admin sees which conferences still await their day, by who holds them', async () => {
      await at.goto(`${product.address}/lich/su-kien`);
      await window.getByText('Thông báo kết luận hội nghị: chậm nhất 5 ngày sau khi kết thúc').waitFor();
      await window.locator('details').first().locator('summary').click();
      await assertAccessible(at);
      await assertContrast(at);
      await picture(at, 'events');
    });

    await check(
      'events: the day on which one ended makes what follows from it, told first; corrected, it moves',
      async () => {
        await window
          .getByRole('button', { name: /^Ghi ngày kết thúc/ })
          .first()
          .click();
        await box.getByRole('button', { name: 'Xem trước' }).click();
        await box.getByText('Đề nghị chọn ngày, không sau hôm nay.').waitFor();
        const today = await at.evaluate(async () => (await (await fetch('/api/calendar/holidays')).json()).today);
        const day = (before) => new Date(Date.parse(today) - before * 86_400_000).toISOString().slice(0, 10);
        const shown = (iso) => iso.split('-').reverse().join('/');
        await box.getByLabel('Ngày kết thúc').fill(day(1));
        await box.getByRole('button', { name: 'Xem trước' }).click();
        await box.getByText('1 nghĩa vụ thêm').waitFor({ timeout: 120_000 });
        await assertAccessible(at);
        await picture(at, 'event-preview');
        await box.getByRole('button', { name: 'Áp dụng' }).click();
        await said(/1 nghĩa vụ thêm, 0 đổi ngày/, at);
        const event = at.locator('[data-event]').first();
        await event.getByText(`Kết thúc ngày ${shown(day(1))}`).waitFor();
        await event.getByRole('button', { name: /^Sửa ngày/ }).click();
        await box.getByLabel('Ngày kết thúc').fill(day(2));
        await box.getByRole('button', { name: 'Xem trước' }).click();
        await box.getByText('1 nghĩa vụ đổi ngày').waitFor({ timeout: 120_000 });
        await box.getByRole('button', { name: 'Áp dụng' }).click();
        await event.getByText(`Kết thúc ngày ${shown(day(2))}`).waitFor();
        await event.getByRole('button', { name: /^Rút/ }).click();
        await box.getByRole('button', { name: 'Xem trước' }).click();
        await box.getByText('1 nghĩa vụ rút').waitFor({ timeout: 120_000 });
        await box.getByRole('button', { name: 'Áp dụng' }).click();
        await at.getByText('Chưa ghi sự kiện nào của năm này.').waitFor();
      },
    );

    await check('events: the page fits 360 px, speaks English on request, and nothing complained', async () => {
      await at.setViewportSize({ width: 360, height: 780 });
      await assertNoSidewaysScroll(at);
      await picture(at, 'events-360');
      await at.getByRole('button', { name: 'EN, English' }).click();
      await at.getByRole('heading', { name: 'No day yet' }).waitFor();
      await assertAccessible(at);
      assert.deepEqual(admin.complaints, []);
    });
  } finally {
    await admin.context.close();
    await product.stop();
  }
}
