import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentLoadingTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Our files bring their fonts along, and the headers of our pages let no WebAssembly run. */
export function readDocument(data: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({ data, useWasm: false, useSystemFonts: false, enableXfa: false });
}
