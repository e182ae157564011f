import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { desktop, phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { startProduct } from '../kit/product.mjs';
import { visit } from '../kit/visitor.mjs';

const MEGABYTE = 1024 * 1024;
const FORM = 'm3-commune';

/** Files that are no workbooks to be taken: each is answered by one sentence in the page, where forms come back and where answers do. */
export async function badFilesChecks({ check }, browser) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const official = await visit(browser, phone, product.links.chat);
  try {
    await admin.page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
    const files = await badFiles(await admin.page.request.get(`${product.address}/api/forms/${FORM}/workbook`));

    for (const { what, name, content, toAdmin } of files) {
      await check(`files: an admin who brings back ${what} is told what to do, and nothing is changed`, async () => {
        const { page } = admin;
        await page.goto(`${product.address}/bieu-mau/${FORM}/sua`);
        await page.locator('.editor-bar input[type=file]').setInputFiles({ name, mimeType: '', buffer: content });
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('alert').getByText(toAdmin).waitFor({ timeout: 30_000 });
        await dialog.getByRole('button').last().press('Enter');
        await page.getByRole('button', { name: '0 thay đổi' }).waitFor();
      });
    }

    await openReport(official.page);
    for (const { what, name, content, toOfficial } of files) {
      await check(`files: an official who sends ${what} is told what to do in one sentence`, async () => {
        const { page } = official;
        const panel = page.locator('.workbook-panel');
        await page.getByLabel('Tệp đã điền').setInputFiles({ name, mimeType: '', buffer: content });
        await panel.getByRole('alert').getByText(toOfficial).waitFor({ timeout: 30_000 });
        assert.equal(await page.getByRole('group', { name }).count(), 0);
      });
    }

    await check('files: no page complained', () => {
      assert.deepEqual([...admin.complaints, ...official.complaints], []);
    });
  } finally {
    await admin.context.close();
    await official.context.close();
    await product.stop();
  }
}

async function openReport(page) {
  const chat = new ChatAtHand(page);
  await page.getByText('Có đúng là đồng chí không?').waitFor();
  await chat.taps('Đúng');
  await chat.says('/trang');
  await page
    .getByRole('link', { name: /dang-nhap/ })
    .last()
    .click();
  await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
  await page.getByRole('link', { name: 'Điền biểu' }).first().click();
  await page.getByText('Điền bằng Excel').press('Enter');
}

/** What people send by mistake or on purpose, with the sentence for each of the two who send it. */
async function badFiles(exported) {
  assert.equal(exported.status(), 200);
  const good = await exported.body();
  const rewritten = async (name, content) =>
    (await JSZip.loadAsync(good)).file(name, content).generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  return [
    {
      what: 'a file of 21 MB',
      name: 'anh-chup.xlsx',
      content: Buffer.alloc(21 * MEGABYTE),
      toAdmin: 'Dữ liệu gửi lên quá lớn; đồng chí gửi không quá 20 MB mỗi lần.',
      toOfficial: 'Dữ liệu gửi lên quá lớn; đồng chí gửi không quá 20 MB mỗi lần.',
    },
    {
      what: 'a file that unpacks to 70 MB',
      name: 'nen.xlsx',
      content: await rewritten('xl/worksheets/sheet1.xml', Buffer.alloc(70 * MEGABYTE, ' ')),
      toAdmin: /^Nội dung tệp quá lớn so với một biểu\. Đề nghị bấm «Xuất Excel»/,
      toOfficial: /^Nội dung tệp quá lớn so với một biểu; đồng chí tải lại biểu/,
    },
    {
      what: 'a file of Excel 97',
      name: 'bieu.xls',
      content: Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(2048),
        Buffer.from('Workbook', 'utf16le'),
      ]),
      toAdmin: /^Tệp ở định dạng Excel cũ \(\.xls\)\. Đề nghị lưu lại ở dạng \.xlsx/,
      toOfficial: /^Tệp đang ở định dạng Excel cũ \(\.xls\); đồng chí lưu lại/,
    },
    {
      what: 'a file with macros',
      name: 'bieu.xlsm',
      content: await rewritten('xl/vbaProject.bin', 'x'),
      toAdmin: /^Tệp có macro nên không nhận được\. Đề nghị lưu lại ở dạng \.xlsx/,
      toOfficial: /^Tệp có chứa macro nên hệ thống không nhận; đồng chí lưu lại/,
    },
    {
      what: 'a letter',
      name: 'thu.xlsx',
      content: Buffer.from('Kính gửi các đồng chí'),
      toAdmin: /^Không đọc được tệp\. Đề nghị lưu lại ở dạng \.xlsx/,
      toOfficial: /^Không đọc được tệp này như một tệp Excel/,
    },
  ];
}
