import type { ObjectTree, PdfDictionary, PdfValue } from './object-tree.js';

/** Where a picture is shown, and how finely. */
export interface ShownPicture {
  readonly picture: PdfDictionary;
  readonly data: Buffer | null;
  readonly dotsPerInch: number;
}

export interface Seen {
  readonly operators: ReadonlySet<string>;
  readonly pictures: readonly ShownPicture[];
}

type Matrix = readonly [number, number, number, number, number, number];

/** Everything a page shows, with the forms it shows: which operators, and which pictures how large. */
export function lookAtPage(tree: ObjectTree, page: PdfDictionary): Seen {
  const operators = new Set<string>();
  const pictures: ShownPicture[] = [];
  const contents = tree.list(page['/Contents']);
  const streams = contents.length > 0 ? contents : [page['/Contents']];
  const content = Buffer.concat(
    streams.map((stream) => Buffer.concat([tree.resolve(stream).data ?? Buffer.alloc(0), Buffer.from('\n')])),
  );
  walk(content, tree.dictionary(page['/Resources']), [1, 0, 0, 1, 0, 0]);
  return { operators, pictures };

  function walk(bytes: Buffer, resources: PdfDictionary, outer: Matrix): void {
    const saved: Matrix[] = [];
    let matrix = outer;
    let operands: string[] = [];
    for (const token of tokens(bytes)) {
      if (/^[+\-.\d/([<]/.test(token) || ['true', 'false', 'null', ']', '>>'].includes(token)) {
        operands.push(token);
        continue;
      }
      operators.add(token);
      if (token === 'q') saved.push(matrix);
      else if (token === 'Q') matrix = saved.pop() ?? outer;
      else if (token === 'cm') matrix = times(operands.slice(-6).map(Number), matrix);
      else if (token === 'Do') show(operands.at(-1) ?? '', resources, matrix);
      operands = [];
    }
  }

  function show(name: string, resources: PdfDictionary, matrix: Matrix): void {
    const { value, data } = tree.resolve(tree.dictionary(resources['/XObject'])[name]);
    const shown = value as PdfDictionary;
    if (shown['/Subtype'] === '/Form') {
      const own = tree.numbers(shown['/Matrix']);
      walk(
        data ?? Buffer.alloc(0),
        tree.dictionary(shown['/Resources']),
        own.length === 6 ? times(own, matrix) : matrix,
      );
    } else if (shown['/Subtype'] === '/Image') {
      const inches = Math.max(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])) / 72;
      const dots = Math.max(numberOf(shown['/Width']), numberOf(shown['/Height']));
      pictures.push({ picture: shown, data, dotsPerInch: dots / inches });
    }
  }
}

function times(inner: readonly number[], outer: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Numbers, names, whole strings and operators, in order. */
function tokens(bytes: Buffer): string[] {
  return (
    bytes
      .toString('latin1')
      .match(/\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[\da-fA-F\s]*>|[[\]]|\/?[^\s[\]()<>/]+/g) ?? []
  );
}

function numberOf(value: PdfValue | undefined): number {
  return typeof value === 'number' ? value : NaN;
}
