import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop, phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { until } from '../kit/checks.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

const ROW = 'Tổng thu ngân sách nhà nước trên địa bàn';
const SAVED = 'Mọi câu trả lời đã được lưu.';

/** The forms of a report on the page: typed, understood, kept, compared with others' answers, and submitted. */
export async function fillChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const { page, context, complaints } = await signedIn(browser, product);
  const form = page.locator('.fill-form:visible');
  const cell = (row, measure) => form.getByRole('textbox', { name: new RegExp(`^${row}, ${measure}`) });
  const estimate = cell(ROW, 'Ước thực hiện cả năm');
  const plan = cell(ROW, 'Kế hoạch năm \\d+, ').last();
  const about = (text) => form.locator('.about-cell').getByText(text);
  const status = page.locator('.saving-line');
  const saved = () => status.getByText(SAVED).waitFor();
  const type = async (field, text) => {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  };
  try {
    await check('fill: the official comes to the forms from what is owed, the headline first', async () => {
      await page.getByRole('link', { name: 'Điền biểu' }).click();
      await form.waitFor();
      const tabs = await page.getByRole('tab').allTextContents();
      assert.deepEqual(
        tabs.map((name) => name.slice(0, 2)),
        ['M3', 'M2', 'M1', 'M4', 'M4', 'Số'],
      );
    });

    await check(
      'fill: what is typed by keyboard is understood, worked out at once and there after a reload',
      async () => {
        await type(cell(ROW, 'Kế hoạch năm \\d+').first(), '40');
        await estimate.focus();
        await page.keyboard.type('35,5 tỷ');
        const worked = form.getByLabel(new RegExp(`^${ROW}, Ước thực hiện \\d+ so với`));
        await until(async () => (await worked.textContent()) === '88,8', 'the percentage of what is being typed');
        await page.keyboard.press('Enter');
        await until(async () => (await estimate.inputValue()) === '35,5', 'the figure as it is written');
        await saved();
        await page.reload();
        await until(async () => (await estimate.inputValue()) === '35,5', 'the figure after a reload');
        await form
          .getByText(/Thực hiện năm \d+: 33,88/)
          .first()
          .waitFor();
      },
    );

    await check('fill: of a worked-out figure it is said how it came about, in words and in figures', async () => {
      const about = form.getByRole('region', { name: new RegExp(`^Cách tính của ${ROW}, Ước thực hiện`) });
      await form.getByRole('button', { name: new RegExp(`^Cách tính của ${ROW}, Ước thực hiện`) }).click();
      await about.getByText(/^= cột «Ước thực hiện cả năm \d+» \/ cột «Kế hoạch năm \d+» × 100$/).waitFor();
      await about.getByText('= 35,5 / 40 × 100 ≈ 88,8').waitFor();
      await type(cell(ROW, 'Kế hoạch năm \\d+').first(), '50');
      await about.getByText('= 35,5 / 50 × 100 = 71').waitFor();
      await about.getByRole('button', { name: 'Đóng' }).press('Enter');
      await until(async () => (await about.count()) === 0, 'the explanation closed');
      await type(cell(ROW, 'Kế hoạch năm \\d+').first(), '40');
      await saved();
    });

    await check('fill: a figure that cannot be read stays as typed with the reason, and is not sent', async () => {
      await type(plan, 'khoảng ba mấy');
      await about(/Kế hoạch năm \d+: .*Đề nghị/).waitFor();
      assert.equal(await plan.inputValue(), 'khoảng ba mấy');
      assert.equal(await plan.getAttribute('aria-invalid'), 'true');
      await page.getByText('Có 1 ô đã gõ nhưng chưa đọc được:').waitFor();
      await plan.focus();
      await page.keyboard.press('Escape');
      await until(async () => (await plan.inputValue()) === '', 'the empty cell');
      assert.equal(await page.getByText('đã gõ nhưng chưa đọc được').count(), 0);
    });

    await check('fill: of several readings one is chosen', async () => {
      await type(plan, '3.500');
      await about('Đề nghị đồng chí').waitFor();
      await form.getByRole('button', { name: /^Lấy / }).last().press('Enter');
      await until(async () => /^3/.test(await plan.inputValue()), 'the chosen figure');
      await saved();
    });

    await check('fill: no figure yet has a reason and a day, no activity is said in words', async () => {
      await form.getByRole('button', { name: new RegExp(`^Trạng thái.*${ROW}, Ước thực hiện`) }).press('Enter');
      await form.getByLabel('Chưa có số liệu').check();
      await form.getByRole('button', { name: 'Ghi', exact: true }).press('Enter');
      await form.getByText('Đề nghị đồng chí ghi lý do chưa có số liệu.').waitFor();
      await form.getByLabel('Lý do').fill('chờ quyết toán');
      await form.getByLabel('Dự kiến ngày có số liệu').fill('2027-01-15');
      await form.getByRole('button', { name: 'Ghi', exact: true }).press('Enter');
      await about('chờ quyết toán, dự kiến có ngày 15/01/2027').waitFor();
      await type(plan, 'không áp dụng');
      await until(async () => (await plan.inputValue()) === 'Không áp dụng', 'the state in the cell');
      await saved();
    });

    await check(
      'fill: without a connection answers stay in the browser, over a reload, and go out by themselves',
      async () => {
        const isAnswer = /\/api\/reports\/.+\/answers$/;
        await context.route(isAnswer, (route) => route.abort());
        await type(estimate, '36,1');
        await status.getByText('Chưa gửi được').waitFor();
        await form.getByText('chưa gửi', { exact: true }).waitFor();
        await page.reload();
        await until(async () => (await estimate.inputValue()) === '36,1', 'the kept figure');
        await context.unroute(isAnswer);
        await saved();
        await page.reload();
        await until(async () => (await estimate.inputValue()) === '36,1', 'the sent figure');
      },
    );

    await check('fill: where somebody else answered meanwhile both answers are shown, and one is chosen', async () => {
      const address = `${product.address}/api/reports/${page.url().split('/').at(-1)}`;
      const other = async (value) => {
        const { revision, answers } = await (await page.request.get(address)).json();
        const [row, measure] = (await estimate.getAttribute('id')).split('_').slice(2);
        assert.equal(answers.cells[row][measure].state, 'value');
        const cells = { [row]: { [measure]: { state: 'value', value } } };
        assert.equal((await page.request.put(`${address}/answers`, { data: { cells, revision } })).status(), 200);
      };
      const conflict = page.getByRole('alert').filter({ hasText: 'Người khác vừa trả lời cùng chỗ' });
      await other('41.5');
      await type(estimate, '42');
      await conflict.getByText('Đang lưu: 41,5').waitFor();
      await conflict.getByText('Của đồng chí: 42').waitFor();
      await conflict.getByText(/Nguyễn Thị Mai đã ghi lúc/).waitFor();
      await conflict.getByRole('button', { name: 'Giữ câu trả lời đang lưu' }).press('Enter');
      await until(async () => (await estimate.inputValue()) === '41,5', "the other's figure");
      await other('43');
      await type(estimate, '44');
      await conflict.getByRole('button', { name: 'Lấy câu trả lời của tôi' }).press('Enter');
      await saved();
      await page.reload();
      await until(async () => (await estimate.inputValue()) === '44', 'the own figure');
      // What somebody else answered at another place is no conflict.
      await other('45');
      await type(cell(ROW, '6 tháng đầu năm'), '18');
      await saved();
      assert.equal(await conflict.count(), 0);
      await until(async () => (await estimate.inputValue()) === '45', "the other's figure elsewhere");
    });

    await check(
      'fill: lines of a list are typed, chosen, pasted from a spreadsheet, summed up and removed',
      async () => {
        await page.getByRole('tab', { name: /M4 - Biểu chuẩn bị đầu tư/ }).press('Enter');
        await form.getByRole('button', { name: 'Thêm dòng' }).press('Enter');
        const at = (line, column) => form.getByLabel(new RegExp(`^Dòng ${line}, ${column}`));
        await until(async () => at(1, 'STT').evaluate((one) => one === document.activeElement), 'the new line');
        await at(1, 'STT').evaluate((field, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }, '1\tChuyển tiếp\tDA-01\tĐường trục xã\tNhóm C\n2\tkhoi cong moi\tDA-02\tTrường mầm non\tNhóm Z\n');
        await form.getByText('Đã dán 2 dòng; 1 ô chưa đọc được').waitFor();
        await form.getByText('«Nhóm Z» không có trong các lựa chọn').waitFor();
        await at(2, 'Nhóm dự án').selectOption('Nhóm B');
        await type(at(1, 'Dự kiến tổng mức đầu tư'), '1.200');
        // Million đồng may have decimals, so this has two readings; until one is chosen nothing of it is added up.
        await form.getByRole('button', { name: 'Lấy 1.200', exact: true }).press('Enter');
        await type(at(2, 'Dự kiến tổng mức đầu tư'), '34,5');
        await form.getByRole('row', { name: /^Cộng/ }).getByText('1.234,5').waitFor();
        assert.equal(await at(2, 'Mục').inputValue(), 'new-start');
        await saved();
        await page.reload();
        await page.getByRole('tab', { name: /M4 - Biểu chuẩn bị đầu tư/ }).press('Enter');
        assert.equal(await at(2, 'Tên công trình').inputValue(), 'Trường mầm non');
        assert.equal(await at(2, 'Nhóm dự án').inputValue(), 'B');
        await form.getByRole('button', { name: 'Bỏ dòng 1' }).press('Enter');
        await until(
          async () => (await at(1, 'Tên công trình').inputValue()) === 'Trường mầm non',
          'the line that is left',
        );
        await saved();
      },
    );

    await check('fill: sections of text are kept while they are written', async () => {
      await page.getByRole('tab', { name: /^M1/ }).press('Enter');
      const section = form.getByLabel('1. Bối cảnh, thuận lợi, khó khăn');
      await section.focus();
      await page.keyboard.type('Kinh tế của xã tăng khá.');
      await form.getByText('đã lưu', { exact: true }).waitFor();
      await page.reload();
      await page.getByRole('tab', { name: /^M1/ }).press('Enter');
      assert.equal(await section.inputValue(), 'Kinh tế của xã tăng khá.');
      await page.getByRole('tab', { name: /^M3/ }).press('Enter');
    });

    await check('fill: a filled-in workbook is seen before it is written, and its faults are marked', async () => {
      await page.getByText('Điền bằng Excel').press('Enter');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /^Tải biểu M3/ }).click(),
      ]);
      const bytes = await readFile(await download.path());
      await send(page, await changed(bytes, 45, 46.5));
      const preview = page.getByRole('group', { name: 'bieu.xlsx' });
      await preview.getByText('Tệp thay đổi 1 câu trả lời:').waitFor();
      await preview.getByRole('cell', { name: '46,5' }).waitFor();
      assert.equal(await estimate.inputValue(), '45');
      await preview.getByRole('button', { name: 'Xác nhận ghi' }).press('Enter');
      await page.getByText('Đã ghi nội dung của tệp vào báo cáo.').waitFor();
      await until(async () => (await estimate.inputValue()) === '46,5', 'the figure of the workbook');
      await send(page, await changed(bytes, 45, 'bốn mươi sáu rưỡi'));
      await preview.getByText(/Tệp có 1 chỗ chưa đúng/).waitFor();
      const [marked] = await Promise.all([
        page.waitForEvent('download'),
        preview.getByRole('button', { name: 'Tải tệp có đánh dấu chỗ sai' }).press('Enter'),
      ]);
      assert.equal((await readFile(await marked.path())).subarray(0, 2).toString('latin1'), 'PK');
      await preview.getByRole('button', { name: 'Thôi' }).press('Enter');
    });

    for (const [name, tab] of [
      ['table', /^M3/],
      ['list', /M4 - Biểu chuẩn bị đầu tư/],
      ['outline', /^M1/],
    ]) {
      await check(
        `fill: ${name} at 1280 and 360 px: nothing sideways, contrast by day and night, no serious fault`,
        async () => {
          await page.getByRole('tab', { name: tab }).press('Enter');
          for (const width of [1280, 360]) {
            for (const colorScheme of ['light', 'dark']) {
              await page.setViewportSize({ width, height: 800 });
              await page.emulateMedia({ colorScheme });
              if (pictures)
                await page.screenshot({
                  path: `${pictures}/fill-${name}-${width}-${colorScheme}.png`,
                  fullPage: width === 360,
                });
              await assertNoSidewaysScroll(page);
              await assertContrast(page);
              await assertAccessible(page);
            }
          }
          await page.setViewportSize(desktop.viewport);
          await page.emulateMedia({ colorScheme: 'light' });
        },
      );
    }

    await check(
      'fill: what is missing leads to its cell; once nothing is, the headline is submitted and only read',
      async () => {
        await page.getByRole('tab', { name: /^M1/ }).press('Enter');
        const missing = page.locator('.submit-panel li button');
        assert.ok((await missing.count()) > 0);
        assert.ok(await page.getByRole('button', { name: 'Nộp báo cáo' }).isDisabled());
        const first = (await missing.first().textContent()) ?? '';
        await missing.first().press('Enter');
        await until(async () => (await focusedName(page)).startsWith(first), 'the cell that is missing');
        while ((await missing.count()) > 0) {
          const before = await missing.first().textContent();
          await missing.first().press('Enter');
          await until(async () => (await focusedName(page)).startsWith(before), 'the next cell');
          await answerFocused(page);
          await until(
            async () => (await missing.count()) === 0 || (await missing.first().textContent()) !== before,
            'it to be answered',
          );
        }
        await saved();
        await page.getByRole('button', { name: 'Nộp báo cáo' }).press('Enter');
        await page.getByRole('button', { name: 'Xác nhận nộp' }).press('Enter');
        await page.getByText(/Biểu chính đã nộp lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/).waitFor();
        assert.equal(await form.getByRole('textbox').count(), 0);
        await form.getByText('46,5').waitFor();
        await assertAccessible(page);
        assert.deepEqual(complaints, []);
      },
    );

    await check('fill: forms beside a submitted headline stay open, and are named as still owed', async () => {
      await page.getByRole('tab', { name: /^M2/ }).press('Enter');
      await form.getByRole('textbox').first().waitFor();
      // What M2 shares with the submitted headline stands.
      assert.equal(await cell(ROW, 'Ước thực hiện cả năm').count(), 0);
      assert.ok(await page.getByRole('button', { name: 'Nộp biểu kèm theo' }).isDisabled());
      await assertAccessible(page);
      await page.getByRole('link', { name: 'Việc phải nộp' }).first().press('Enter');
      const owed = page.getByRole('listitem').filter({ hasText: 'Đã nộp biểu chính, còn nợ biểu kèm theo:' });
      await owed.getByText(/M2.*\(còn \d+ mục\)/).waitFor();
      await owed.getByRole('link', { name: 'Điền biểu' }).waitFor();
      assert.deepEqual(complaints, []);
    });
  } finally {
    await context.close();
    await product.stop();
  }
}

