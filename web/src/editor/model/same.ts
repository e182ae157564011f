/** Whether two JSON values say the same, whatever the order of their keys; an absent field is no field. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ours, theirs] = [present(one), present(other)];
  if (ours.length !== theirs.length) return false;
  return ours.every((key) => same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}

const present = (value: object): string[] =>
  Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined);
