import { Injectable } from '@nestjs/common';
import type { ImageSlot } from '@savner/contract/card-images';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { AppError, notFound } from '../../../platform/errors.js';
import { CampaignsService } from '../../campaigns/index.js';
import { CardTemplates, type OpenTemplate } from '../card-templates.js';
import type { BatchImages, KeptImage } from '../domain/batch.js';
import { dotsFor, type ImagesOnCard, isFineEnough, type PrintImage } from '../domain/card-image.js';
import { photoAreaOf, type Rect, signatureAreaOf } from '../domain/template.js';
import { readBitmap, unpackDots } from './bitmap.js';
import { CardImagesRepository } from './card-images.repository.js';
import { ImageFolder } from './image-folder.js';
import { loadSharp } from './load-sharp.js';
import { makePhoto } from './make-photo.js';
import { makeSignature } from './make-signature.js';
import { type ImageKind, kindOf, type ReadyImage, type StoredImage } from './stored-image.js';

/** A template's place for the campaign's own picture. */
export interface PhotoPlace {
  readonly template: string;
  readonly title: string;
  readonly area: Rect;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface ShownImages {
  readonly images: readonly StoredImage[];
  readonly places: readonly PhotoPlace[];
}

/** Wide enough for a screen, far from enough for print. */
const previewWidth = 1000;

/** The campaign's own picture and the mayors' signatures: taken in, shown, replaced and removed. */
@Injectable()
export class CardImagesService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly templates: CardTemplates,
    private readonly repository: CardImagesRepository,
    private readonly folder: ImageFolder,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found */
  async list(campaignId: string): Promise<ShownImages> {
    await this.campaigns.get(campaignId);
    return { images: await this.repository.list(campaignId), places: this.#photoPlaces() };
  }

  /** @throws AppError not_found, unsupported_media_type, validation_failed telling what the picture lacks */
  async store(
    actor: Pick<Actor, 'name'>,
    { campaignId, slot }: { readonly campaignId: string; readonly slot: ImageSlot },
    sent: { readonly bytes: Uint8Array; readonly alternative: string },
  ): Promise<void> {
    await this.#refuseUnknown(campaignId, slot);
    refuseUnspoken(slot, sent.alternative);
    const kind = kindOf(slot);
    const made = await this.#make(kind, sent.bytes);
    const sha256 = await this.folder.keep(made.bytes, kind);
    const former = await this.repository.find(campaignId, slot);
    const { widthPx, heightPx } = made;
    const image: StoredImage = {
      campaignId,
      slot,
      sha256,
      widthPx,
      heightPx,
      alternative: kind === 'photo' ? sent.alternative : '',
      uploadedAt: this.clock.now(),
      uploadedBy: actor.name,
    };
    await this.database.transaction(() => this.repository.store(image));
    await this.#clear(former);
  }

  /** @throws AppError not_found when there is no picture */
  async describe(campaignId: string, slot: ImageSlot, alternative: string): Promise<void> {
    refuseUnspoken(slot, alternative);
    const isThere = await this.database.transaction(() =>
      this.repository.describe(campaignId, slot, alternative),
    );
    if (!isThere) throw notFound('Bildet');
  }

  /** The file goes with it, unless a batch shows it. */
  async remove(campaignId: string, slot: ImageSlot): Promise<void> {
    const former = await this.repository.find(campaignId, slot);
    await this.database.transaction(() => this.repository.remove(campaignId, slot));
    await this.#clear(former);
  }

  /** @throws AppError not_found */
  async preview(campaignId: string, slot: ImageSlot): Promise<{ bytes: Buffer; type: string; name: string }> {
    const image = await this.repository.find(campaignId, slot);
    if (!image) throw notFound('Bildet');
    const kind = kindOf(slot);
    const bytes = await this.folder.read(image.sha256, kind);
    const sharp = await loadSharp();
    if (kind === 'photo') {
      const shown = sharp(bytes).resize({ width: previewWidth, withoutEnlargement: true });
      return {
        bytes: await shown.toColourspace('srgb').jpeg().toBuffer(),
        type: 'image/jpeg',
        name: 'bilde.jpg',
      };
    }
    const bitmap = readBitmap(bytes);
    const raw = { width: bitmap.widthPx, height: bitmap.heightPx, channels: 1 } as const;
    const shown = sharp(unpackDots(bitmap), { raw }).resize({
      width: previewWidth,
      withoutEnlargement: true,
    });
    return { bytes: await shown.png().toBuffer(), type: 'image/png', name: 'underskrift.png' };
  }

  /**
   * What cards of a template show now.
   * @throws AppError validation_failed when the picture is too coarse for the template
   */
  async chosenFor(campaignId: string, { template }: OpenTemplate): Promise<BatchImages> {
    const images = await this.repository.list(campaignId);
    const photo = images.find(({ slot }) => slot === 'photo') ?? null;
    const area = photoAreaOf(template);
    if (photo && area) refuseCoarse(photo, area, template.title);
    const signatures = signatureAreaOf(template) ? images.filter(({ slot }) => slot !== 'photo') : [];
    return {
      photo: photo && area ? kept(photo) : null,
      signatures: Object.fromEntries(signatures.map((image) => [image.slot, kept(image)])),
    };
  }

  /** As the print needs them. */
  onCardsOf(images: BatchImages | undefined, municipality: string): ImagesOnCard {
    return {
      photo: this.#forPrint(images?.photo, 'photo'),
      signature: this.#forPrint(images?.signatures[municipality], 'signature'),
    };
  }

  /** Whether all files a batch shows are there. */
  async areKept(images: BatchImages | undefined): Promise<boolean> {
    const photos = images?.photo ? [this.folder.has(images.photo.sha256, 'photo')] : [];
    const signatures = Object.values(images?.signatures ?? {}).map(({ sha256 }) =>
      this.folder.has(sha256, 'signature'),
    );
    return (await Promise.all([...photos, ...signatures])).every(Boolean);
  }

  #forPrint(image: KeptImage | null | undefined, kind: ImageKind): PrintImage | null {
    if (!image) return null;
    const { widthPx, heightPx, alternative, sha256 } = image;
    return { path: this.folder.pathOf(sha256, kind), widthPx, heightPx, alternative };
  }

