import { understand } from '../../forms/index.js';

/** "chờ quyết toán, 05/7": what is a day still to come is the expected day, the rest is the reason. */
export function readReason(text: string, today: string): { reason: string; expectedOn?: string } {
  const found = /(?<!\d)\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)/.exec(text)?.[0];
  const day = found === undefined ? undefined : understand({ type: 'date', future: true }, found, { today });
  const said = day?.outcome === 'ok' || day?.outcome === 'confirm' ? day.value : undefined;
  const expectedOn = typeof said === 'string' ? said : undefined;
  const words = expectedOn && found ? text.replace(found, ' ') : text;
  const reason = words
    .normalize('NFC')
    .replace(/[\s,;.]+$/u, '')
    .trim();
  return { reason: reason.slice(0, 500), expectedOn };
}
