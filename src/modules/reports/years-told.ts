/**
 * The same list, in which each title names its plan year where the list holds more than one: for months two cycles overlap, and the
 * same act is owed for both. `named` writes a title with its year.
 */
export function yearsTold<T extends { title: string; planYear: number }>(
  list: readonly T[],
  named: (one: { title: string; planYear: number }) => string,
): T[] {
  if (new Set(list.map(({ planYear }) => planYear)).size < 2) return [...list];
  return list.map((one) =>
    one.title.includes(String(one.planYear))
      ? one
      : { ...one, title: named({ title: one.title, planYear: one.planYear }) },
  );
}
