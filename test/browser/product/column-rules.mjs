import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { until } from '../kit/checks.mjs';
import { official, publishes } from '../kit/new-version.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** Columns of a table are worked out and wait for conditions as its rows do: picked by an admin, then filled by an official. */
export async function columnRulesChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  await page.goto(`${product.address}/bieu-mau/m3-commune/sua`);
  const draft = () => page.evaluate(async () => (await fetch('/api/forms/m3-commune/draft')).json());
  const saved = () => until(async () => (await page.locator('.saving').textContent()) === 'Đã lưu', 'all saved');
  const panel = page.getByRole('complementary', { name: 'Chi tiết' });
  const rule = (name) => panel.locator('.panel-rule').filter({ has: page.getByRole('heading', { name }) });
  const pick = async (box, name) => {
    await box.fill(name);
    await page.getByTitle(name, { exact: true }).last().click();
  };
  let rows, measures, worked, waiting, asked;
  try {
    await check('column rules: a column becomes the share of a total, another waits, both said in words', async () => {
      await page.getByRole('tab', { name: /^Cột số liệu/ }).click();
      ({ rows, measures } = (await draft()).definition);
      worked = measures.findLast(({ computed }) => computed);
      waiting = measures.findLast(({ computed, sort }) => !computed && sort === 'plan');
      [asked] = measures.filter(({ computed }) => !computed);
      const line = (measure) =>
        page.getByRole('row').filter({ hasText: measure.label.vi }).getByRole('gridcell').nth(3);
      await line(worked).click();
      await panel.getByRole('heading', { name: worked.label.vi }).waitFor();
      await rule('Tự tính').locator('select').first().selectOption('share');
      await pick(rule('Tự tính').getByRole('combobox', { name: 'Dòng' }).last(), rows[0].label.vi);
      await saved();
      const measure = async ({ key }) => (await draft()).definition.measures.find((one) => one.key === key);
      assert.equal((await measure(worked)).computed.of[0].row, rows[0].key);
      await line(waiting).click();
      await panel.getByRole('heading', { name: waiting.label.vi }).waitFor();
      await rule('Chỉ hỏi khi').getByRole('button', { name: 'Đặt: Chỉ hỏi khi' }).click();
      await rule('Chỉ hỏi khi').locator('select').first().selectOption('compare');
      await saved();
      assert.deepEqual((await measure(waiting)).visibleWhen.a, { op: 'cell', measure: asked.key });
      assert.deepEqual((await draft()).faults, []);
      if (pictures) await page.screenshot({ path: `${pictures}/column-rules-editor.png` });
      await assertAccessible(page);
    });

    await check(
      'column rules: the official is asked the column where it applies, and sees the share grow',
      async () => {
        await publishes(page, product, 'm3-commune', 'Thêm cơ cấu');
        const { page: at, context, complaints } = await official(browser, product);
        await at.getByRole('link', { name: 'Điền biểu' }).click();
        const form = at.locator('.fill-form:visible');
        const line = form.getByRole('row').filter({ hasText: rows[1].label.vi });
        const cell = ({ key }) => line.locator(`[data-measure="${key}"]`);
        const type = async (field, text) => {
          await field.focus();
          await at.keyboard.press('ControlOrMeta+a');
          await at.keyboard.type(text);
          await at.keyboard.press('Tab');
        };
        await cell(asked).waitFor();
        assert.equal(await cell(waiting).count(), 0);
        await type(cell(asked), '0');
        await cell(waiting).waitFor();
        await type(cell(asked), '5');
        await until(async () => (await cell(waiting).count()) === 0, 'the column not asked again');
        for (const width of [1280, 360]) {
          await at.setViewportSize({ width, height: 800 });
          if (pictures) await at.screenshot({ path: `${pictures}/column-rules-fill-${width}.png` });
          await assertNoSidewaysScroll(at);
          await assertAccessible(at);
        }
        assert.deepEqual(complaints, []);
        await context.close();
      },
    );
  } finally {
    await admin.context.close();
    await product.stop();
  }
}
