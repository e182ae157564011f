/**
 * The keys of `needs` (key → keys it needs) so that each stands after those it needs. Of keys that need each other in a circle
 * one comes before what it needs; what is no key needs nothing. Takes chains of any length, as it keeps its own way back.
 */
export function inOrder(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const begun = new Set<string>();
  const ordered: string[] = [];
  const way: { key: string; ahead: string[] }[] = [];
  const begin = (key: string): void => {
    begun.add(key);
    way.push({ key, ahead: [...needs.get(key)!] });
  };
  for (const start of needs.keys()) {
    if (!begun.has(start)) begin(start);
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const next = step.ahead.pop();
      if (next === undefined) ordered.push(way.pop()!.key);
      else if (needs.has(next) && !begun.has(next)) begin(next);
    }
  }
  return ordered;
}
