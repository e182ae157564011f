/** What an act would do, and how to do it; or that it is done. Vietnamese / English. */
export function toldFirst(effect: Readonly<Record<string, unknown>>, applied: boolean): string {
  const told = Object.entries(effect)
    .map(
      ([name, count]) =>
        `  ${WORDS[name] ?? name}: ${typeof count === 'object' ? JSON.stringify(count) : String(count)}`,
    )
    .join('\n');
  return applied
    ? `Đã thực hiện / done:\n${told}`
    : `Chưa thực hiện; thêm --confirm để thực hiện / nothing is done yet, add --confirm to do it:\n${told}`;
}

const WORDS: Readonly<Record<string, string>> = {
  added: 'nghĩa vụ báo cáo thêm mới / obligations added',
  moved: 'hạn dời / due days moved',
  withdrawn: 'nghĩa vụ báo cáo rút / obligations withdrawn',
  kept: 'giữ nguyên vì đã bắt đầu / kept because begun',
  lateAtOnce: 'trong đó quá hạn ngay / of these late at once',
  waived: 'trong đó đã quá hạn, được miễn / of these over already and waived',
  settled: 'không dời vì đã xong / not moved because settled',
  notDueYet: 'trong đó chưa đến hạn / of these not due yet',
};
