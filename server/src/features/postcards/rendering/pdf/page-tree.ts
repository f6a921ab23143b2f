/** Pages of one node: a reader finds page 100,000 in three steps, and no list in the file grows with the batch. */
const kidsPerNode = 128;

interface Node {
  readonly id: number;
  kids: string[];
  pages: number;
}

export interface ObjectWriter {
  allocate(): number;
  write(id: number, body: string): void;
}

/** The page tree, three levels deep, written as it grows. */
export class PageTree {
  readonly #roots: string[] = [];
  #leaf: Node | null = null;
  #middle: Node | null = null;
  #pages = 0;

  constructor(
    private readonly file: ObjectWriter,
    /** Object number of the tree's root, which the document writes itself. */
    private readonly root: number,
  ) {}

  get pages(): number {
    return this.#pages;
  }

  /** @returns the object number of the page's parent */
  add(page: number): number {
    this.#leaf ??= this.#node();
    const parent = this.#leaf.id;
    this.#leaf.kids.push(`${page} 0 R`);
    this.#leaf.pages += 1;
    this.#pages += 1;
    if (this.#leaf.kids.length === kidsPerNode) this.#closeLeaf();
    return parent;
  }

  /** Writes what is open. @returns the root's kids, as references */
  end(): readonly string[] {
    this.#closeLeaf();
    this.#closeMiddle();
    return this.#roots;
  }

  #closeLeaf(): void {
    if (!this.#leaf) return;
    this.#middle ??= this.#node();
    this.#write(this.#leaf, this.#middle.id);
    this.#middle.kids.push(`${this.#leaf.id} 0 R`);
    this.#middle.pages += this.#leaf.pages;
    this.#leaf = null;
    if (this.#middle.kids.length === kidsPerNode) this.#closeMiddle();
  }

  #closeMiddle(): void {
    if (!this.#middle) return;
    this.#write(this.#middle, this.root);
    this.#roots.push(`${this.#middle.id} 0 R`);
    this.#middle = null;
  }

  #node(): Node {
    return { id: this.file.allocate(), kids: [], pages: 0 };
  }

  #write(node: Node, parent: number): void {
    this.file.write(
      node.id,
      `<</Type/Pages/Parent ${parent} 0 R/Count ${node.pages}/Kids[${node.kids.join(' ')}]>>`,
    );
  }
}
