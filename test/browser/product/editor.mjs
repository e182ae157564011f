import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import { at } from '../kit/root.mjs';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { until } from '../kit/checks.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** An admin changes a form on the real product, mostly by keyboard: cells, rows, checks, a paste, and a new version. */
export async function editorChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  const opened = async (form, on = page) => {
    await on.goto(`${product.address}/bieu-mau/${form}/sua`);
    await cell(1, NAME, on).waitFor();
  };
  const cell = (row, column, on = page) =>
    on.locator(`[role=row][aria-rowindex="${row + 1}"] [role=gridcell][aria-colindex="${column}"]`);
  const saved = (on = page) => until(async () => (await on.locator('.saving').textContent()) === 'Đã lưu', 'all saved');
  const types = async (row, text, on = page) => {
    await cell(row, NAME, on).click();
    await on.keyboard.type(text);
    await on.keyboard.press('Enter');
  };
  try {
    await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();

    await check('editor: a hundred rows are a grid of which only those in view are drawn', async () => {
      await opened('m2-city');
      const grid = page.getByRole('grid', { name: 'Chỉ tiêu' });
      const rows = Number(await grid.getAttribute('aria-rowcount'));
      assert.ok(rows > 100, `${rows} rows`);
      assert.ok((await grid.getByRole('row').count()) < 60);
    });

    await check(
      'editor: by keyboard a name and a bound are typed, undone and done again, each saved by itself',
      async () => {
        await opened('m3-commune');
        const name = await cell(1, NAME).textContent();
        await types(1, 'Tốc độ tăng vốn');
        assert.equal(await cell(1, NAME).textContent(), 'Tốc độ tăng vốn');
        await page.keyboard.press('Control+z');
        assert.equal(await cell(1, NAME).textContent(), name);
        await page.keyboard.press('Control+y');
        await saved();
        for (let step = NAME; step < MIN; step += 1) await page.keyboard.press('ArrowRight');
        await page.keyboard.type('nhiều');
        await page.keyboard.press('Enter');
        await page.getByText('«nhiều» không phải là số.').waitFor();
        await page.keyboard.type('-1.234,5');
        await page.keyboard.press('Enter');
        await saved();
        await page.reload();
        assert.equal(await cell(1, NAME).textContent(), 'Tốc độ tăng vốn');
        await page.getByRole('button', { name: '2 thay đổi' }).waitFor();
      },
    );

    await check('editor: a row is added, moved up and hidden without the mouse', async () => {
      await cell(2, NAME).click();
      await page.keyboard.press('Insert');
      await page.getByLabel('Tên', { exact: true }).last().fill('Số hộ nghèo');
      await page.keyboard.press('Enter');
      await until(async () => (await cell(3, NAME).textContent()) === 'Số hộ nghèo', 'the new row below');
      const rowAtHand = () => page.evaluate(() => document.activeElement?.closest('[role=row]')?.textContent ?? '');
      await until(async () => (await rowAtHand()).includes('Số hộ nghèo'), 'the keyboard in the new row');
      await page.keyboard.press('Alt+ArrowUp');
      await until(async () => (await cell(2, NAME).textContent()) === 'Số hộ nghèo', 'the row one up');
      await page.keyboard.press('Control+Delete');
      await page.getByRole('dialog').getByRole('button', { name: 'Ẩn' }).click();
      await saved();
      await page.getByRole('button', { name: 'Hiện', exact: true }).waitFor();
    });

    await check(
      'editor: a row is split into parts that stand below it and add up, and one undo takes it back',
      async () => {
        await cell(1, NAME).click();
        const name = await cell(1, NAME).textContent();
        await page.getByRole('button', { name: 'Tách thành các phần' }).click();
        const dialog = page.getByRole('dialog');
        await assertAccessible(page);
        await dialog.getByLabel('Tên các phần, mỗi dòng một phần').fill('Khu vực nhà nước\n\nKhu vực ngoài nhà nước');
        await dialog.getByRole('button', { name: 'Tách', exact: true }).click();
        await until(
          async () => (await cell(2, NAME).textContent()) === `${name}: Khu vực nhà nước`,
          'the first part below the row',
        );
        assert.equal(await cell(3, NAME).textContent(), `${name}: Khu vực ngoài nhà nước`);
        assert.match(await cell(3, NAME).locator('xpath=..').getAttribute('class'), /row-part/);
        await saved();
        const preview = page.getByRole('group', { name: 'Trang Excel' });
        await preview.getByText(`${name}: Khu vực nhà nước`).first().waitFor();
        await cell(2, NAME).click();
        assert.equal(await page.getByRole('button', { name: 'Tách thành các phần' }).isDisabled(), true);
        await page.keyboard.press('Control+z');
        await until(async () => !(await cell(2, NAME).textContent()).includes('Khu vực nhà nước'), 'the parts gone');
        await saved();
      },
    );

    await check('editor: a pasted cell that means nothing asks first; the rest is pasted and adds rows', async () => {
      await page.getByRole('searchbox', { name: 'Tìm trong bảng' }).waitFor();
      const last = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
      await cell(last, NAME).click();
      await paste(page, 'Dòng cuối đổi tên\t\t%\nDòng thêm một\tnhóm lạ\t%\nDòng thêm hai\t\tHộ');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('«nhóm lạ» không có trong danh sách').waitFor();
      await dialog.getByRole('button', { name: 'Dán các ô còn lại' }).click();
      await page.getByText('Đã dán: sửa 1 dòng, thêm 2 dòng.').waitFor();
      await saved();
      assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), String(last + 3));
    });

    await check('editor: a check is three clicks, stands in words, and is previewed with the form', async () => {
      await cell(1, NAME).click();
      const panel = page.getByRole('complementary', { name: 'Chi tiết' });
      await panel.getByRole('button', { name: 'Nằm trong khoảng' }).click();
      await panel.getByLabel('Đến', { exact: true }).fill('1.000,5');
      await panel.getByRole('button', { name: 'Thêm, yêu cầu giải trình' }).click();
      await panel.getByText('dòng «Tốc độ tăng vốn» ≤ 1.000,5').first().waitFor();
      await saved();
      await page.getByRole('group', { name: 'Trò chuyện' }).getByText('Tốc độ tăng vốn').first().waitFor();
      await page.getByRole('group', { name: 'Trang Excel' }).getByText('Tốc độ tăng vốn').first().waitFor();
      await page.getByRole('group', { name: 'Trên web' }).getByText('Tốc độ tăng vốn').first().waitFor();
    });

    await check('editor: two pages of one draft meet in a cell; both values are shown and one is chosen', async () => {
      const other = await admin.context.newPage();
      await opened('m3-commune', other);
      await types(4, 'Tên của người kia', other);
      await saved(other);
      await other.close();
      await types(4, 'Tên của tôi');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Tên của người kia').first().waitFor();
      await dialog.getByText('Tên của tôi').first().waitFor();
      await dialog.getByRole('button', { name: 'Dùng của tôi' }).click();
      await saved();
      assert.equal(await cell(4, NAME).textContent(), 'Tên của tôi');
    });

    await check(
      'editor: a workbook that went out before asks about the cell changed since, and takes the others',
      async () => {
        const address = `${product.address}/api/forms/m3-commune/workbook?version=draft`;
        const workbook = new exceljs.Workbook();
        await workbook.xlsx.load(await (await page.request.get(address)).body());
        // Two lines of headers, and the name after the hidden key and the code.
        const nameOf = (row) =>
          workbook
            .getWorksheet('Chỉ tiêu')
            .getRow(row + 2)
            .getCell(3);
        nameOf(4).value = 'Theo tệp, dòng bốn';
        nameOf(5).value = 'Theo tệp, dòng năm';
        const other = await admin.context.newPage();
        await opened('m3-commune', other);
        await types(4, 'Sửa sau khi xuất tệp', other);
        await saved(other);
        await other.close();
        await page.locator('.editor-bar input[type=file]').setInputFiles({
          name: 'm3-commune.xlsx',
          mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
        });
        const dialog = page.getByRole('dialog');
        await dialog.getByText(/^1 chỗ vừa được người khác sửa từ khi xuất tệp này/).waitFor();
        await dialog.getByRole('button', { name: 'Áp dụng 2 thay đổi' }).click();
        await dialog.getByText('Sửa sau khi xuất tệp').first().waitFor();
        await dialog.getByText('Theo tệp, dòng bốn').first().waitFor();
        await dialog.getByRole('button', { name: 'Giữ cái đang có' }).click();
        await saved();
        assert.equal(await cell(4, NAME).textContent(), 'Sửa sau khi xuất tệp');
        assert.equal(await cell(5, NAME).textContent(), 'Theo tệp, dòng năm');
      },
    );

    await check('editor: what is typed without a network is kept over a reload and sent later', async () => {
      await admin.context.setOffline(true);
      await types(5, 'Gõ khi mất mạng');
      await page.getByText('Chưa gửi được 1 thay đổi').waitFor();
      await admin.context.setOffline(false);
      await page.reload();
      await cell(5, NAME).getByText('Gõ khi mất mạng').waitFor();
      await saved();
      assert.equal(
        await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('nhip.unsent')).length),
        0,
      );
    });

    await check('editor: a button pressed while the page around it changes is still the button released', async () => {
      await opened('m3-commune');
      await cell(6, NAME).click();
      const panel = page.getByRole('complementary', { name: 'Chi tiết' });
      const field = (name) => panel.getByLabel(name, { exact: true });
      const hidden = field('Ẩn');
      // Scrolled down, the browser itself keeps what is in view in its place.
      const toTop = () => panel.evaluate((element) => (element.scrollTop = 0));
      // What is left unreadable gets a sentence below it, which moves the box that is being pressed.
      await field('Số lẻ').fill('nhiều');
      await toTop();
      await pressed(page, hidden, () => twoFrames(page));
      await until(() => hidden.isChecked(), 'the row hidden');
      await panel.getByText('«nhiều» phải là số nguyên không âm.').waitFor();
      await field('Số lẻ').press('Escape');
      await saved();
      // The server's answer comes between press and release, with a fault that stands above everything.
      const held = await holding(page, '**/draft/edits');
      await field('Cận dưới').fill('900');
      await field('Cận trên').fill('100');
      await field('Cận trên').press('Enter');
      await toTop();
      await pressed(page, hidden, async () => {
        await held.answered();
        await twoFrames(page);
      });
      await until(async () => !(await hidden.isChecked()), 'the row shown again');
      const faults = panel.getByRole('group', { name: 'Lỗi của dòng này' });
      await faults.waitFor();
      await field('Cận dưới').fill('');
      await field('Cận trên').fill('');
      await field('Cận trên').press('Enter');
      await faults.waitFor({ state: 'detached' });
      await saved();
    });

    await check(
      'editor: the three previews stand beside the table at 1280 px, below it where there is less room',
      async () => {
        const boxes = async () => {
          const table = await page.getByRole('grid', { name: 'Chỉ tiêu' }).boundingBox();
          const faces = await Promise.all(
            ['Trên web', 'Trò chuyện', 'Trang Excel'].map((name) => page.getByRole('group', { name }).boundingBox()),
          );
          return { table, faces };
        };
        const wide = await boxes();
        for (const face of wide.faces) {
          assert.ok(face.x >= wide.table.x + wide.table.width, 'right of the table');
          assert.ok(face.y >= wide.table.y && face.y + face.height <= wide.table.y + wide.table.height + 1, 'as high');
          assert.ok(face.height > 100 && face.width > 250, `${face.width} × ${face.height}`);
        }
        await page.setViewportSize({ width: 1000, height: 900 });
        const narrow = await boxes();
        for (const face of narrow.faces) assert.ok(face.y >= narrow.table.y + narrow.table.height, 'below the table');
        await page.setViewportSize(desktop.viewport);
      },
    );

    await check('editor: no serious fault of accessibility, at 1280 and 360 px', async () => {
      const axe = await readFile(at('node_modules/axe-core/axe.min.js'), 'utf8');
      const session = await admin.context.newCDPSession(page);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await page.getByRole('heading', { name: 'Xem trước' }).waitFor();
        await assertNoSidewaysScroll(page).catch((error) => {
          // The grid scrolls sideways within itself.
          if (width === 360) throw error;
        });
        // The policy forbids scripts in the page; the debugger may still bring one.
        await session.send('Runtime.evaluate', { expression: `${axe};0` });
        const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
        const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        assert.deepEqual(
          serious.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
          [],
        );
        if (pictures) await page.screenshot({ path: `${pictures}/editor-${width}.png` });
      }
      await page.locator('.row-open').first().click();
      await page.getByRole('dialog', { name: 'Chi tiết' }).getByLabel('Tên', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await page.setViewportSize(desktop.viewport);
    });

    await check(
      'editor: the draft is checked, published with a reason, and open units are moved and moved back',
      async () => {
        await cell(1, NAME).waitFor();
        await page.getByRole('button', { name: 'Kiểm tra' }).click();
        await page.getByText('Bản nháp không có lỗi.').waitFor({ timeout: 60_000 });
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Công bố' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: 'Công bố' }).click();
        await dialog.getByText('Đề nghị ghi lý do thay đổi.').waitFor();
        await dialog.getByLabel('Lý do thay đổi').fill('Theo công văn số 12');
        await dialog.getByRole('button', { name: 'Công bố' }).click();
        await dialog.getByText('Đã công bố phiên bản 2.').waitFor({ timeout: 60_000 });
        await dialog.getByRole('button', { name: /^Chuyển \d+ báo cáo/ }).click();
        // Hundreds of units: on a loaded machine that takes its time.
        await dialog.getByText(/^Đã chuyển/).waitFor({ timeout: 180_000 });
        await dialog.getByRole('button', { name: 'Hoàn lại việc chuyển' }).click();
        await dialog.getByText('Đã hoàn lại việc chuyển.').waitFor({ timeout: 180_000 });
        await dialog.getByRole('button', { name: 'Xong' }).click();
        await until(() => page.url().endsWith('/bieu-mau/m3-commune'), 'the page of the form');
      },
    );

    await check('editor: open reports are moved and taken back later too, on the page of the form', async () => {
      await page.getByRole('tab', { name: 'Báo cáo đang mở' }).click();
      await page.getByText(/^Đã hoàn lại \d\d:\d\d/).waitFor();
      await page.getByRole('button', { name: 'Chuyển báo cáo đang mở sang phiên bản 2' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /^Chuyển \d+ báo cáo/ }).click();
      await dialog.getByText(/^Đã chuyển/).waitFor({ timeout: 180_000 });
      await dialog.getByRole('button', { name: 'Xong' }).click();
      await page.getByRole('button', { name: 'Hoàn lại', exact: true }).click();
      await assertAccessible(page);
      await page.getByRole('button', { name: 'Đồng ý' }).click();
      await page.locator('.said').filter({ hasText: 'Đã hoàn lại việc chuyển.' }).waitFor({ timeout: 180_000 });
      await until(async () => (await page.getByText(/^Đã hoàn lại \d\d:\d\d/).count()) === 2, 'both moves taken back');
      assert.equal(await page.getByRole('button', { name: 'Hoàn lại', exact: true }).count(), 0);
    });

    await check('editor: rows are copied from an earlier version, the one of another year', async () => {
      await opened('m3-commune');
      const [first] = await page.evaluate(
        async () => (await (await fetch('/api/forms/m3-commune?version=1')).json()).definition.rows,
      );
      const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
      await cell(1, NAME).click();
      await page.getByRole('button', { name: 'Chép từ biểu, năm khác' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Biểu', exact: true }).fill('cấp xã quyết nghị');
      await page.getByTitle(/HĐND cấp xã quyết nghị/).click();
      await dialog.getByRole('combobox', { name: 'Phiên bản' }).click();
      await page
        .getByTitle(/^Phiên bản 1, kế hoạch năm \d{4}$/)
        .last()
        .click();
      await dialog.getByLabel(first.label.vi, { exact: true }).check();
      await dialog.getByRole('button', { name: 'Chép 1 dòng' }).click();
      await until(async () => (await cell(2, NAME).textContent()) === first.label.vi, 'the row below');
      assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), String(rows + 1));
      await saved();
    });

    await check(
      'editor: a column of a list is worked out of others, picked by name, and one undo asks it again',
      async () => {
        await opened('m4-thda');
        await page.getByRole('searchbox', { name: 'Tìm trong bảng' }).fill('Nợ đọng');
        await cell(1, NAME).click();
        const panel = page.getByRole('complementary', { name: 'Chi tiết' });
        const rule = panel.locator('.panel-rule').filter({ has: page.getByRole('heading', { name: 'Tự tính' }) });
        const operation = rule.locator('select').first();
        const is = (value, what) => until(async () => (await operation.inputValue()) === value, what);
        await is('difference', 'the rule of the profile');
        await operation.selectOption('ratio');
        await saved();
        await page.reload();
        await page.getByRole('searchbox', { name: 'Tìm trong bảng' }).fill('Nợ đọng');
        await cell(1, NAME).click();
        await is('ratio', 'the rule that was chosen');
        await rule.getByRole('button', { name: 'Bỏ: Tự tính' }).click();
        await saved();
        assert.equal(await rule.locator('.formula').count(), 0);
        await cell(1, NAME).click();
        await page.keyboard.press('Control+z');
        await is('ratio', 'the rule taken back');
        await saved();
      },
    );

    await check('editor: a group is hidden with all its rows, and shown again by one undo', async () => {
      await opened('m3-commune');
      const rows = page.locator('.sheet .sheet-row');
      await rows.first().waitFor();
      const before = await rows.count();
      await page.getByRole('tab', { name: /^Nhóm/ }).click();
      await cell(1, NAME).click();
      await page.getByRole('toolbar').getByRole('button', { name: 'Ẩn', exact: true }).click();
      await saved();
      await until(async () => (await rows.count()) < before, 'a worksheet without its rows');
      await cell(1, NAME).click();
      await page.keyboard.press('Control+z');
      await until(async () => (await rows.count()) === before, 'the rows again');
      await saved();
    });

    await check(
      'editor: how a row is rolled up is chosen, its weight picked by name, and the change is told in words',
      async () => {
        await opened('m2-commune');
        const draft = () => page.evaluate(async () => (await fetch('/api/forms/m2-commune/draft')).json());
        const [first, second, third] = (await draft()).definition.rows;
        await cell(1, NAME).click();
        const panel = page.getByRole('complementary', { name: 'Chi tiết' });
        await panel.getByRole('heading', { name: first.label.vi }).waitFor();
        await panel.getByLabel('Cách tổng hợp').selectOption('weighted');
        await saved();
        const aggregation = async () => (await draft()).definition.rows[0].aggregation;
        assert.deepEqual(await aggregation(), { rule: 'weighted', by: second.key });
        await panel.getByRole('combobox', { name: 'Trọng số' }).fill(third.label.vi);
        await page.getByTitle(third.label.vi, { exact: true }).last().click();
        await until(async () => (await aggregation()).by === third.key, 'the weight that was picked');
        const { differences, faults } = await draft();
        assert.deepEqual(faults, []);
        assert.match(differences.at(-1).text, new RegExp(`nay là bình quân theo trọng số «${third.label.vi}»`));
        await cell(1, NAME).click();
        await page.keyboard.press('Control+z');
        await page.keyboard.press('Control+z');
        await until(async () => (await aggregation()).rule === first.aggregation.rule, 'what it was');
      },
    );

    await check('editor: no page complained', () => assert.deepEqual(admin.complaints, []));
  } finally {
    await admin.context.close();
    await product.stop();
  }
}

/** Goes down on a button, near its upper edge, and up in the same place after `between`. */
async function pressed(page, button, between) {
  const box = await button.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 4);
  await page.mouse.down();
  await between();
  await page.mouse.up();
}

/** Whatever the page wanted to draw by now it has drawn. */
const twoFrames = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Holds the answers of an address back until they are asked for: `answered` gives all until none is under way. */
async function holding(page, address) {
  let [open, isHeld, release] = [0, true, () => {}];
  const go = new Promise((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    open += 1;
    const response = await route.fetch();
    if (isHeld) await go;
    await route.fulfill({ response });
    open -= 1;
  });
  return {
    answered: async () => {
      await until(() => open > 0, `a request to ${address}`);
      isHeld = false;
      release();
      await until(() => open === 0, `the answer of ${address}`);
      await page.unroute(address);
    },
  };
}

/** Where the columns stand, from 1: the mark and the place come before the code and the name. */
const NAME = 4;
const MIN = 9;

/** Pastes as a spreadsheet would have put it on the clipboard. */
const paste = (page, text) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }, text);