  async #make(kind: ImageKind, bytes: Uint8Array): Promise<ReadyImage> {
    if (kind === 'photo') return makePhoto(bytes, this.#photoPlaces(), this.templates.profile);
    const areas = this.templates.usable().flatMap((template) => signatureAreaOf(template) ?? []);
    return makeSignature(bytes, {
      width: Math.max(0, ...areas.map(({ width }) => width)),
      height: Math.max(0, ...areas.map(({ height }) => height)),
    });
  }

  #photoPlaces(): PhotoPlace[] {
    return this.templates.usable().flatMap((template) => {
      const area = photoAreaOf(template);
      return area ? [{ template: template.name, title: template.title, area, ...dotsFor(area) }] : [];
    });
  }

  async #refuseUnknown(campaignId: string, slot: ImageSlot): Promise<void> {
    const { municipalities } = await this.campaigns.get(campaignId);
    if (slot !== 'photo' && !municipalities.some(({ number }) => number === slot))
      throw notFound(`Kommune ${slot} i kampanjen`);
  }

  async #clear(former: StoredImage | null): Promise<void> {
    if (!former) return;
    const { sha256, slot } = former;
    if (await this.repository.isChosen(sha256)) return;
    if ((await this.repository.batchesWith(sha256)).length === 0)
      await this.folder.remove(sha256, kindOf(slot));
  }
}

function kept({ sha256, widthPx, heightPx, alternative }: StoredImage): KeptImage {
  return { sha256, widthPx, heightPx, alternative };
}

/** Those who hear the specimen are told what the picture shows. */
function refuseUnspoken(slot: ImageSlot, alternative: string): void {
  if (slot !== 'photo' || alternative !== '') return;
  const message = 'Skriv hva bildet viser, for dem som ikke ser det.';
  throw new AppError('validation_failed', message, [
    { path: 'alternative', code: 'alternative.missing', message },
  ]);
}

function refuseCoarse(photo: StoredImage, area: Rect, title: string): void {
  if (isFineEnough(photo, area)) return;
  const { widthPx, heightPx } = dotsFor(area);
  const message = `Bildet er ${photo.widthPx} × ${photo.heightPx} punkter; ${title} trenger minst ${widthPx} × ${heightPx}. Legg inn et større bilde på siden «Kampanje», eller velg et mindre kort.`;
  throw new AppError('validation_failed', message, [{ path: 'template', code: 'image.coarse', message }]);
}
