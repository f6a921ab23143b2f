import type { Rect } from './rect.js';

interface WindowEnvelope {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** From the envelope's top left corner. */
  readonly window: Rect;
  /** Height of the folded A4 sheet that lies in it. */
  readonly folded: number;
}

/** Envelopes with a window to the left, as they are sold in Norway: an A4 sheet folded once (C5) or twice. */
const envelopes = {
  C5: { width: 229, height: 162, window: { x: 15, y: 44, width: 105, height: 35 }, folded: 148.5 },
  'C6/5': { width: 229, height: 114, window: { x: 15, y: 39, width: 100, height: 35 }, folded: 99 },
  'E6/5': { width: 220, height: 110, window: { x: 15, y: 40, width: 95, height: 30 }, folded: 99 },
} as const satisfies Readonly<Record<string, WindowEnvelope>>;

export type EnvelopeName = keyof typeof envelopes;
export const envelopeNames = Object.keys(envelopes) as [EnvelopeName, ...EnvelopeName[]];

const sheetWidth = 210;

/** What the window shows of a sheet that lies in the envelope's top left corner, millimetres on the sheet. */
export function windowOf(name: EnvelopeName): Rect {
  return envelopes[name].window;
}

/** What the window may show of the sheet, however it slides to the right and down in the envelope. */
export function seenThrough(name: EnvelopeName): Rect {
  const { width, height, window, folded } = envelopes[name];
  const [right, down] = [width - sheetWidth, height - folded];
  return {
    x: window.x - right,
    y: window.y - down,
    width: window.width + right,
    height: window.height + down,
  };
}
