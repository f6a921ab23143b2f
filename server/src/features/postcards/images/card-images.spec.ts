import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Campaign } from '@savner/contract/campaigns';
import { batchFilter } from '@savner/contract/postcards';
import sharp, { type Sharp } from 'sharp';
import { type PostcardsApp, startPostcardsApp } from '../../../../test/postcards-app.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { BatchesService } from '../batches.service.js';
import { CardTemplates } from '../card-templates.js';
import { PostcardsRepository } from '../postcards.repository.js';
import { SpecimenService } from '../specimen.service.js';
import { readJpegFacts } from '../templates/jpeg-facts.js';
import { readBitmap } from './bitmap.js';
import { CardImagesService } from './card-images.service.js';

let room: PostcardsApp;
let images: CardImagesService;
let campaign: Campaign;
const actor = { name: 'Koordinator Prøvestad' };
const said = 'Utsikt over en bygd som ikke finnes';

beforeAll(async () => {
  room = await startPostcardsApp();
  images = room.app.get(CardImagesService);
});
afterAll(() => room.close());
beforeEach(async () => {
  room.households.households.clear();
  campaign = await room.newCampaign();
});

/** Red to the left, blue to the right. */
function picture(width: number, height: number): Sharp {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: '#2030a0' };
  return sharp({ create: { width, height, channels: 3, background: '#c83232' } }).composite([
    { input: { create: half }, left: Math.ceil(width / 2), top: 0 },
  ]);
}

/** A pen stroke on transparent paper, somewhere on a large sheet. */
function penStroke(width = 2000): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width / 2}" viewBox="0 0 200 100"><path d="M40 60C60 10 80 90 100 50S140 20 160 60" fill="none" stroke="#123" stroke-width="3"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const folder = () => join(room.place.config.dataDirectory, 'card-images');
const photoFile = (sha256: string) => join(folder(), `${sha256}.jpg`);
const put = (bytes: Uint8Array, slot = 'photo', alternative = said) =>
  images.store(actor, { campaignId: campaign.id, slot }, { bytes, alternative });
const inSlot = async (slot: string) =>
  (await images.list(campaign.id)).images.find((image) => image.slot === slot);

describe('the region’s own picture', () => {
  it('is kept in the colours of the print, without what the camera told', async () => {
    const sent = await picture(2700, 1900)
      .withExif({
        IFD0: { Make: 'Testkamera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '62/1 34/1 0/1' },
      })
      .jpeg()
      .toBuffer();
    expect(sent.includes('Testkamera')).toBe(true);
    await put(sent);
    const kept = await inSlot('photo');
    expect(kept).toMatchObject({ widthPx: 2700, heightPx: 1900, alternative: said, uploadedBy: actor.name });
    const bytes = readFileSync(photoFile(kept?.sha256 ?? ''));
    expect(readJpegFacts(bytes)).toEqual({ widthPx: 2700, heightPx: 1900, kind: 'cmyk' });
    expect(bytes.includes('Testkamera')).toBe(false);
    expect(bytes.includes('Exif')).toBe(false);
    expect(statSync(photoFile(kept?.sha256 ?? '')).mode & 0o777).toBe(0o600);
  });

  it('is the same file for the same picture', async () => {
    const sent = await picture(1900, 1400).png().toBuffer();
    await put(sent);
    const first = await inSlot('photo');
    await put(sent);
    expect((await inSlot('photo'))?.sha256).toBe(first?.sha256);
  });

  it('stands upright when the camera was held on its side', async () => {
    await put(await picture(1400, 1900).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(await inSlot('photo')).toMatchObject({ widthPx: 1900, heightPx: 1400 });
  });

  it('is refused when it is too coarse, with both sizes', async () => {
    await expect(put(await picture(1200, 800).jpeg().toBuffer())).rejects.toMatchObject({
      code: 'validation_failed',
      message: expect.stringContaining(
        'Bildet er 1200 × 800 punkter; kortet trenger minst 1819 × 1311',
      ) as unknown,
      fields: [expect.objectContaining({ path: 'file' })],
    });
  });

  it.each([
    ['a drawing that calls itself a picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused when it is %s', async (_, bytes) => {
    await expect(put(bytes)).rejects.toMatchObject({ code: 'unsupported_media_type' });
  });

  it('is refused when half of it is missing, and leaves nothing behind', async () => {
    const whole = await picture(1900, 1400).png().toBuffer();
    await expect(put(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      code: 'validation_failed',
      message: expect.stringContaining('skadet') as unknown,
    });
    expect(await inSlot('photo')).toBeUndefined();
  });

  it('needs words for those who do not see it', async () => {
    await expect(put(await picture(1900, 1400).png().toBuffer(), 'photo', '')).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: 'alternative' })],
    });
  });

  it('fills an A6 card but not an A5 one when it has the dots for one alone', async () => {
    await put(await picture(1900, 1400).png().toBuffer());
    const choose = (name: string) => images.chosenFor(campaign.id, room.app.get(CardTemplates).open(name));
    expect((await choose('fjell-a6')).photo).toMatchObject({ widthPx: 1900 });
    await expect(choose('vinter-a5')).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: 'template' })],
    });
  });

  it('is gone from the disk when it is removed', async () => {
    await put(await picture(1901, 1401).png().toBuffer());
    const kept = await inSlot('photo');
    await images.remove(campaign.id, 'photo');
    expect(await inSlot('photo')).toBeUndefined();
    expect(existsSync(photoFile(kept?.sha256 ?? ''))).toBe(false);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('can be looked at in the colours of a screen', async () => {
    await put(await picture(1900, 1400).png().toBuffer());
    const { bytes } = await images.preview(campaign.id, 'photo');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1000, space: 'srgb' });
    const red = await sharp(bytes).extract({ left: 50, top: 50, width: 1, height: 1 }).raw().toBuffer();
    expect(red[0]).toBeGreaterThan(150);
    expect(red[2]).toBeLessThan(100);
  });
});

