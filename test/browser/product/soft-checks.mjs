import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { until } from '../kit/checks.mjs';
import { official, publishes } from '../kit/new-version.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

const ODD = 'vốn đã bố trí vượt tổng mức đầu tư';
const FAST = 'kế hoạch tăng nhanh bất thường';
const SAVED = 'Mọi câu trả lời đã được lưu.';
const column = (key) => ({ op: 'column', column: key });

/** A soft check in a line of a list and at a worked-out figure: asked there, explained there, read by who receives the report. */
export async function softChecksChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  await admin.page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  const added = (item) => [{ do: 'add', list: 'checks', after: null, item }];
  const allocated = added({
    ...{ key: 'within', level: 'soft', column: 'prep_allocated_to_date', message: { vi: ODD } },
    holds: { op: 'compare', a: column('prep_allocated_to_date'), by: '<=', b: column('estimated_total') },
  });
  const grown = added({
    ...{ key: 'fast', level: 'soft', row: 'state-budget-revenue', measures: ['plan-growth'], message: { vi: FAST } },
    holds: { op: 'compare', a: { op: 'cell' }, by: '<=', b: { op: 'number', value: '50' } },
  });
  await publishes(admin.page, product, 'm4-cbdt', 'Thêm kiểm tra', allocated);
  await publishes(admin.page, product, 'm3-commune', 'Thêm kiểm tra', grown);
  await admin.context.close();
  const { page, context, complaints } = await official(browser, product);
  const form = page.locator('.fill-form:visible');
  const asked = page.locator('.submit-panel');
  const type = async (field, text) => {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  };
  const saved = () => page.locator('.saving-line').getByText(SAVED).waitFor();
  const line = (name) => form.getByLabel(new RegExp(`^Dòng 1, ${name}`));
  try {
    await check('soft checks: a line of a list says beside its column what is odd, and asks why there', async () => {
      await page.getByRole('link', { name: 'Điền biểu' }).click();
      await page.getByRole('tab', { name: /M4 - Biểu chuẩn bị đầu tư/ }).press('Enter');
      await form.getByRole('button', { name: 'Thêm dòng' }).press('Enter');
      await type(line('Tên công trình'), 'Trường mầm non');
      await type(line('Dự kiến tổng mức đầu tư'), '10');
      await type(line('Lũy kế'), '12');
      await form.locator('.odd').getByText(`${ODD} (12 > 10)`).waitFor();
      await saved();
      await asked.getByText(ODD).waitFor();
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        if (pictures) await page.screenshot({ path: `${pictures}/soft-check-list-${width}.png`, fullPage: true });
        await assertNoSidewaysScroll(page);
        await assertContrast(page);
        await assertAccessible(page);
      }
      await page.setViewportSize(desktop.viewport);
      const isFocused = (one) => one === document.activeElement;
      await asked.getByRole('button', { name: new RegExp(ODD) }).press('Enter');
      await until(() => line('Lũy kế').first().evaluate(isFocused), 'the column that is asked about');
      await form.getByLabel(/^Giải thích của đồng chí: Dòng 1/).fill('ứng trước vốn');
      await form.getByRole('button', { name: 'Ghi giải thích' }).press('Enter');
      await form.getByText('Giải thích: ứng trước vốn').waitFor();
      await saved();
      assert.equal(await asked.getByText(ODD).count(), 0);
    });

    await check(
      'soft checks: a worked-out figure is asked about at its cell, and its explanation kept over a reload',
      async () => {
        await page.getByRole('tab', { name: /^M3/ }).press('Enter');
        const cell = (measure) =>
          form.getByRole('textbox', { name: new RegExp(`^Tổng thu ngân sách nhà nước trên địa bàn, ${measure}`) });
        await type(cell('Ước thực hiện cả năm'), '10');
        await type(cell('Kế hoạch năm \\d+, ').last(), '20');
        await form.locator('.about-cell .odd').getByText(FAST).waitFor();
        await form.getByLabel(/^Giải thích của đồng chí: Tổng thu.*Kế hoạch.*tăng/).fill('thu tiền đất');
        await form.getByRole('button', { name: 'Ghi giải thích' }).press('Enter');
        await form.getByText('Giải thích: thu tiền đất').waitFor();
        await saved();
        await page.reload();
        await form.getByText('Giải thích: thu tiền đất').waitFor();
        assert.equal(await asked.getByText(FAST).count(), 0);
        await assertAccessible(page);
        assert.deepEqual(complaints, []);
      },
    );

    await check('soft checks: whoever receives the report reads both explanations in their places', async () => {
      const reader = await visit(browser, desktop, product.links.supervisor);
      await reader.page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
      await reader.page.goto(page.url());
      const read = reader.page.locator('.fill-form:visible');
      await read.getByText('Giải thích: thu tiền đất').waitFor();
      await reader.page.getByRole('tab', { name: /M4 - Biểu chuẩn bị đầu tư/ }).press('Enter');
      await read.getByText('Giải thích: ứng trước vốn').waitFor();
      assert.equal(await read.getByRole('button', { name: /giải thích/i }).count(), 0);
      await assertAccessible(reader.page);
      assert.deepEqual(reader.complaints, []);
      await reader.context.close();
    });
  } finally {
    await context.close();
    await product.stop();
  }
}
