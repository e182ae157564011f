/** The spreadsheet number format of a number with so many decimals; separators follow the reader's own settings. */
export function numberFormat(decimals: number, ungrouped = false): string {
  const whole = ungrouped ? '0' : '#,##0';
  return decimals === 0 ? whole : `${whole}.${'0'.repeat(decimals)}`;
}

export const TEXT_FORMAT = '@';
export const DATE_FORMAT = 'dd/mm/yyyy';
