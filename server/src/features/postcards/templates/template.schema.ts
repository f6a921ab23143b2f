import { z } from 'zod';

const percent = z
  .number()
  .min(0, 'Farger oppgis i prosent, 0 til 100.')
  .max(100, 'Farger oppgis i prosent, 0 til 100.');
/** More than this does not dry on coated paper (ISO 12647-2). */
const mostInk = 330;
export const cmyk = z
  .tuple(
    [percent, percent, percent, percent],
    'Skriv fargen som fire tall: cyan, magenta, gult og svart i prosent.',
  )
  .refine(
    (colour) => colour.reduce((sum, share) => sum + share, 0) <= mostInk,
    `Fargen har mer enn ${mostInk} % trykkfarge til sammen og tørker ikke. Ta ned én eller flere av de fire.`,
  );
export const colourName = z.string().min(1);
export const fileName = z.string().regex(/^[\w.-]+$/, 'Skriv bare filnavnet, uten mappe.');
export const millimetres = z.number('Skriv målet i millimeter.');
const points = z.number().min(5, 'Skrift under 5 punkt kan ikke leses.').max(72);

export const area = z.strictObject({
  x: millimetres,
  y: millimetres,
  width: millimetres.positive('Feltet må ha en bredde.'),
  height: millimetres.positive('Feltet må ha en høyde.'),
});

export const style = z.strictObject({
  font: z.string(),
  boldFont: z.string().optional(),
  colour: colourName,
  size: z
    .strictObject({ from: points, to: points })
    .refine((size) => size.from >= size.to, 'Størrelsen går fra den største til den minste.'),
  lineHeight: z.number().min(1).max(2).default(1.25),
  paragraphGap: z.number().min(0).max(3).default(0),
  letterSpacing: z.number().min(0).max(5).default(0),
  align: z.enum(['left', 'centre', 'right']).default('left'),
  from: z.enum(['top', 'bottom']).default('top'),
});

export const boxes = {
  picture: z.strictObject({ kind: z.literal('picture'), file: fileName, alternative: z.string().optional() }),
  image: z.strictObject({ kind: z.literal('image'), file: fileName, alternative: z.string(), area }),
  photo: z.strictObject({ kind: z.literal('photo'), area }),
  text: z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    withSignature: z.string().optional(),
    style: z.string(),
    area,
  }),
  signature: z.strictObject({ kind: z.literal('signature'), text: z.string(), style: z.string(), area }),
  address: z.strictObject({ kind: z.literal('address'), style: z.string(), area }),
  qr: z.strictObject({ kind: z.literal('qr'), colour: colourName, area }),
};

const cardBox = z.discriminatedUnion('kind', [
  boxes.picture,
  boxes.image,
  boxes.photo,
  boxes.text,
  boxes.signature,
  boxes.address,
  boxes.qr,
]);

/** What `template.json` of a card and of a letter have in common. */
export const commonParts = {
  title: z.string().min(1),
  fonts: z.record(z.string(), fileName),
  fallbackFont: z.string(),
  colours: z.record(colourName, cmyk),
  styles: z.record(z.string(), style),
};

/** `template.json` of a card. */
export const cardFile = z.strictObject({
  ...commonParts,
  kind: z
    .literal('postcard', 'Dette er ikke en mal for kort. Legg maler for brev i templates/letters.')
    .default('postcard'),
  format: z.strictObject({
    width: millimetres.min(90, 'Et kort er minst 90 mm.').max(250, 'Et kort er høyst 250 mm.'),
    height: millimetres.min(90, 'Et kort er minst 90 mm.').max(250, 'Et kort er høyst 250 mm.'),
    bleed: millimetres.min(3, 'Trykkeriene krever minst 3 mm utfallende.').max(10),
    safe: millimetres.min(4, 'Tekst må stå minst 4 mm fra kanten.').max(20),
  }),
  reserved: z.array(area.extend({ name: z.string() })).default([]),
  sides: z.strictObject({
    front: z.array(cardBox),
    photoFront: z.array(cardBox).optional(),
    back: z.array(cardBox),
  }),
});
export type CardBox = z.infer<typeof cardBox>;

const paragraph = z.strictObject({
  text: z.string().min(1),
  otherwise: z.string().optional(),
  bold: z.boolean().optional(),
  needs: z.array(z.string()).optional(),
  without: z.array(z.string()).optional(),
});

/** `texts.nb.json`, `texts.nn.json` */
export const textsFile = z.record(z.string(), z.array(paragraph));

/** `sample.json` of a card. */
export const cardSample = z.strictObject({
  names: z.array(z.string()).min(1),
  street: z.string(),
  postcode: z.string(),
  place: z.string(),
  mayor: z.string(),
  callingFrom: z.string(),
});

const pathData = z
  .string()
  .regex(/^[Mm][\d\s,.eE+\-MmLlHhVvCcSsQqTtAaZz]+$/, 'Formen må være stidata som i SVG, og begynne med M.');

const shape = z.union(
  [
    z.strictObject({ fill: colourName, path: pathData }),
    z.strictObject({ stroke: colourName, width: z.number().positive(), path: pathData }),
    z.strictObject({
      gradient: z.strictObject({
        y1: millimetres,
        y2: millimetres,
        stops: z.array(z.tuple([z.number().min(0).max(1), colourName])).min(2),
      }),
      path: pathData,
    }),
  ],
  'En form har «path» og én av «fill», «stroke» med «width», eller «gradient».',
);

/** A drawn picture: shapes from back to front, with colours of its own. */
export const pictureFile = z.strictObject({
  colours: z.record(colourName, cmyk),
  shapes: z.array(shape),
});
export type PictureFile = z.infer<typeof pictureFile>;
