import { internals, type PdfReference, verbatim } from './pdfkit-internals.js';
import type { PrintDocument } from './print-document.js';
import { textString } from './text-string.js';

/** A standard structure type (PDF 1.7, 14.8.4), and what stands for it where it cannot be seen. */
export interface Tag {
  readonly type: string;
  readonly alternative: string | null;
  /** The text itself, where what is shown does not read as it is said; else null. */
  readonly actual: string | null;
}

export interface TaggedPage {
  /** The page's `StructParents`. */
  readonly key: number;
  readonly elements: { readonly id: number; readonly tag: Tag }[];
}

/** The logical order of a document of a few pages: one list of paragraphs and figures, as they are drawn. */
export class StructureTree {
  /** pdfkit writes it with the rest of the catalogue. */
  readonly #root: PdfReference;
  readonly #whole: number;
  readonly #pages: TaggedPage[] = [];

  constructor(private readonly document: PrintDocument) {
    const inside = internals(document.pdf);
    this.#root = inside.ref({ Type: 'StructTreeRoot' });
    this.#whole = document.allocate();
    Object.assign(inside._root.data, {
      MarkInfo: inside.ref({ Marked: true }),
      StructTreeRoot: this.#root,
      ViewerPreferences: inside.ref({ DisplayDocTitle: true }),
    });
  }

  openPage(): TaggedPage {
    const page = { key: this.#pages.length, elements: [] };
    this.#pages.push(page);
    return page;
  }

  /** @returns the operators that begin the element's content; `EMC` ends it */
  begin(page: TaggedPage, tag: Tag): string {
    const place = page.elements.push({ id: this.document.allocate(), tag }) - 1;
    return `/${tag.type} <</MCID ${place}>> BDC\n`;
  }

  closePage(page: TaggedPage, reference: number): void {
    page.elements.forEach(({ id, tag }, place) => {
      const said = [
        tag.alternative === null ? '' : `/Alt ${textString(tag.alternative)}`,
        tag.actual === null ? '' : `/ActualText ${textString(tag.actual)}`,
      ].join('');
      this.document.write(
        id,
        `<</Type/StructElem/S/${tag.type}/P ${this.#whole} 0 R/Pg ${reference} 0 R/K ${place}${said}>>`,
      );
    });
  }

  end(): void {
    const references = (page: TaggedPage) => page.elements.map(({ id }) => `${id} 0 R`).join(' ');
    const parents = this.#pages.map((page) => `${page.key} [${references(page)}]`).join(' ');
    this.document.write(
      this.#whole,
      `<</Type/StructElem/S/Document/P ${this.#root.toString()}/K[${this.#pages.map(references).join(' ')}]>>`,
    );
    Object.assign(this.#root.data, {
      K: verbatim(`${this.#whole} 0 R`),
      ParentTree: verbatim(`<</Nums[${parents}]>>`),
      ParentTreeNextKey: this.#pages.length,
    });
  }
}
