/**
 * A way through `needs` (name → names it needs) that comes back to where it began, e.g. `['a', 'b', 'a']`; undefined where
 * there is none. Names that are no keys need nothing. It keeps its own way back, so that no chain is too long for it.
 */
export function findCircle(needs: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  for (const start of needs.keys()) {
    if (done.has(start)) continue;
    // Names on the way, each with how many of its needs have been looked at.
    const way = new Map([[start, 0]]);
    const steps = [start];
    for (let name = steps.at(-1); name !== undefined; name = steps.at(-1)) {
      const looked = way.get(name)!;
      const next = needs.get(name)?.[looked];
      way.set(name, looked + 1);
      if (next === undefined) {
        done.add(name);
        way.delete(name);
        steps.pop();
      } else if (way.has(next)) {
        return [...steps.slice(steps.indexOf(next)), next];
      } else if (!done.has(next)) {
        way.set(next, 0);
        steps.push(next);
      }
    }
  }
  return undefined;
}
