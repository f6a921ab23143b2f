import { z } from 'zod';
import { fileDownload, id, instant, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';
import { templateName } from './postcards.js';
import { fileBytes } from './tips.js';

/** The largest file that is taken in. */
export const largestImage = 15 * 1024 * 1024;

/** Where on the cards: the region's own picture, or the signature of a municipality's mayor. */
export const imageSlot = z.union([z.literal('photo'), municipalityNumber]);
export type ImageSlot = z.infer<typeof imageSlot>;

export const cardImage = z.object({
  slot: imageSlot,
  /** Of the file as it is kept: another picture has another address. */
  sha256: z.string(),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  /** What is to be seen, for those who hear the specimen. Empty for a signature. */
  alternative: z.string(),
  uploadedAt: instant,
  uploadedBy: z.string(),
});
export type CardImage = z.infer<typeof cardImage>;

export const cardImages = z.object({
  photo: cardImage.nullable(),
  signatures: z.array(cardImage),
  /** The templates that have a place for a picture, and how many dots it must have to fill it at 300 dpi. */
  places: z.array(
    z.object({
      template: templateName,
      title: z.string(),
      widthPx: z.number().int(),
      heightPx: z.number().int(),
      /** Whether the campaign's picture has them; null while there is none. */
      isFilled: z.boolean().nullable(),
    }),
  ),
});
export type CardImages = z.infer<typeof cardImages>;

const inCampaign = z.object({ campaignId: id });
const inSlot = z.object({ campaignId: id, slot: imageSlot });
const alternative = z.string().trim().max(200, 'Beskriv bildet med høyst 200 tegn.').default('');

export const listCardImages = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/card-images',
  summary: 'The campaign’s own picture and the mayors’ signatures on its cards',
  params: inCampaign,
  response: cardImages,
});

export const storeCardImage = endpoint({
  method: 'PUT',
  path: '/api/campaigns/:campaignId/card-images/:slot',
  summary:
    'Put a picture (JPEG, PNG or TIFF) in place of the one there was; cards that are printed keep theirs',
  params: inSlot,
  query: z.object({ alternative }),
  body: fileBytes,
  response: cardImages,
  refusals: ['too_large', 'unsupported_media_type', 'not_found'],
});

export const describeCardImage = endpoint({
  method: 'PATCH',
  path: '/api/campaigns/:campaignId/card-images/:slot',
  summary: 'Say in words what the picture shows',
  params: inSlot,
  body: z.object({ alternative }),
  response: cardImages,
  refusals: ['not_found'],
});

export const removeCardImage = endpoint({
  method: 'DELETE',
  path: '/api/campaigns/:campaignId/card-images/:slot',
  summary: 'Take the picture away: the template’s drawing, or the mayor’s printed name, stands in',
  params: inSlot,
  response: cardImages,
});

export const viewCardImage = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/card-images/:slot/preview',
  summary: 'The picture in the colours of the print, small enough for a screen',
  params: inSlot,
  /** For the browser alone: a new picture has a new address. */
  query: z.object({ sha256: z.string().optional() }),
  response: fileDownload,
  refusals: ['not_found'],
});