/** Nguyễn Thị Mai, who says in the chat that it is her and asks for the pages there. */
async function signedIn(browser, product) {
  const official = await visit(browser, phone, product.links.chat);
  const chat = new ChatAtHand(official.page);
  await official.page.getByText('Có đúng là đồng chí không?').waitFor();
  await chat.taps('Đúng');
  await chat.says('/trang');
  const link = await official.page
    .getByRole('link', { name: /dang-nhap/ })
    .last()
    .getAttribute('href');
  await official.context.close();
  const visitor = await visit(browser, desktop, `${product.address}${link}`);
  visitor.page.setDefaultTimeout(10_000);
  return visitor;
}

/** The workbook with one figure of its first sheet replaced. */
async function changed(bytes, from, to) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  let found = 0;
  workbook.worksheets[0].eachRow((row) =>
    row.eachCell((one) => {
      if (one.value !== from) return;
      one.value = to;
      found += 1;
    }),
  );
  assert.equal(found, 1);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const send = (page, buffer) =>
  page.getByLabel('Tệp đã điền').setInputFiles({ name: 'bieu.xlsx', mimeType: '', buffer });

const focusedName = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** A figure within any bounds; a choice is made by its first letter. */
async function answerFocused(page) {
  const isChoice = await page.evaluate(() => document.activeElement?.tagName === 'SELECT');
  if (isChoice) return page.keyboard.press('ArrowDown');
  await page.keyboard.type('12,5');
  await page.keyboard.press('Enter');
}
