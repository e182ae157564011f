/** What a definition's workbook is known by: hidden names above each header, and a sheet that no program shows. */
export const STAMP_SHEET = 'nhip-definition';
export const MARKER = 'nhip-list';
export const NAMES_ROW = 1;
export const HEADER_ROW = 2;
export const CHOICE_COLUMNS = ['of', 'choice', 'label.vi', 'label.en'] as const;
