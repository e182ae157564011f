/** `text` without what no database keeps as text: the character 0 and halves of surrogate pairs. */
export const keepable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
