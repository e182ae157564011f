/** What a bubble says: a linking code is nobody's business, and `/start` nobody's word. */
export const shown = (text: string, instead: string): string => (/^\/start\s/.test(text) ? instead : text);