describe('a mayor’s signature', () => {
  it('becomes dots of ink, cut close', async () => {
    await put(await penStroke(), '3427', '');
    const kept = await inSlot('3427');
    const bitmap = readBitmap(readFileSync(join(folder(), `${kept?.sha256}.pbm`)));
    expect(bitmap).toMatchObject({ widthPx: kept?.widthPx, heightPx: kept?.heightPx });
    expect(kept?.widthPx).toBeGreaterThan(1150);
    expect(kept?.widthPx).toBeLessThan(1350);
    const dark = bitmap.dots.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
    const share = dark / (bitmap.widthPx * bitmap.heightPx);
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.25);
  });

  it.each([
    [
      'blank paper',
      'ingen blekkstreker',
      () =>
        sharp({ create: { width: 900, height: 500, channels: 3, background: '#f2f0ea' } })
          .jpeg()
          .toBuffer(),
    ],
    ['too far away', 'punkter bred', () => penStroke(300)],
  ])('is refused when it is %s', async (_, words, make) => {
    await expect(put(await make(), '3427', '')).rejects.toMatchObject({
      message: expect.stringContaining(words) as unknown,
    });
  });

  it('belongs to a municipality of the campaign', async () => {
    await expect(put(await penStroke(), '0301', '')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a batch', () => {
  const filter = batchFilter.parse({ template: 'fjell-a6', language: 'nb' });
  const batches = () => room.app.get(BatchesService);
  const filesOf = (id: string) => room.app.get(PostcardsRepository).filesOf([id]);

  async function printed() {
    const { id } = await batches().create(actor, campaign.id, filter);
    await room.app.get(Jobs).drain();
    return batches().get(campaign.id, id);
  }

  it('keeps the picture and the signature it was made with, and is the same when it is made again', async () => {
    room.households.add();
    await put(await picture(1900, 1400).png().toBuffer());
    await put(await penStroke(), '3427', '');
    const photo = await inSlot('photo');
    const batch = await printed();
    expect(batch.facts.images?.photo?.sha256).toBe(photo?.sha256);
    expect(Object.keys(batch.facts.images?.signatures ?? {})).toEqual(['3427']);
    const [before] = await filesOf(batch.id);
    await put(await picture(2000, 1500).negate().png().toBuffer());
    await images.remove(campaign.id, '3427');
    expect(existsSync(photoFile(photo?.sha256 ?? ''))).toBe(true);
    await batches().reprint(campaign.id, batch.id);
    await room.app.get(Jobs).drain();
    const [after] = await filesOf(batch.id);
    expect(after?.sha256).toBe(before?.sha256);
  });

  it('has another version with another picture or signature, and the same with the same', async () => {
    room.households.add();
    const versionWith = async (sent: Sharp, signature: Buffer) => {
      await put(await sent.png().toBuffer());
      await put(signature, '3427', '');
      const batch = await batches().create(actor, campaign.id, filter);
      await batches().cancel(campaign.id, batch.id);
      return batch.templateVersion;
    };
    const [photo, other] = [picture(1900, 1400), picture(1900, 1400).negate()];
    const [ink, otherInk] = [await penStroke(), await penStroke(2400)];
    const first = await versionWith(photo, ink);
    expect(await versionWith(photo, ink)).toBe(first);
    const versions = [first, await versionWith(other, ink), await versionWith(photo, otherInk)];
    expect(new Set(versions).size).toBe(3);
    for (const version of versions) expect(version).toMatch(/^[0-9a-f]{12}$/);
  });

  it('keeps the signatures of its own municipalities alone', async () => {
    room.households.add();
    await put(await penStroke(), '3427', '');
    await put(await penStroke(2400), '3430', '');
    const batch = await batches().create(actor, campaign.id, filter);
    expect(Object.keys(batch.facts.images?.signatures ?? {})).toEqual(['3427']);
  });

  it('says so when its picture has been lost from the disk', async () => {
    room.households.add();
    await put(await picture(1900, 1400).png().toBuffer());
    const { id } = await batches().create(actor, campaign.id, filter);
    rmSync(folder(), { recursive: true });
    await room.app.get(Jobs).drain();
    const progress = await batches().progressOf(await batches().get(campaign.id, id));
    expect(progress?.problem).toContain('Et bilde partiet skal ha, er borte');
  });
});

describe('the specimen', () => {
  it('shows the picture and the signature', async () => {
    const specimens = room.app.get(SpecimenService);
    const wanted = { template: 'vinter-a5', language: 'nn', municipality: '3427' } as const;
    const drawn = await specimens.make(campaign.id, wanted);
    await put(await picture(2700, 1900).jpeg().toBuffer());
    await put(await penStroke(), '3427', '');
    const shown = await specimens.make(campaign.id, wanted);
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    expect(text(drawn)).not.toContain('/DCTDecode');
    expect(text(shown)).toContain('/DCTDecode');
    expect(text(shown)).toMatch(/\/ImageMask true/);
    expect(text(shown)).not.toContain('/SMask');
  });
});
