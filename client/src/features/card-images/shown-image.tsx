import { viewCardImage, type CardImage } from '@savner/contract/card-images';
import { addressOf } from '../../lib/api/call.js';
import { formatMoment, formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { cardImageTexts } from './texts.js';

interface ShownImageProps {
  readonly campaignId: string;
  readonly image: CardImage;
  readonly alternative: string;
}

/** The picture as it will be printed, and who put it there. */
export function ShownImage({ campaignId, image, alternative }: ShownImageProps) {
  const say = useTexts(cardImageTexts);
  const { slot, sha256, widthPx, heightPx, uploadedAt, uploadedBy } = image;
  return (
    <figure className="card-image">
      <img
        src={addressOf(viewCardImage, { campaignId, slot }, { sha256 })}
        alt={alternative}
        width={widthPx}
        height={heightPx}
      />
      <figcaption className="quiet">
        {say('uploaded', { moment: formatMoment(uploadedAt), name: uploadedBy })}{' '}
        {say('size', { width: formatNumber(widthPx), height: formatNumber(heightPx) })}
      </figcaption>
    </figure>
  );
}
