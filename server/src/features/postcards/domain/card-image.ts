import type { Rect } from './rect.js';

/** A picture that is kept as a file of its own. */
export interface ImageFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What is to be seen, for those who hear it. */
  readonly alternative: string;
}

/** A picture ready for printing: CMYK JPEG, or a bitmap of ink. */
export interface PrintImage extends ImageFacts {
  /** Absolute path. */
  readonly path: string;
}

/** What a card shows of the campaign's own pictures; null where the template's own drawing or words stand in. */
export interface ImagesOnCard {
  readonly photo: PrintImage | null;
  readonly signature: PrintImage | null;
}

/** The print houses' demand. */
export const leastDotsPerInch = 300;

const millimetresPerInch = 25.4;

/** How many dots a picture must have to fill an area in print. */
export function dotsFor(area: Pick<Rect, 'width' | 'height'>): { widthPx: number; heightPx: number } {
  const dots = (millimetres: number) => Math.round((millimetres / millimetresPerInch) * leastDotsPerInch);
  return { widthPx: dots(area.width), heightPx: dots(area.height) };
}

/** Whether a picture is fine enough to fill the area, whatever is cut from its edges. */
export function isFineEnough(image: Pick<ImageFacts, 'widthPx' | 'heightPx'>, area: Rect): boolean {
  const needed = dotsFor(area);
  return image.widthPx >= needed.widthPx && image.heightPx >= needed.heightPx;
}

/** Fills the area, its middle kept: what reaches beyond is cut away. */
export function filling(area: Rect, { widthPx, heightPx }: ImageFacts): Rect {
  const scale = Math.max(area.width / widthPx, area.height / heightPx);
  const [width, height] = [widthPx * scale, heightPx * scale];
  return {
    x: area.x + (area.width - width) / 2,
    y: area.y + (area.height - height) / 2,
    width,
    height,
  };
}

/** As large as the area has room for, at its lower left: where a signature stands on its line. */
export function standingIn(area: Rect, { widthPx, heightPx }: ImageFacts): Rect {
  const scale = Math.min(area.width / widthPx, area.height / heightPx);
  const [width, height] = [widthPx * scale, heightPx * scale];
  return { x: area.x, y: area.y + area.height - height, width, height };
}
