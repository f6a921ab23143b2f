import { readingOf, type TaggedNode } from './reading.js';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** A size in millimetres. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

export interface WantedPage {
  /** From 1. */
  readonly page: number;
  /** Pixels of the screen that the picture is wide, before the screen's density. */
  readonly width: number;
  /** What is left in the middle when bleed and marks are cut away; null shows the whole page. */
  readonly trim: PaperSize | null;
}

export interface OpenPdf {
  readonly pages: number;
  /**
   * Draws a page, after the one that is being drawn, and gives the text on it, with the words that stand for its pictures
   * where the file has any. The canvas keeps what it shows until
   * the new picture is whole.
   * @throws AbortError once `signal` says that nobody waits for it any more
   */
  readonly draw: (canvas: HTMLCanvasElement, wanted: WantedPage, signal: AbortSignal) => Promise<string>;
  readonly close: () => void;
}

export type PdfOpener = (bytes: Uint8Array) => Promise<OpenPdf>;

/** The library comes over the line the first time somebody wants to look. @throws when the file cannot be read */
export const openPdf: PdfOpener = async (bytes) => {
  const { readDocument } = await import('./pdf-library.js');
  const loading = readDocument(bytes);
  return new DrawnInTurn(loading, await loading.promise);
};

class DrawnInTurn implements OpenPdf {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly loading: PDFDocumentLoadingTask,
    private readonly document: PDFDocumentProxy,
  ) {}

  get pages(): number {
    return this.document.numPages;
  }

  draw(canvas: HTMLCanvasElement, wanted: WantedPage, signal: AbortSignal): Promise<string> {
    const drawn = this.#last.then(async () => {
      signal.throwIfAborted();
      const page = await this.document.getPage(wanted.page);
      try {
        await drawPage(page, canvas, wanted, signal);
        return await textOn(page);
      } finally {
        page.cleanup();
      }
    });
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }

  close(): void {
    void this.loading.destroy();
  }
}

const pointsPerMillimetre = 72 / 25.4;
/** More than any screen shows of a card, and still a picture that a phone can hold. */
const widestPixels = 3000;

async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  { width, trim }: WantedPage,
  signal: AbortSignal,
): Promise<void> {
  const whole = page.getViewport({ scale: 1 });
  const shown = trim === null ? whole : inPoints(trim);
  const scale = Math.min(width * window.devicePixelRatio, widestPixels) / shown.width;
  const viewport = page.getViewport({
    scale,
    offsetX: (-(whole.width - shown.width) / 2) * scale,
    offsetY: (-(whole.height - shown.height) / 2) * scale,
  });
  const drawing = document.createElement('canvas');
  drawing.width = Math.round(shown.width * scale);
  drawing.height = Math.round(shown.height * scale);
  const task = page.render({ canvas: drawing, viewport });
  const stop = () => task.cancel();
  signal.addEventListener('abort', stop);
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  canvas.width = drawing.width;
  canvas.height = drawing.height;
  canvas.getContext('2d')?.drawImage(drawing, 0, 0);
}

function inPoints({ width, height }: PaperSize): PaperSize {
  return { width: width * pointsPerMillimetre, height: height * pointsPerMillimetre };
}

async function textOn(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const tree: TaggedNode | null = await page.getStructTree();
  return readingOf(items, tree).replace(/\s+/g, ' ').trim();
}
