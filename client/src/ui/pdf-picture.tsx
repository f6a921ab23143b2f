import { useEffect, useRef, useState } from 'react';
import type { OpenPdf, PaperSize } from '../lib/pdf/open-pdf.js';

interface PdfPictureProps {
  /** Null while the file is on its way. */
  readonly pdf: OpenPdf | null;
  /** From 1. */
  readonly page: number;
  /** What is left when bleed and marks are cut away; null shows the whole page. */
  readonly trim: PaperSize | null;
  /** Said when the picture has got more room: then it is drawn anew. */
  readonly isLarge: boolean;
  /** Short words under the picture, which name it too. */
  readonly caption: string;
  /** The sentence for those who do not see it; followed by the text that stands on the page. */
  readonly alternative: (text: string) => string;
  readonly onProblem: (problem: unknown) => void;
}

/** One page of a PDF, drawn as sharp as the screen is; what was shown stays until the next is drawn. */
export function PdfPicture(props: PdfPictureProps) {
  const { pdf, page, trim, isLarge, caption, alternative, onProblem } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const report = useRef(onProblem);
  const [drawn, setDrawn] = useState<{
    readonly from: OpenPdf;
    readonly page: number;
    readonly text: string;
  }>();
  useEffect(() => {
    report.current = onProblem;
  });
  const width = trim?.width;
  const height = trim?.height;
  useEffect(() => {
    const surface = canvas.current;
    if (pdf === null || surface === null) return undefined;
    const leaving = new AbortController();
    const size = width === undefined || height === undefined ? null : { width, height };
    pdf.draw(surface, { page, width: surface.clientWidth || leastWidth, trim: size }, leaving.signal).then(
      (text) => setDrawn({ from: pdf, page, text }),
      (problem: unknown) => {
        if (!leaving.signal.aborted) report.current(problem);
      },
    );
    return () => leaving.abort();
  }, [pdf, page, width, height, isLarge]);
  const isDrawn = drawn !== undefined && drawn.from === pdf && drawn.page === page;
  return (
    <figure className="pdf-picture">
      <canvas
        ref={canvas}
        role="img"
        aria-label={alternative(isDrawn ? drawn.text : '')}
        aria-busy={!isDrawn}
        {...(trim === null ? {} : { width: trim.width, height: trim.height })}
      />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

const leastWidth = 320;
