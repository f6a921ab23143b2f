import { z } from 'zod';

const percent = z
  .number()
  .min(0, 'Farger oppgis i prosent, 0 til 100.')
  .max(100, 'Farger oppgis i prosent, 0 til 100.');
const cmyk = z.tuple(
  [percent, percent, percent, percent],
  'Skriv fargen som fire tall: cyan, magenta, gult og svart i prosent.',
);
const colourName = z.string().min(1);
const fileName = z.string().regex(/^[\w.-]+$/, 'Skriv bare filnavnet, uten mappe.');
const millimetres = z.number('Skriv målet i millimeter.');
const points = z.number().min(5, 'Skrift under 5 punkt kan ikke leses.').max(72);

const area = z.strictObject({
  x: millimetres,
  y: millimetres,
  width: millimetres.positive('Feltet må ha en bredde.'),
  height: millimetres.positive('Feltet må ha en høyde.'),
});

const style = z.strictObject({
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

const box = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('picture'), file: fileName }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), style: z.string(), area }),
  z.strictObject({ kind: z.literal('address'), style: z.string(), area }),
  z.strictObject({ kind: z.literal('qr'), colour: colourName, area }),
]);

/** `template.json` */
export const templateFile = z.strictObject({
  title: z.string().min(1),
  format: z.strictObject({
    width: millimetres.min(90, 'Et kort er minst 90 mm.').max(250, 'Et kort er høyst 250 mm.'),
    height: millimetres.min(90, 'Et kort er minst 90 mm.').max(250, 'Et kort er høyst 250 mm.'),
    bleed: millimetres.min(3, 'Trykkeriene krever minst 3 mm utfallende.').max(10),
    safe: millimetres.min(4, 'Tekst må stå minst 4 mm fra kanten.').max(20),
  }),
  fonts: z.record(z.string(), fileName),
  fallbackFont: z.string(),
  colours: z.record(colourName, cmyk),
  styles: z.record(z.string(), style),
  reserved: z.array(area.extend({ name: z.string() })).default([]),
  sides: z.strictObject({ front: z.array(box), back: z.array(box) }),
});
export type TemplateFile = z.infer<typeof templateFile>;

const paragraph = z.strictObject({
  text: z.string().min(1),
  otherwise: z.string().optional(),
  bold: z.boolean().optional(),
  needs: z.array(z.string()).optional(),
});

/** `texts.nb.json`, `texts.nn.json` */
export const textsFile = z.record(z.string(), z.array(paragraph));

/** `sample.json` */
export const sampleFile = z.strictObject({
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
