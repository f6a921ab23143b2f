import { edgeAt, type EdgeList, type NumberedEdge } from './edge-list.js';

/**
 * The edges of one part of the graph after the other, of the parts that fall to this share. Edges are in the order of
 * their tips, whoever has found them.
 * @param partOf the lowest tip of each tip's part
 */
export function* partsOfShare(
  edgeLists: readonly EdgeList[],
  partOf: Int32Array,
  share: number,
  shares: number,
): Generator<readonly NumberedEdge[]> {
  const { ends, order } = orderedByPart(edgeLists, partOf, share, shares);
  const { list, index } = order;
  let start = 0;
  for (const end of ends) {
    if (end === start) continue;
    const part: NumberedEdge[] = [];
    for (; start < end; start += 1) {
      part.push(edgeAt(edgeLists, list[start] ?? 0, index[start] ?? 0));
    }
    yield part.sort((one, other) => one.a - other.a || one.b - other.b);
  }
}

/** Where the edges of each part end, and which edges they are: counted first, then put in their places. */
function orderedByPart(
  edgeLists: readonly EdgeList[],
  partOf: Int32Array,
  share: number,
  shares: number,
): { ends: Int32Array; order: { list: Uint8Array; index: Int32Array } } {
  const ends = new Int32Array(partOf.length);
  const each = (take: (part: number, list: number, index: number) => void) => {
    for (const [list, { a }] of edgeLists.entries()) {
      for (let index = 0; index < a.length; index += 1) {
        const part = partOf[a[index] ?? 0] ?? 0;
        if (part % shares === share) take(part, list, index);
      }
    }
  };
  each((part) => (ends[part] = (ends[part] ?? 0) + 1));
  let sum = 0;
  for (let part = 0; part < ends.length; part += 1) {
    const count = ends[part] ?? 0;
    ends[part] = sum;
    sum += count;
  }
  const order = { list: new Uint8Array(sum), index: new Int32Array(sum) };
  each((part, list, index) => {
    const at = ends[part] ?? 0;
    ends[part] = at + 1;
    order.list[at] = list;
    order.index[at] = index;
  });
  return { ends, order };
}
