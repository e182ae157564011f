import { chromium } from 'playwright-core';

/** The system's Chromium: nothing is downloaded. `paceMs` waits before every key and press, as a person does. */
export const openBrowser = (paceMs = 0) =>
  chromium.launch({
    slowMo: paceMs,
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // The order of day and month in a date field follows the browser's own language, not the page's.
    args: ['--lang=en-US', '--no-sandbox', '--headless=new', '--disable-gpu', '--disable-dev-shm-usage'],
  });

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
};
export const desktop = { viewport: { width: 1280, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
