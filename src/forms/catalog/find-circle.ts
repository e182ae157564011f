/**
 * A way through `needs` (name → names it needs) that comes back to where it began, e.g. `['a', 'b', 'a']`; undefined where
 * there is none. Names that are no keys need nothing.
 */
export function findCircle(needs: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const walk = (name: string, way: string[]): string[] | undefined => {
    const at = way.indexOf(name);
    if (at >= 0) return [...way.slice(at), name];
    if (done.has(name)) return undefined;
    for (const next of needs.get(name) ?? []) {
      const circle = walk(next, [...way, name]);
      if (circle) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of needs.keys()) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return undefined;
}
