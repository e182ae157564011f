import assert from 'node:assert/strict';
import { assertAccessible } from './axe.mjs';

/** A page of its own browser profile that remembers whatever the console complained about. */
export async function visit(browser, device, address) {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  const complaints = watch(page);
  if (address) await page.goto(address);
  return { context, page, complaints };
}

/** What every part looks at: a picture where pictures are wanted, what the page has just said, and whether a page looks well. */
export function lookingAt(page, pictures) {
  const picture = async (name, options) => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, ...options });
  };
  return {
    picture,
    said: (text) => page.locator('.said').filter({ hasText: text }).waitFor(),
    async looksWell(name) {
      await assertNoSidewaysScroll(page);
      await assertAccessible(page);
      await assertContrast(page);
      await picture(name, { fullPage: true });
    },
  };
}

/** Errors of scripts and of the content security policy; answers of 4xx and a cut network are part of the tests. */
export function watch(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/Failed to load resource|net::ERR_|EventSource/.test(text))
      complaints.push(text);
  });
  return complaints;
}

/** Nothing sticks out to the right, at the width that the page has now, but for what a box of its own scrolls or clips. */
export async function assertNoSidewaysScroll(page) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const isClipped = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return box.getBoundingClientRect().right <= room + 0.5;
      }
      return false;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !element.closest('.unseen, .skip'))
      .filter((element) => element.getBoundingClientRect().right > room + 0.5 && !isClipped(element))
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`);
  });
  assert.deepEqual(wide, []);
  const [scroll, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(scroll <= room, `the page is ${scroll} px wide in ${room} px`);
}

/** Every text has the contrast of WCAG AA against what lies behind it: 4.5, or 3 for large text. */
export async function assertContrast(page) {
  const weak = await page.evaluate(() => {
    const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([red, green, blue]) =>
      [red, green, blue]
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
    const over = (front, back, opacity) =>
      front.slice(0, 3).map((value, at) => value * opacity + back[at] * (1 - opacity));
    const ground = (element) => {
      for (let each = element; each; each = each.parentElement) {
        const colour = channels(getComputedStyle(each).backgroundColor);
        if ((colour[3] ?? 1) > 0) return colour;
      }
      return [255, 255, 255];
    };
    const opacityOf = (element) => {
      let opacity = 1;
      for (let each = element; each; each = each.parentElement) opacity *= Number(getComputedStyle(each).opacity);
      return opacity;
    };
    const ownText = (element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
    return [...document.querySelectorAll('body *')]
      .filter(
        (element) => ownText(element) && element.checkVisibility() && !element.closest('.unseen, :disabled, script'),
      )
      .map((element) => {
        const style = getComputedStyle(element);
        const behind = ground(element);
        const text = over(channels(style.color), behind, opacityOf(element));
        const [high, low] = [light(text), light(behind)].sort((one, other) => other - one);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        return {
          ratio: (high + 0.05) / (low + 0.05),
          enough: large ? 3 : 4.5,
          text: element.textContent.trim().slice(0, 40),
        };
      })
      .filter(({ ratio, enough }) => ratio < enough)
      .map(({ ratio, text }) => `${ratio.toFixed(2)}: ${text}`);
  });
  assert.deepEqual(weak, []);
}
