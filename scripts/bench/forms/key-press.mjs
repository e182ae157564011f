// From a key press to what follows from it, painted: in Chromium, on a report of 116 indicators with an answer in every cell.
// The server is a stand-in, so that nothing but the page is measured.
import { desktop, openBrowser } from '../../../test/browser/kit/browser.mjs';
import { startMock } from '../../../test/browser/kit/mock-api.mjs';
import { MockReport } from '../../../test/browser/kit/mock-report.mjs';
import { visit } from '../../../test/browser/kit/visitor.mjs';
import { percentile, printTable } from '../kit/figures.mjs';

export async function run({ form: definition, valueOf, rounds }) {
  const growing = definition.rows.filter((row) => !row.computed && row.type === 'number' && (row.max ?? '') === '');
  // At the top, in the middle and at the end of the table.
  const places = [0, 0.5, 1].map((part) => growing[Math.round(part * (growing.length - 1))]);
  const report = new MockReport([{ key: definition.key, version: 1, definition, schema: {}, uiSchema: {} }]);
  report.answers.cells = answersTo(definition, valueOf);
  const mock = await startMock();
  const browser = await openBrowser();
  try {
    const { page, context } = await visit(browser, desktop, `${mock.address}/dang-nhap#official`);
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
    await report.standIn(context);
    await page.goto(`${mock.address}/bao-cao/o1`);
    await page.locator('.fill-form:visible').waitFor();
    const found = { typed: [], entered: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const row of places) await pressAt(page, definition, row, found);
    }
    const rowOf = (what, times) => {
      const sorted = [...times].sort((a, b) => a - b);
      return [what, sorted.length, ...[0.5, 0.95, 1].map((share) => `${percentile(sorted, share).toFixed(0)} ms`)];
    };
    console.log(
      `\nChromium ${browser.version()}, ${definition.key}: ${definition.rows.length} rows, an answer in every cell; aim: 100 ms`,
    );
    printTable(
      ['from a key press to', 'presses', 'median', '95 %', 'slowest'],
      [
        rowOf('the figure worked out from what is typed', found.typed),
        rowOf('the state of the cell after Enter', found.entered),
      ],
    );
  } finally {
    await browser.close();
    await mock.stop();
  }
}

/** A value in every cell that is asked for. */
function answersTo(form, valueOf) {
  const measures = form.measures.filter((one) => !one.computed);
  const asked = form.rows.filter((row) => !row.computed);
  return Object.fromEntries(
    asked.map((row) => [
      row.key,
      Object.fromEntries(measures.map((one) => [one.key, { state: 'value', value: valueOf(row) }])),
    ]),
  );
}

/** Types a figure digit by digit where another is worked out from it, and enters it; each press is timed in the page. */
async function pressAt(page, { measures }, row, found) {
  const worked = measures.find((one) => one.computed?.rule === 'percent-of');
  const field = page.locator(`input[id$="_${row.key}_${worked.computed.a}"]`);
  await field.focus();
  const follows = await page.locator(`output[id$="_${row.key}_${worked.key}"]`).getAttribute('id');
  await page.keyboard.press('ControlOrMeta+a');
  for (const digit of ['3', '4', '5', '6']) found.typed.push(await timed(page, follows, digit));
  const own = await field.evaluate((element) => element.closest('[role=cell]').querySelector('[id$="-last"]').id);
  // A cell that was saved before says so until it is entered again.
  found.entered.push(await timed(page, own, 'Enter'));
  await page.locator('.saving-line').getByText('Mọi câu trả lời đã được lưu.').waitFor();
}

/** Milliseconds from the press of `key` to the paint after the text of the element called `id` changed. */
async function timed(page, id, key) {
  const shown = page.evaluateHandle(
    (id) => ({
      painted: new Promise((resolve) => {
        const element = document.getElementById(id);
        let pressedAt;
        addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true, once: true });
        const watch = new MutationObserver(() => {
          watch.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - pressedAt);
            port2.postMessage(0);
          });
        });
        watch.observe(element, { characterData: true, childList: true, subtree: true });
      }),
    }),
    id,
  );
  const handle = await shown;
  await page.keyboard.press(key);
  return handle.evaluate(({ painted }) => painted);
}
