import { useEffect, useRef, type ReactNode } from 'react';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

interface PageProps {
  readonly title: string;
  readonly intro?: ReactNode;
  /** Buttons and links that concern the whole page. */
  readonly actions?: ReactNode;
  /** `narrow` for reading and forms, `wide` for tables and boards. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  readonly children: ReactNode;
}

/** One view of the app: its one h1 gets the focus when the view opens, and names the browser tab. */
export function Page({ title, intro, actions, width = 'normal', children }: PageProps) {
  const say = useTexts(commonTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const productName = say('productName');
  useEffect(() => {
    document.title = `${title} – ${productName}`;
  }, [title, productName]);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className={`page page--${width}`}>
      <div className="page__head">
        <div>
          <Heading level={1} data-size="lg" ref={heading} tabIndex={-1} className="page__title">
            {title}
          </Heading>
          {intro === undefined ? null : <Paragraph className="page__intro">{intro}</Paragraph>}
        </div>
        {actions === undefined ? null : <div className="page__actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
