import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { desktop, phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { startProduct } from '../kit/product.mjs';
import { lookingAt, visit } from '../kit/visitor.mjs';

const DECISION = 'Công văn 77/SKHĐT';

/** Clause IV.2 d: the planning department asks, a department agrees by a signed document, and both sides see it. */
export async function agreementChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  page.setDefaultTimeout(30_000);
  const asAdmin = (path, body) =>
    page.evaluate(
      async ([to, given]) => {
        const reply = await fetch(`/api/${to}`, {
          ...(given && {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(given),
          }),
        });
        if (!reply.ok) throw new Error(`${to}: ${reply.status} ${await reply.text()}`);
        return reply.json();
      },
      [path, body],
    );
  const seesOfCity = async (words) => {
    await page.goto(`${product.address}/chi-tieu`);
    await page.getByLabel('Đơn vị', { exact: true }).selectOption('so-khdt');
    await page.getByText(words).first().waitFor();
  };
  let official;
  try {
    await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();

    await check(
      'agreement: the planning department asks every department, and sees that nobody has agreed',
      async () => {
        const { today } = await asAdmin('calendar/holidays');
        const planYear = Number(today.slice(0, 4)) + 1;
        const day = (ahead) => new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(5, 10);
        const asked = await asAdmin('calendar/rules', {
          ...{ milestone: 'r3-dept-agree', setBy: 'so-khdt', key: 'agree', fromPlanYear: planYear, forms: [] },
          periods: [
            {
              key: 'council',
              title: { vi: 'Kế hoạch năm {P}', en: 'Plan of {P}' },
              opens: { monthDay: day(0), yearOf: 'report-year' },
              due: { monthDay: day(10), yearOf: 'report-year' },
            },
          ],
          ...{ decision: DECISION, confirmed: true },
        });
        assert.equal(asked.effect.added, 16);
        await seesOfCity('0 trên 16 sở, ban, ngành đã thống nhất chỉ tiêu giao');
      },
    );

    await check(
      'agreement: an official of a department finds it on a phone, and records the signed document',
      async () => {
        const unit = (await asAdmin('people/units')).find(({ name }) => name === 'Sở Y tế').code;
        const { id } = await asAdmin('people', {
          ...{ name: 'Phan Thị Vân', title: 'chuyên viên' },
          roles: [{ unit, role: 'official' }],
        });
        const { code } = await asAdmin(`people/${id}/invitation`, {});
        official = await visit(
          browser,
          { ...phone, viewport: { width: 360, height: 780 } },
          `${product.address}/chat#ma=${code}`,
        );
        const at = official.page;
        at.setDefaultTimeout(30_000);
        const { said, looksWell } = lookingAt(at, pictures);
        const chat = new ChatAtHand(at);
        await at.getByText('Có đúng là đồng chí không?').waitFor();
        await chat.taps('Đúng');
        await chat.says('/trang');
        await at
          .getByRole('link', { name: /dang-nhap/ })
          .last()
          .click();
        const owed = at.locator('.row').filter({ hasText: 'Thống nhất các chỉ tiêu giao kế hoạch' });
        await owed.getByRole('button', { name: /^Ghi văn bản đã ký/ }).tap();
        await owed.getByRole('button', { name: 'Ghi văn bản', exact: true }).tap();
        await owed.getByText('Đề nghị chọn ngày ký.').waitFor();
        assert.equal(await owed.getByText('Đề nghị ghi mục này.').count(), 2);
        assert.match(await owed.getByLabel('Nơi nhận').inputValue(), /Sở Kế hoạch và Đầu tư/);
        await owed.getByLabel('Số, ký hiệu văn bản').fill('501/SYT-KHTC');
        const { today } = await asAdmin('calendar/holidays');
        await owed.getByLabel('Ngày ký').fill(today);
        await owed.getByLabel('Người ký').fill('Nguyễn Văn Đức');
        const scan = (size) => ({ name: '501-SYT.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(size, '%') });
        await owed.getByLabel(/^Bản chụp văn bản/).setInputFiles(scan(10_000_001));
        await owed.getByText('Tệp lớn hơn 10 MB.').waitFor();
        await owed.getByLabel(/^Bản chụp văn bản/).setInputFiles(scan(3_000_000));
        await looksWell('agreement-document-360');
        await owed.getByRole('button', { name: 'Ghi văn bản', exact: true }).tap();
        await said('Đã ghi văn bản 501/SYT-KHTC.');
        await owed.getByRole('button', { name: /^Ghi văn bản đã ký/ }).waitFor({ state: 'detached' });
        await owed.getByText('Văn bản đã ký', { exact: true }).tap();
        await owed.getByText(/501\/SYT-KHTC, ký ngày .*, người ký: Nguyễn Văn Đức/).waitFor();
        const [download] = await Promise.all([
          at.waitForEvent('download'),
          owed.getByRole('link', { name: 'Tải bản chụp: 501-SYT.pdf' }).tap(),
        ]);
        assert.equal(download.suggestedFilename(), '501-SYT.pdf');
        assert.equal((await stat(await download.path())).size, 3_000_000);
      },
    );

    await check('agreement: the planning department sees who agreed, and who has not', async () => {
      await seesOfCity('1 trên 16 sở, ban, ngành đã thống nhất chỉ tiêu giao');
      await page.getByText('1 trên 16 sở, ban, ngành').click();
      await page.getByText(/^Sở Y tế: đã thống nhất/).waitFor();
      await lookingAt(page, pictures).looksWell('agreement-seen');
      assert.deepEqual([...admin.complaints, ...official.complaints], []);
    });
  } finally {
    await admin.context.close();
    await official?.context.close();
    await product.stop();
  }
}
