import { useState } from 'react';
import { Button, Heading } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import type { Language } from '@savner/contract/common';
import { getSpecimen, type CardTemplate } from '@savner/contract/postcards';
import { addressOf } from '../../lib/api/call.js';
import { usePdf } from '../../lib/pdf/use-pdf.js';
import { useTexts } from '../../lib/texts/texts.js';
import { PdfPicture } from '../../ui/pdf-picture.js';
import { SelectField } from '../../ui/select-field.js';
import { LargerButton } from './larger-button.js';
import { NoPicture } from './no-picture.js';
import { postcardTexts } from './texts.js';

interface SpecimenViewProps {
  readonly campaign: Campaign;
  readonly template: CardTemplate;
  readonly language: Language;
  /** Numbers of the chosen municipalities; the card can be seen as each of them sends it. */
  readonly municipalities: readonly string[];
  /** Whether the pictures have the whole width, so that the small print can be read. */
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
}

/** Front and back of a card with an invented recipient, as they will be when they are cut. */
export function SpecimenView(props: SpecimenViewProps) {
  const { campaign, template, language, municipalities, isLarge, onLarge } = props;
  const say = useTexts(postcardTexts);
  const [wanted, setWanted] = useState('');
  const senders = campaign.municipalities.filter(
    ({ number }) => municipalities.length === 0 || municipalities.includes(number),
  );
  const sender = senders.find(({ number }) => number === wanted) ?? senders[0];
  const address = addressOf(
    getSpecimen,
    { campaignId: campaign.id },
    { template: template.name, language, municipality: sender?.number },
  );
  return (
    <section className="stack specimen" aria-labelledby="specimen">
      <Heading level={3} data-size="xs" id="specimen">
        {say('specimenTitle')}
      </Heading>
      {senders.length > 1 ? (
        <SelectField
          size="sm"
          label={say('specimenFrom')}
          value={sender?.number ?? ''}
          onChange={setWanted}
          choices={senders.map(({ number, name }) => ({ value: number, label: name }))}
        />
      ) : null}
      <div className="row">
        <LargerButton isLarge={isLarge} onLarge={onLarge} />
        <Button asChild variant="secondary" data-size="sm">
          <a href={address} target="_blank" rel="noreferrer">
            {say('specimen')}
            <span className="ds-sr-only"> ({say('newTab')})</span>
          </a>
        </Button>
      </div>
      <SpecimenSides {...{ address, template, isLarge }} />
    </section>
  );
}

interface SpecimenSidesProps {
  readonly address: string;
  readonly template: CardTemplate;
  readonly isLarge: boolean;
}

function SpecimenSides({ address, template: { widthMm, heightMm }, isLarge }: SpecimenSidesProps) {
  const say = useTexts(postcardTexts);
  const { pdf, error } = usePdf(address);
  const [problem, setProblem] = useState<{ readonly at: string; readonly what: unknown } | null>(null);
  const failure = error ?? (problem?.at === address ? problem.what : null);
  if (failure !== null) return <NoPicture failure={failure} />;
  const onProblem = (what: unknown) => setProblem({ at: address, what });
  const shown = { pdf, isLarge, trim: { width: widthMm, height: heightMm }, onProblem };
  return (
    <div className="pdf-pictures" data-large={isLarge}>
      <PdfPicture
        {...shown}
        page={1}
        caption={say('front')}
        alternative={(text) => say('specimenFront', { text })}
      />
      <PdfPicture
        {...shown}
        page={2}
        caption={say('back')}
        alternative={(text) => say('specimenBack', { text })}
      />
    </div>
  );
}
