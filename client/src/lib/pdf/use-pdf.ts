import { createContext, useContext, useEffect, useState } from 'react';
import { readFile } from '../api/read-file.js';
import { openPdf, type OpenPdf, type PdfOpener } from './open-pdf.js';

/** Who opens the files: pages leave it as it is. */
export const PdfOpenerContext = createContext<PdfOpener>(openPdf);

interface PdfReading {
  /** The address that was read. */
  readonly of: string;
  readonly pdf: OpenPdf | null;
  readonly error: unknown;
}

/** Fetches and opens the file at an address of our own server, and lets go of it when another is wanted. */
export function usePdf(address: string): Omit<PdfReading, 'of'> {
  const open = useContext(PdfOpenerContext);
  const [reading, setReading] = useState<PdfReading>({ of: address, pdf: null, error: null });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let opened: OpenPdf | null = null;
    readFile(address, signal)
      .then(open)
      .then((pdf) => {
        if (signal.aborted) return pdf.close();
        opened = pdf;
        setReading({ of: address, pdf, error: null });
      })
      .catch((error: unknown) => {
        if (!signal.aborted) setReading({ of: address, pdf: null, error });
      });
    return () => {
      leaving.abort();
      opened?.close();
    };
  }, [address, open]);
  return reading.of === address ? reading : { pdf: null, error: null };
}
