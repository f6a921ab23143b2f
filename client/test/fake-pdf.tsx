import type { ReactNode } from 'react';
import type { OpenPdf, WantedPage } from '../src/lib/pdf/open-pdf.js';
import { PdfOpenerContext } from '../src/lib/pdf/use-pdf.js';

/** Stands in for the library that draws, which jsdom has no canvas for: notes what it was asked to draw. */
export class FakePdf implements OpenPdf {
  readonly drawn: WantedPage[] = [];
  isClosed = false;

  constructor(readonly pages: number) {}

  draw(_canvas: HTMLCanvasElement, wanted: WantedPage): Promise<string> {
    this.drawn.push(wanted);
    return Promise.resolve(`Tekst på side ${wanted.page}`);
  }

  close(): void {
    this.isClosed = true;
  }
}

/** Opens each file with `open`. */
export function WithPdf({ open, children }: { readonly open: () => OpenPdf; readonly children: ReactNode }) {
  const opener = async () => Promise.resolve(open());
  return <PdfOpenerContext.Provider value={opener}>{children}</PdfOpenerContext.Provider>;
}
