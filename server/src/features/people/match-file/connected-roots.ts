import type { EdgeList } from './edge-list.js';

/** For each tip, the lowest tip that edges lead to from it. */
export function connectedRoots(tips: number, edgeLists: readonly EdgeList[]): Int32Array {
  const parent = new Int32Array(new SharedArrayBuffer(4 * tips));
  for (let tip = 0; tip < tips; tip += 1) parent[tip] = tip;
  const root = (tip: number): number => {
    let at = tip;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  for (const { a, b } of edgeLists) {
    for (let index = 0; index < a.length; index += 1) {
      const [one, other] = [root(a[index] ?? 0), root(b[index] ?? 0)];
      if (one < other) parent[other] = one;
      else parent[one] = other;
    }
  }
  for (let tip = 0; tip < tips; tip += 1) parent[tip] = root(tip);
  return parent;
}
