// Draws web/public/icons/*.png from icon.svg with the same Chromium that the browser tests use. Run after changing the drawing:
//   node test/browser/make-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { openBrowser } from './kit/browser.mjs';
import { at } from './kit/root.mjs';

const svg = readFileSync(at('web/public/icons/icon.svg'), 'utf8');
// A maskable icon is cut to any shape: its drawing stays within the middle and its ground fills the square.
const maskable = svg.replace('rx="14"', 'rx="0"').replace('<path', '<path transform="translate(9.6 9.6) scale(0.7)"');
const square = svg.replace('rx="14"', 'rx="0"');

const browser = await openBrowser();
const page = await browser.newPage();
for (const [name, size, drawing] of [
  ['icon-180', 180, square],
  ['icon-192', 192, svg],
  ['icon-512', 512, svg],
  ['icon-maskable-512', 512, maskable],
]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  writeFileSync(at(`web/public/icons/${name}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
