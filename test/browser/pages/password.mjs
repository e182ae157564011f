import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { startMock } from '../kit/mock-api.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** Sign-in by password, and the page of the own password. */
export async function passwordChecks({ check }, browser, pictures) {
  const at = async (path, body, password) => {
    const mock = await startMock();
    mock.password = password;
    const visitor = await visit(browser, desktop, `${mock.address}${path}`);
    try {
      await body({ mock, ...visitor });
      assert.deepEqual(visitor.complaints, []);
    } finally {
      await visitor.context.close();
      await mock.stop();
    }
  };
  const hoa = { login: 'hoa.nt', password: 'mưa rào tháng sáu' };

  await check('password: whoever has one comes in with the keyboard alone, a wrong one keeps what was typed', () =>
    at(
      '/',
      async ({ mock, page }) => {
        await page.getByRole('link', { name: 'Đăng nhập bằng mật khẩu' }).click();
        await page.getByLabel('Tên đăng nhập').focus();
        await page.keyboard.press('Enter');
        await page.getByText('Đề nghị đồng chí nhập tên đăng nhập và mật khẩu.').waitFor();
        await page.keyboard.type('hoa.nt');
        await page.keyboard.press('Tab');
        await page.keyboard.type('mưa rào');
        await page.keyboard.press('Enter');
        await page.getByText('Tên đăng nhập hoặc mật khẩu chưa đúng.').waitFor();
        assert.equal(await page.getByLabel('Tên đăng nhập').inputValue(), 'hoa.nt');
        await page.keyboard.type(' tháng sáu');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
        assert.equal(page.url(), `${mock.address}/`);
      },
      hoa,
    ),
  );

  await check('password: it is hidden until the reader asks to see it', () =>
    at('/dang-nhap', async ({ page }) => {
      const field = page.getByLabel('Mật khẩu', { exact: true });
      assert.equal(await field.getAttribute('type'), 'password');
      await page.getByRole('button', { name: 'Hiện' }).click();
      assert.equal(await field.getAttribute('type'), 'text');
      assert.equal(await field.getAttribute('autocomplete'), 'current-password');
    }),
  );

  await check('password: the first one is set with a login, the next one by who knows the present one', () =>
    at('/dang-nhap#official', async ({ mock, page }) => {
      await page.getByRole('link', { name: 'Mật khẩu' }).click();
      await page.getByLabel('Tên đăng nhập').fill('hoa.nt');
      await page.getByLabel('Mật khẩu mới').fill('ngắn');
      await page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
      await page.getByText('Mật khẩu cần ít nhất 12 ký tự.').waitFor();
      await page.getByLabel('Mật khẩu mới').fill(hoa.password);
      await page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
      await page.getByText('Đã lưu mật khẩu.').waitFor();
      await page.getByText('Tên đăng nhập của đồng chí: hoa.nt').waitFor();
      await page.getByLabel('Mật khẩu hiện nay').fill(hoa.password);
      await page.getByLabel('Mật khẩu mới').fill('nắng hanh tháng mười');
      await page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
      await page.getByText('Đã lưu mật khẩu.').waitFor();
      assert.deepEqual(mock.password, { login: 'hoa.nt', password: 'nắng hanh tháng mười' });
    }),
  );

  for (const [name, path] of [
    ['sign-in', '/dang-nhap'],
    ['own', '/mat-khau'],
  ]) {
    await check(
      `password: ${name} at 360 and 1280 px: nothing sideways, contrast by day and night, no serious fault`,
      () =>
        at(name === 'own' ? '/dang-nhap#official' : path, async ({ mock, page }) => {
          if (name === 'own') {
            await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
            await page.goto(`${mock.address}${path}`);
          }
          await page.getByLabel('Tên đăng nhập').waitFor();
          for (const width of [1280, 360]) {
            for (const colorScheme of ['light', 'dark']) {
              await page.setViewportSize({ width, height: 800 });
              await page.emulateMedia({ colorScheme });
              if (pictures) await page.screenshot({ path: `${pictures}/password-${name}-${width}-${colorScheme}.png` });
              await assertNoSidewaysScroll(page);
              await assertContrast(page);
              await assertAccessible(page);
            }
          }
        }),
    );
  }
}
