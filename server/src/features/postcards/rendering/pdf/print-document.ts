import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { ByteSink } from './byte-sink.js';
import { PageTree } from './page-tree.js';
import { internals, type Pdf, verbatim } from './pdfkit-internals.js';
import { type DocumentFacts, maker, xmpPacket } from './xmp.js';

export interface PrintDocumentFacts extends DocumentFacts {
  readonly language: 'nb' | 'nn';
  /** Family name → font file. */
  readonly fonts: Readonly<Record<string, string>>;
  /** ICC profile of the printing the colours are meant for. */
  readonly profile: string;
}

/** Registered name of the printing condition (www.color.org). */
const outputCondition = {
  identifier: 'FOGRA39',
  condition: 'Offset, coated paper, ISO 12647-2:2004/Amd 1',
  registry: 'http://www.color.org',
};

const versions = { 'pdfx-4': '1.6', 'pdfa-2b': '1.7' } as const;
const intents = { 'pdfx-4': 'GTS_PDFX', 'pdfa-2b': 'GTS_PDFA1' } as const;

/**
 * A PDF whose fixed part pdfkit makes (fonts, forms, gradients, information) and whose pages are written straight into
 * the sink: what is done per card is a few strings, packed before they come here, and nothing of a page stays in memory.
 */
export class PrintDocument {
  readonly pdf: Pdf;
  readonly #tree: PageTree;

  constructor(
    facts: PrintDocumentFacts,
    private readonly sink: ByteSink,
  ) {
    this.pdf = new PDFDocument({
      autoFirstPage: false,
      font: '',
      pdfVersion: versions[facts.standard],
      lang: facts.language,
      info: {
        Title: facts.title,
        Creator: maker,
        Producer: maker,
        CreationDate: facts.createdAt,
        ModDate: facts.createdAt,
      },
    });
    for (const [name, file] of Object.entries(facts.fonts)) this.pdf.registerFont(name, file);
    this.#takeOver(facts);
    const { _root } = internals(this.pdf);
    this.#tree = new PageTree(
      { allocate: () => this.allocate(), write: (id, body) => this.write(id, body) },
      _root.data.Pages.id,
    );
    _root.data['OutputIntents'] = [this.#outputIntent(facts)];
  }

  get pages(): number {
    return this.#tree.pages;
  }

  /** Number of an object that is written later. */
  allocate(): number {
    return internals(this.pdf)._offsets.push(null);
  }

  /** An object without a stream. @param body its dictionary or value, in PDF's syntax */
  write(id: number, body: string): void {
    this.#begin(id);
    this.sink.text(`${id} 0 obj\n${body}\nendobj\n`);
    this.#follow();
  }

  /** A content stream. @returns its object number */
  addStream(content: Uint8Array): number {
    return this.addPacked(deflateSync(content));
  }

  /** @param packed a content stream that is deflated already. @returns its object number */
  addPacked(packed: Uint8Array): number {
    const id = this.allocate();
    this.#begin(id);
    this.sink.text(`${id} 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>stream\n`);
    this.sink.bytes(packed);
    this.sink.text('\nendstream\nendobj\n');
    this.#follow();
    return id;
  }

  /** @param entries of the page's dictionary, without type and parent. @returns the page's object number */
  addPage(entries: string): number {
    const id = this.allocate();
    const parent = this.#tree.add(id);
    this.write(id, `<</Type/Page/Parent ${parent} 0 R${entries}>>`);
    return id;
  }

  /** Writes fonts, page tree, information and the table of contents. Nothing can be added after this. */
  end(): void {
    const { data } = internals(this.pdf)._root.data.Pages;
    data['Kids'] = this.#tree.end().map((reference) => verbatim(reference));
    data['Count'] = this.#tree.pages;
    this.pdf.end();
  }

  #takeOver(facts: PrintDocumentFacts): void {
    const inside = internals(this.pdf);
    inside.info['Trapped'] = verbatim('/False');
    const header: unknown = this.pdf.read();
    if (header instanceof Uint8Array) this.sink.bytes(header);
    inside._write = (data) => {
      if (typeof data === 'string') this.sink.text(`${data}\n`);
      else this.sink.bytes(data);
      this.#follow();
    };
    inside.endMetadata = () => {
      const metadata = inside.ref({ Type: 'Metadata', Subtype: 'XML', Length: 0 });
      Object.assign(metadata, { compress: false });
      metadata.end(Buffer.from(xmpPacket(facts, this.#name()), 'utf8'));
      inside._root.data['Metadata'] = metadata;
    };
  }

  #outputIntent(facts: PrintDocumentFacts): Record<string, unknown> {
    const profile = internals(this.pdf).ref({ N: 4, Alternate: 'DeviceCMYK', Filter: 'FlateDecode' });
    profile.end(packedProfile(facts.profile));
    return {
      Type: 'OutputIntent',
      S: intents[facts.standard],
      OutputConditionIdentifier: verbatim(`(${outputCondition.identifier})`),
      OutputCondition: verbatim(`(${outputCondition.condition})`),
      RegistryName: verbatim(`(${outputCondition.registry})`),
      Info: verbatim(`(${outputCondition.condition})`),
      DestOutputProfile: profile,
    };
  }

  /**
   * Names the document by what it holds, down to the last dot of its pictures: another content has another name.
   * @returns 32 hexadecimal digits
   */
  #name(): string {
    const name = this.sink.digest().slice(0, 32);
    internals(this.pdf)._id = Buffer.from(name, 'hex');
    return name;
  }

  #begin(id: number): void {
    internals(this.pdf)._offsets[id - 1] = this.sink.position;
  }

  #follow(): void {
    internals(this.pdf)._offset = this.sink.position;
  }
}

const packedProfiles = new Map<string, Uint8Array>();

/** A profile never changes while we run, and takes longer to pack than thirty cards to print. */
function packedProfile(path: string): Uint8Array {
  const known = packedProfiles.get(path);
  if (known) return known;
  const packed = deflateSync(readFileSync(path));
  packedProfiles.set(path, packed);
  return packed;
}
