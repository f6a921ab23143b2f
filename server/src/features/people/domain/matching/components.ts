/** Parts of a graph that hang together, each sorted; items without a pair stand alone. */
export function connectedParts(
  items: readonly string[],
  pairs: readonly { readonly a: string; readonly b: string }[],
): string[][] {
  const parent = new Map(items.map((id) => [id, id]));
  const root = (id: string): string => {
    let current = id;
    for (let next = parent.get(current) ?? current; next !== current; next = parent.get(current) ?? current) {
      parent.set(current, parent.get(next) ?? next);
      current = next;
    }
    return current;
  };
  for (const { a, b } of pairs) if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  const parts = new Map<string, string[]>();
  for (const id of items) {
    const name = root(id);
    const part = parts.get(name);
    if (part) part.push(id);
    else parts.set(name, [id]);
  }
  return [...parts.values()].map((part) => part.sort());
}
