import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { listCardImages } from '@savner/contract/card-images';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Loaded } from '../../ui/loaded.js';
import { PhotoForm } from './photo-form.js';
import { SignatureForm } from './signature-form.js';
import { cardImageTexts } from './texts.js';

/** The region's own picture and the mayors' signatures: put on the cards, replaced, removed. */
export function CardImagesPanel({ campaign }: { readonly campaign: Campaign }) {
  const say = useTexts(cardImageTexts);
  const reading = useEndpoint(listCardImages, { params: { campaignId: campaign.id } });
  return (
    <section className="panel stack" aria-labelledby="card-images">
      <Heading level={2} data-size="sm" id="card-images">
        {say('heading')}
      </Heading>
      <Paragraph className="quiet">{say('intro')}</Paragraph>
      <Loaded reading={reading}>
        {({ photo, signatures, places }) => (
          <>
            <PhotoForm campaignId={campaign.id} photo={photo} places={places} />
            <Heading level={3} data-size="xs">
              {say('signatures')}
            </Heading>
            <Paragraph className="quiet">{say('signaturesHint')}</Paragraph>
            <ul className="municipalities plain-list">
              {campaign.municipalities.map(({ number, name }) => (
                <li key={number}>
                  <SignatureForm
                    campaignId={campaign.id}
                    municipality={{ number, name }}
                    signature={signatures.find(({ slot }) => slot === number) ?? null}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}
