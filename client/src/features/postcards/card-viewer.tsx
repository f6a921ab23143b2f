import { useEffect, useRef, useState } from 'react';
import { Button, Heading, Textfield } from '@digdir/designsystemet-react';
import type { Sheet } from '@savner/contract/postcards';
import { formatNumber } from '../../lib/format/format.js';
import { usePdf } from '../../lib/pdf/use-pdf.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Loading } from '../../ui/loading.js';
import { PdfPicture } from '../../ui/pdf-picture.js';
import { LargerButton } from './larger-button.js';
import { NoPicture } from './no-picture.js';
import { postcardTexts } from './texts.js';

interface CardViewerProps {
  /** Of the print file. */
  readonly address: string;
  readonly sheet: Sheet;
  readonly title: string;
  readonly onClose: () => void;
}

/** Leafs through a print file as the print house gets it: front and back of one card, or one sheet, at a time. */
export function CardViewer({ address, sheet, title, onClose }: CardViewerProps) {
  const say = useTexts(postcardTexts);
  const { pdf, error } = usePdf(address);
  const [problem, setProblem] = useState<unknown>(null);
  const [at, setAt] = useState(1);
  const [written, setWritten] = useState('1');
  const [isLarge, setLarge] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const kind = sheet === 'single' ? 'card' : 'sheet';
  const total = (pdf?.pages ?? 0) / 2;
  const failure = error ?? problem;
  const go = (place: number) => {
    setAt(place);
    setWritten(String(place));
  };
  const write = (text: string) => {
    setWritten(text);
    if (isPlace(Number(text), total)) setAt(Number(text));
  };
  const isWrong = written.trim() !== '' && !isPlace(Number(written), total);
  const sideOf = (side: 'front' | 'back', page: number) => ({
    page,
    caption: say(side),
    alternative: (text: string) => say(`${kind}.${side}`, { number: at, text }),
  });
  const place = say(`${kind}.place`, { number: formatNumber(at), total: formatNumber(total) });
  const shown = { pdf, trim: null, isLarge, onProblem: setProblem };
  return (
    <section className="stack card-viewer" aria-label={title}>
      <div className="row">
        <Heading level={4} data-size="2xs" ref={heading} tabIndex={-1}>
          {title}
        </Heading>
        <Button variant="tertiary" data-size="sm" onClick={onClose}>
          {say('close')}
        </Button>
      </div>
      {failure !== null ? (
        <NoPicture failure={failure} />
      ) : pdf === null ? (
        <Loading />
      ) : (
        <>
          <div className="row card-viewer__turn">
            {total > 1 ? <Turn {...{ at, total }} place={place} onTurn={go} /> : null}
            {total > leastToGo ? (
              <Textfield
                className="card-viewer__go"
                data-size="sm"
                label={say(`${kind}.go`)}
                inputMode="numeric"
                autoComplete="off"
                value={written}
                error={isWrong ? say('goWrong', { total: formatNumber(total) }) : undefined}
                onChange={(event) => write(event.target.value)}
              />
            ) : null}
            <LargerButton isLarge={isLarge} onLarge={setLarge} />
          </div>
          <div className="pdf-pictures" data-large={isLarge}>
            <PdfPicture {...shown} {...sideOf('front', at * 2 - 1)} />
            <PdfPicture {...shown} {...sideOf('back', at * 2)} />
          </div>
        </>
      )}
    </section>
  );
}

interface TurnProps {
  readonly at: number;
  readonly total: number;
  /** «Kort 2 av 6» */
  readonly place: string;
  readonly onTurn: (place: number) => void;
}

function Turn({ at, total, place, onTurn }: TurnProps) {
  const say = useTexts(postcardTexts);
  return (
    <div className="card-viewer__pages">
      <Button
        variant="secondary"
        data-size="sm"
        aria-disabled={at === 1}
        onClick={() => onTurn(Math.max(1, at - 1))}
      >
        {say('previous')}
      </Button>
      <span role="status">{place}</span>
      <Button
        variant="secondary"
        data-size="sm"
        aria-disabled={at === total}
        onClick={() => onTurn(Math.min(total, at + 1))}
      >
        {say('next')}
      </Button>
    </div>
  );
}

/** Fewer than this are reached by turning. */
const leastToGo = 4;

function isPlace(place: number, total: number): boolean {
  return Number.isInteger(place) && place >= 1 && place <= total;
}
