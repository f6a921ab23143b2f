import type { CardImage, CardImages } from '@savner/contract/card-images';
import { isFineEnough } from '../domain/card-image.js';
import type { ShownImages } from './card-images.service.js';
import type { StoredImage } from './stored-image.js';

export function presentImages({ images, places }: ShownImages): CardImages {
  const photo = images.find(({ slot }) => slot === 'photo');
  return {
    photo: photo ? presentImage(photo) : null,
    signatures: images.filter(({ slot }) => slot !== 'photo').map(presentImage),
    places: places.map(({ template, title, area, widthPx, heightPx }) => ({
      template,
      title,
      widthPx,
      heightPx,
      isFilled: photo ? isFineEnough(photo, area) : null,
    })),
  };
}

function presentImage(image: StoredImage): CardImage {
  const { slot, sha256, widthPx, heightPx, alternative, uploadedAt, uploadedBy } = image;
  return {
    slot,
    sha256,
    widthPx,
    heightPx,
    alternative,
    uploadedAt: uploadedAt.toISOString(),
    uploadedBy,
  };
}
