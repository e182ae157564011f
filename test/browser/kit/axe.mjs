import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { at } from './root.mjs';

const source = readFileSync(at('node_modules/axe-core/axe.min.js'), 'utf8');

/** No fault of accessibility that axe calls serious or critical, in the page as it is now. */
export async function assertAccessible(page) {
  // Evaluated by the browser itself: the content security policy would refuse a script tag.
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    );
  assert.deepEqual(faults, []);
}
