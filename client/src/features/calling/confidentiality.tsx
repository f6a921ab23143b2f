import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../lib/texts/texts.js';
import { CallScript } from './call-script.js';
import { callingTexts } from './texts.js';

/** Before the first name is shown: the duty of confidentiality, and what one can say. */
export function Confidentiality({ onAccept }: { readonly onAccept: () => void }) {
  const say = useTexts(callingTexts);
  return (
    <section className="panel call-panel">
      <Heading level={2} data-size="sm">
        {say('confidentialityTitle')}
      </Heading>
      <Paragraph>{say('confidentialityText')}</Paragraph>
      <CallScript person={null} />
      <Button data-size="lg" onClick={onAccept}>
        {say('confidentialityAccept')}
      </Button>
    </section>
  );
}
