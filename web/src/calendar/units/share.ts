/** `0,40` → `0.4`; undefined where it is no share. */
export function readShare(typed: string): string | undefined {
  const text = typed.trim().replace(',', '.');
  if (/^1(\.0*)?$/.test(text)) return '1';
  const share = text.replace(/0+$/, '');
  return /^0\.\d{0,17}[1-9]$/.test(share) ? share : undefined;
}
