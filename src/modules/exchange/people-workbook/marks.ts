/** What a list of people is known by: hidden names above the header. */
export const MARKER = 'nhip-people';
export const NAMES_ROW = 1;
export const HEADER_ROW = 2;
/** Rows with drop-downs below the last one, for those who are added. */
export const SPARE_ROWS = 500;
/** Most rows that are read. */
export const MOST_ROWS = 10_000;
