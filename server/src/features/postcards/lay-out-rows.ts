import { join } from 'node:path';
import type { Postcodes } from '../campaigns/index.js';
import type { CardTemplates } from './card-templates.js';
import type { CardRows } from './domain/invented-cards.js';
import { cardLayouts, type Layout, type Sides } from './domain/layout.js';
import { RowReader } from './render-cards.js';

export interface LaidOutRows {
  readonly format: { readonly width: number; readonly height: number; readonly bleed: number };
  /** Family name → file. */
  readonly fonts: Readonly<Record<string, string>>;
  /** What cards with the same key share. */
  readonly shared: ReadonlyMap<string, Sides>;
  readonly cards: readonly { readonly key: string; readonly own: Sides }[];
}

/**
 * What stands where on every card, for drawing the very same cards by other means.
 * @throws Error for a card that cannot be set
 */
export function layOutRows(
  request: {
    readonly rows: CardRows;
    readonly template: string;
    readonly language: 'nb' | 'nn';
    readonly region: string;
    readonly publicUrl: string;
  },
  { templates, postcodes }: { readonly templates: CardTemplates; readonly postcodes: Postcodes },
): LaidOutRows {
  const { template, metrics, fontsFolder } = templates.open(request.template);
  const layouts = cardLayouts({ template, metrics, language: request.language });
  const reader = new RowReader(request, postcodes);
  const shared = new Map<string, Sides>();
  const cards = Array.from({ length: request.rows.count }, (_, index) => {
    const { municipality: key, values, record } = reader.card(request.rows.at(index), index + 1);
    if (!shared.has(key)) shared.set(key, sidesOf(layouts.shared(values)));
    return { key, own: sidesOf(layouts.own(values, record)) };
  });
  const fonts = Object.entries(template.fonts).map(([name, file]) => [name, join(fontsFolder, file)]);
  return {
    format: template.format,
    fonts: Object.fromEntries(fonts) as Record<string, string>,
    shared,
    cards,
  };
}

function sidesOf(layout: Layout): Sides {
  if (layout.ok) return layout.sides;
  throw new Error(`A card cannot be set: ${JSON.stringify(layout.problems)}`);
}
