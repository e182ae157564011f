import type { OwedItem } from '../api/types';
import type { Texts } from '../texts/vi';

const settled = ['submitted', 'document-recorded', 'waived'];

export const isSettled = (item: OwedItem): boolean => settled.includes(item.state);

/** Days left in words; nothing for what is settled, since nobody waits for it any more. */
export function howLong(item: OwedItem, texts: Texts): string | undefined {
  if (isSettled(item)) return undefined;
  if (item.daysLeft === 0) return texts.owed.today;
  return item.daysLeft > 0 ? texts.owed.daysLeft(item.daysLeft) : texts.owed.daysLate(-item.daysLeft);
}

/** How loud a row is: late, within three days, settled, or calm. */
export function tone(item: OwedItem): 'late' | 'soon' | 'settled' | 'calm' {
  if (isSettled(item)) return 'settled';
  if (item.late) return 'late';
  return item.daysLeft <= 3 ? 'soon' : 'calm';
}
