import { useEffect, useRef } from 'react';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { CopyButton } from '../../ui/copy-button.js';
import { accessTexts } from './texts.js';

export interface ShownLink {
  readonly name: string;
  readonly url: string;
  readonly expiresAt: string;
}

interface OneTimeLinkProps {
  readonly link: ShownLink;
  readonly onDone: () => void;
}

/** The link that is shown this once: copied, sent, and put away. */
export function OneTimeLink({ link, onDone }: OneTimeLinkProps) {
  const say = useTexts(accessTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [link]);
  return (
    <section className="panel panel--bright" aria-labelledby="one-time-link">
      <Heading level={2} data-size="sm" id="one-time-link" ref={heading} tabIndex={-1}>
        {say('linkFor', { name: link.name })}
      </Heading>
      <Paragraph>{say('linkIntro', { name: link.name, until: formatMoment(link.expiresAt) })}</Paragraph>
      <code className="one-time">{link.url}</code>
      <div className="row">
        <CopyButton key={link.url} text={link.url} label={say('copy')} />
        <Button variant="tertiary" onClick={onDone}>
          {say('linkDone')}
        </Button>
      </div>
    </section>
  );
}
