/** Whether two values are equal as JSON, whatever the order of their keys. Undefined is absent, as JSON has it; null is not. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [of, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = keysOf(of);
  return (
    keys.length === keysOf(other).length && keys.every((key) => Object.hasOwn(other, key) && same(of[key], other[key]))
  );
}

const keysOf = (one: Record<string, unknown>): string[] => Object.keys(one).filter((key) => one[key] !== undefined);
