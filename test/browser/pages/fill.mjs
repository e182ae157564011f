import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { until } from '../kit/checks.mjs';
import { startMock } from '../kit/mock-api.mjs';
import { MockReport } from '../kit/mock-report.mjs';
import { assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** What the page of a report does with rows, questions and refusals that the training's forms do not have. */
export async function fillPageChecks({ check }, browser) {
  const filling = async (body) => {
    const mock = await startMock();
    const visitor = await visit(browser, desktop, `${mock.address}/dang-nhap#official`);
    const { page, context, complaints } = visitor;
    page.setDefaultTimeout(10_000);
    const report = new MockReport();
    try {
      await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
      await report.standIn(context);
      await page.goto(`${mock.address}/bao-cao/o1`);
      await page.locator('.fill-form:visible').waitFor();
      const type = async (field, text) => {
        await field.focus();
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
      };
      const written = (count) => until(() => report.writes.length === count, `${count} writes`);
      await body({ page, report, type, written });
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
      await mock.stop();
    }
  };
  const revenue = (page) => page.getByRole('textbox', { name: /^Tổng thu, Ước thực hiện/ });
  const missing = (page) => page.locator('.submit-panel');

  await check('fill: a soft check asks why beside the cell, and the explanation is the note of the figure', () =>
    filling(async ({ page, report, type, written }) => {
      await type(revenue(page), '120');
      await page.locator('.about-cell').getByText('Số thu cao bất thường').waitFor();
      // Written before it is explained: else both could be one change.
      await written(1);
      await missing(page).getByText('Có 1 chỗ cần sửa hoặc giải thích:').waitFor();
      await assertAccessible(page);
      await page.getByLabel(/^Giải thích của đồng chí: Tổng thu/).fill('Thu từ đất');
      await page.getByRole('button', { name: 'Ghi giải thích' }).press('Enter');
      await page.getByText('Ước thực hiện năm 2027, giải thích: Thu từ đất').waitFor();
      await written(2);
      assert.deepEqual(report.writes[1].cells, {
        revenue: { now: { state: 'value', value: '120', note: 'Thu từ đất' } },
      });
      assert.equal(await missing(page).getByText('cần sửa hoặc giải thích').count(), 0);
    }),
  );

  await check('fill: a figure far from the year before asks why beside the cell, as the chat does', () =>
    filling(async ({ page, type }) => {
      const area = page.getByRole('textbox', { name: /^Diện tích lúa, Ước thực hiện/ });
      await type(area, '11');
      assert.equal(await page.locator('.about-cell').count(), 0);
      await area.fill('');
      await type(area, '15');
      await page.locator('.about-cell').getByText('thay đổi +50% so với năm trước (10)').waitFor();
      await missing(page).getByText('Có 1 chỗ cần sửa hoặc giải thích:').waitFor();
    }),
  );

  await check('fill: a hard check stands at the cell until the figure is another', () =>
    filling(async ({ page, type }) => {
      await type(revenue(page), '501');
      await page.locator('.about-cell .fault', { hasText: 'Số thu vượt mức' }).waitFor();
      await revenue(page).fill('');
      await type(revenue(page), '99');
      await until(async () => (await page.locator('.about-cell').count()) === 0, 'nothing to be said');
    }),
  );

  await check('fill: yes and no, choices and days are answered; a row appears once its condition holds', () =>
    filling(async ({ page, report, type, written }) => {
      assert.equal(await page.getByText('Ngày công nhận').count(), 0);
      await page.getByLabel(/^Đạt chuẩn, Ước thực hiện/).selectOption('Đạt');
      await page.getByLabel(/^Xếp loại, Ước thực hiện/).selectOption('Tốt');
      await type(page.getByLabel(/^Ngày công nhận, Ước thực hiện/), '15/5/2027');
      await until(
        async () => (await page.getByLabel(/^Ngày công nhận, Ước thực hiện/).inputValue()) === '15/05/2027',
        'the day',
      );
      await until(() => report.answers.cells.day?.now !== undefined, 'the day to be kept');
      assert.equal(report.answers.cells.standard.now.value, true);
      assert.equal(report.answers.cells.rank.now.value, 'good');
      assert.equal(report.answers.cells.day.now.value, '2027-05-15');
      await written(report.writes.length);
    }),
  );

  await check('fill: a file is sent at once and can be taken away', () =>
    filling(async ({ page, report }) => {
      const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') };
      await page.getByLabel(/^Văn bản kèm theo, Ước thực hiện/).setInputFiles(file);
      await page.getByRole('link', { name: 'Tải tệp đã lưu' }).waitFor();
      await until(() => report.answers.cells.paper?.now?.value === 'f1', 'the file to be named');
      await page.getByRole('button', { name: 'Bỏ tệp' }).press('Enter');
      await until(() => report.answers.cells.paper?.now === null, 'the file to be taken away');
    }),
  );

  await check('fill: what the server refuses stays in its cell with the reason, the rest is kept', () =>
    filling(async ({ page, report, type, written }) => {
      const path = { form: 'm3', row: 'revenue', measure: 'now' };
      report.refuse = [{ code: 'x', path, message: 'Số này chưa được nhận.' }];
      await type(revenue(page), '50');
      await type(page.getByRole('textbox', { name: /^Tổng thu, Kế hoạch/ }), '60');
      await page.locator('.about-cell').getByText('Số này chưa được nhận.').waitFor();
      await page.locator('.saving-line').getByText('Có câu trả lời chưa lưu được').waitFor();
      await written(1);
      assert.equal(await revenue(page).inputValue(), '50');
      assert.deepEqual(report.writes[0].cells, { revenue: { plan: { state: 'value', value: '60' } } });
      await revenue(page).fill('');
      await type(revenue(page), '51');
      await written(2);
      await page.getByText('Mọi câu trả lời đã được lưu.').waitFor();
    }),
  );

  await check('fill: a short form says beside its questions what checks find, and takes the explanation there', () =>
    filling(async ({ page, report, type, written }) => {
      report.answers.sections.status = { state: 'done' };
      await page.reload();
      await page.getByRole('tab', { name: /Báo cáo nhanh/ }).press('Enter');
      await type(page.getByLabel('Tiến độ'), '5');
      await page.locator('.short-form .fault').getByText('Đã xong thì tiến độ là 100%').waitFor();
      await page.locator('.short-form .odd').getByText('Tiến độ thấp').waitFor();
      await missing(page).getByText('Có 2 chỗ cần sửa hoặc giải thích:').waitFor();
      await assertAccessible(page);
      await written(1);
      await page.getByLabel('Giải thích của đồng chí: Tiến độ').fill('chờ mặt bằng');
      await page.keyboard.press('Tab');
      await page.locator('.short-form').getByText('Giải thích: chờ mặt bằng').waitFor();
      await written(2);
      assert.deepEqual(report.writes[1].sections.status, {
        state: 'done',
        progress: '5',
        'why:progress': 'chờ mặt bằng',
      });
      await missing(page).getByText('Có 1 chỗ cần sửa hoặc giải thích:').waitFor();
      await page.getByRole('button', { name: 'Sửa giải thích của Tiến độ' }).press('Enter');
      await page.getByLabel('Giải thích của đồng chí: Tiến độ').fill('chờ bàn giao');
      await page.getByRole('button', { name: 'Ghi giải thích' }).press('Enter');
      await written(3);
      assert.equal(report.answers.sections.status['why:progress'], 'chờ bàn giao');
    }),
  );

  await check("fill: a short form is drawn by the server's schema, and its numbers are read as everywhere", () =>
    filling(async ({ page, report, type }) => {
      await page.getByRole('tab', { name: /Báo cáo nhanh/ }).press('Enter');
      await type(page.getByLabel('Tiến độ'), '62,5%');
      await until(async () => (await page.getByLabel('Tiến độ').inputValue()) === '62,5', 'the percentage');
      await type(page.getByLabel('Khó khăn'), 'thiếu số liệu');
      await page.getByRole('combobox', { name: 'Tình trạng' }).press('ArrowDown');
      await page.getByRole('option').first().waitFor({ state: 'attached' });
      // The first of the list takes the answer away.
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await until(() => report.answers.sections.status?.state === 'doing', 'the choice to be kept');
      assert.deepEqual(report.answers.sections.status, {
        progress: '62.5',
        difficulty: 'thiếu số liệu',
        state: 'doing',
      });
      await assertAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await assertNoSidewaysScroll(page);
    }),
  );
}
