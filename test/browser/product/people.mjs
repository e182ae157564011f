import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop, phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { until } from '../kit/checks.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** An admin takes people in by page and by workbook, invites, sets a deputy, unlinks and lets go. */
export async function peopleChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  page.setDefaultTimeout(10_000);
  const picture = async (of, name, options) => {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png`, ...options });
  };
  const row = (name) => page.locator('.person-row').filter({ hasText: name });
  const said = (text) => page.locator('.said').filter({ hasText: text }).waitFor();
  const find = async (text) => page.getByRole('searchbox').fill(text);
  const dialog = page.getByRole('dialog');
  const choose = async (label, typed, option) => {
    await dialog.getByLabel(label, { exact: true }).click();
    await page.keyboard.type(typed);
    // Each key asks the server anew: Enter takes what stands first at that moment.
    await page.locator('.ant-select-item-option-active').filter({ hasText: option }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  try {
    await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();

    await check('people: an admin opens the register and finds somebody without accents', async () => {
      await page.getByRole('link', { name: 'Cán bộ', exact: true }).click();
      await page.getByRole('heading', { name: 'Cán bộ', level: 1 }).waitFor();
      await row('Nguyễn Thị Mai').waitFor();
      await picture(page, 'people-list');
      await find('pham thi lan');
      await page.getByText('1 người', { exact: true }).waitFor();
      await row('Phạm Thị Lan').getByText('Đã liên kết').waitFor();
      await assertAccessible(page);
      await assertContrast(page);
    });

    await check('people: somebody is added by keyboard; what is wrong is said and what was typed stays', async () => {
      await page.getByRole('button', { name: 'Thêm cán bộ' }).focus();
      await page.keyboard.press('Enter');
      await dialog.getByLabel('Họ và tên').fill('Cao Thị Xuân');
      await dialog.getByLabel('Điện thoại').fill('0912 abc');
      await choose('Đơn vị', 'ngu hiep', 'Xã Ngũ Hiệp');
      await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
      await page.getByText('Số điện thoại chưa đúng').waitFor();
      assert.equal(await dialog.getByLabel('Họ và tên').inputValue(), 'Cao Thị Xuân');
      await assertAccessible(page);
      await picture(page, 'people-add');
      await dialog.getByLabel('Điện thoại').fill('0912 345 678');
      await dialog.getByLabel('Điện thoại').press('Enter');
      await said('Đã ghi Cao Thị Xuân');
      await find('xuan');
      await row('Cao Thị Xuân').getByText('0912 345 678').waitFor();
      await row('Cao Thị Xuân').getByText('Chưa liên kết').waitFor();
    });

    await check(
      'people: an invitation is shown once with a QR code, links a phone, and the page shows it',
      async () => {
        await page.getByRole('button', { name: 'Mời Cao Thị Xuân liên kết trò chuyện' }).click();
        await dialog.locator('.invitation-codes svg').first().waitFor();
        await assertAccessible(page);
        await picture(page, 'people-invitation');
        const code = (await dialog.locator('.invitation-code').textContent()).trim();
        await dialog.getByRole('button', { name: 'Đóng' }).last().click();
        const official = await visit(browser, phone, `${product.address}/chat#ma=${code}`);
        const chat = new ChatAtHand(official.page);
        await official.page.getByText('Có đúng là đồng chí không?').waitFor();
        assert.match(await chat.taps('Đúng'), /liên kết thành công/);
        assert.deepEqual(official.complaints, []);
        await official.context.close();
        await page.reload();
        await find('xuan');
        await row('Cao Thị Xuân').getByText('Đã liên kết: trò chuyện trên trang').waitFor();
      },
    );

    await check(
      'people: the chat is unlinked after a question, and Escape closes the drawer, by keyboard',
      async () => {
        await page.getByRole('button', { name: 'Sửa Cao Thị Xuân' }).press('Enter');
        const unlink = page.getByRole('button', { name: 'Huỷ liên kết trò chuyện trên trang' });
        const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
        await unlink.press('Enter');
        await until(async () => (await focused()) === 'Không', 'the answer that changes nothing');
        // Escape closes the question alone.
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Đồng ý' }).waitFor({ state: 'hidden' });
        assert.equal(await dialog.isVisible(), true);
        // And the keyboard is where it was.
        assert.equal(await unlink.evaluate((button) => document.activeElement === button), true);
        await page.keyboard.press('Enter');
        await until(async () => (await focused()) === 'Không', 'the answer that changes nothing');
        await page.keyboard.press('Tab');
        assert.equal(await focused(), 'Đồng ý');
        await page.keyboard.press('Enter');
        await unlink.waitFor({ state: 'hidden' });
        // The button went with its row: the keyboard is in the drawer.
        const isInDrawer = () => dialog.evaluate((drawer) => drawer.contains(document.activeElement));
        await until(isInDrawer, 'the keyboard in the drawer');
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
        await said('Đã huỷ liên kết');
        await row('Cao Thị Xuân').getByText('Chưa liên kết').waitFor();
      },
    );

    await check('people: a workbook shows its faults by cell, then its changes, and writes after a yes', async () => {
      await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
      await dialog.getByLabel('Chọn tệp').setInputFiles(await listOf([['Đinh Văn Sáu', '0987000111', 'Xã Không Có']]));
      await dialog.getByText('Không tìm thấy đơn vị «Xã Không Có»').waitFor();
      await assertAccessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Tải tệp có ghi chú lỗi' }).click(),
      ]);
      assert.equal((await readFile(await download.path())).subarray(0, 2).toString('latin1'), 'PK');
      await dialog.getByLabel('Chọn tệp').setInputFiles(
        await listOf([
          ['Đinh Văn Sáu', '0987000111', 'Xã Ngũ Hiệp'],
          ['Cao Thị Xuân', '0912345678', 'Xã Tứ Hiệp'],
        ]),
      );
      await dialog.getByText('1 người mới, 1 đổi đơn vị hoặc vai trò').waitFor();
      await picture(page, 'people-upload');
      await dialog.getByRole('button', { name: 'Ghi 2 thay đổi' }).click();
      await said('Đã ghi: 1 người mới');
      await find('xuan');
      await row('Cao Thị Xuân').getByText('Xã Tứ Hiệp').waitFor();
    });

    await check('people: who is not linked stands by unit, and a sheet with QR codes is made for one', async () => {
      await page.getByRole('tab', { name: 'Chưa liên kết' }).click();
      await row('Xã Ngũ Hiệp').waitFor();
      await picture(page, 'people-unlinked');
      await assertAccessible(page);
      await page.getByRole('link', { name: 'In phiếu mời Xã Ngũ Hiệp' }).click();
      await page.getByRole('button', { name: 'Lập phiếu mời' }).click();
      await page.locator('.invitation').first().waitFor();
      assert.ok((await page.locator('.invitation').count()) >= 2);
      await assertAccessible(page);
      await page.emulateMedia({ media: 'print' });
      await picture(page, 'people-sheet-print', { fullPage: true });
      assert.equal(await page.getByRole('button', { name: 'In', exact: true }).isVisible(), false);
      await page.emulateMedia({ media: null });
      await page.getByRole('link', { name: 'Về danh sách cán bộ' }).click();
    });

    await check('people: a deputy is set for some days by decision, and ended', async () => {
      await page.getByRole('tab', { name: 'Uỷ quyền và nghỉ' }).click();
      await page.getByRole('button', { name: 'Ghi uỷ quyền hoặc nghỉ' }).click();
      await choose('Người vắng', 'le quang minh', 'Lê Quang Minh');
      await dialog.getByLabel('Vai trò uỷ quyền').click();
      await page.locator('.ant-select-item-option').filter({ hasText: 'Lãnh đạo đơn vị' }).click();
      await choose('Người thay', 'pham thi lan', 'Phạm Thị Lan');
      const year = new Date().getFullYear() + 2;
      await dialog.getByLabel('Từ ngày').fill(`${year}-06-20`);
      await dialog.getByLabel('Đến hết ngày').fill(`${year}-06-27`);
      await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
      await page.getByText('Uỷ quyền cần số quyết định').waitFor();
      await dialog.getByLabel('Số quyết định').fill('12/QĐ-UBND');
      await assertAccessible(page);
      await picture(page, 'people-delegation');
      await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
      await row('Phạm Thị Lan thay mặt Lê Quang Minh').getByText('12/QĐ-UBND').waitFor();
      await page.getByRole('button', { name: 'Kết thúc hôm nay: Phạm Thị Lan thay mặt Lê Quang Minh' }).click();
      await page.getByRole('button', { name: 'Đồng ý' }).click();
      await said('Đã kết thúc');
    });

    await check('people: somebody leaves and is found among those who left', async () => {
      await page.getByRole('tab', { name: 'Danh sách' }).click();
      await find('dinh van sau');
      await page.getByRole('button', { name: 'Sửa Đinh Văn Sáu' }).click();
      await page.getByRole('button', { name: 'Thôi làm việc' }).click();
      await page.getByRole('button', { name: 'Đồng ý' }).click();
      await said('Đã ghi Đinh Văn Sáu thôi làm việc');
      await page.getByText('Không có ai khớp').waitFor();
      await page.getByLabel('Người đã thôi làm việc').check();
      await row('Đinh Văn Sáu').waitFor();
    });

    await check(
      'people: a supervisor sees the own subtree alone, on a narrow phone, and no page complained',
      async () => {
        const supervisor = await visit(browser, phone, product.links.supervisor);
        await supervisor.page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
        await supervisor.page.setViewportSize({ width: 360, height: 780 });
        await supervisor.page.goto(`${product.address}/can-bo`);
        await supervisor.page.locator('.person-row').filter({ hasText: 'Nguyễn Thị Mai' }).waitFor();
        assert.equal(await supervisor.page.locator('.person-row').filter({ hasText: 'Nguyễn Thu Hà' }).count(), 0);
        await assertNoSidewaysScroll(supervisor.page);
        await picture(supervisor.page, 'people-360');
        await supervisor.page.getByRole('button', { name: 'Sửa Nguyễn Thị Mai' }).click();
        await supervisor.page.getByLabel('Họ và tên').waitFor();
        await assertNoSidewaysScroll(supervisor.page);
        await picture(supervisor.page, 'people-edit-360');
        assert.deepEqual([...admin.complaints, ...supervisor.complaints], []);
        await supervisor.context.close();
      },
    );
  } finally {
    await admin.context.close();
    await product.stop();
  }
}

/** A list of somebody's own as a file: name, telephone, unit; all report. */
async function listOf(people) {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Danh sách');
  sheet.addRow(['Họ và tên', 'Điện thoại', 'Đơn vị', 'Vai trò']);
  for (const one of people) sheet.addRow([...one, 'cán bộ báo cáo']);
  const file = path.join(tmpdir(), `nhip-people-${process.pid}.xlsx`);
  await writeFile(file, Buffer.from(await workbook.xlsx.writeBuffer()));
  return file;
}
