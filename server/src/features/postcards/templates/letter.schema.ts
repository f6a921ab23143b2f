import { z } from 'zod';
import { envelopeNames } from '../domain/window-envelopes.js';
import { boxes, commonParts, millimetres } from './template.schema.js';

const gap = millimetres.min(0, 'Avstanden er null eller mer.').default(0);

const textItem = z.strictObject({
  kind: z.literal('text'),
  text: z.string(),
  withSignature: z.string().optional(),
  style: z.string(),
  gap,
});
const signatureItem = z.strictObject({
  kind: z.literal('signature'),
  text: z.string(),
  style: z.string(),
  gap,
  height: millimetres.positive('Underskriften må ha en høyde.'),
});
const itemKinds = 'Her kan det stå felt av slagene text og signature.';

const columns = z.strictObject({
  kind: z.literal('columns'),
  gap,
  columns: z
    .array(
      z.strictObject({
        x: millimetres.min(0, 'Spalten begynner til venstre for feltet.'),
        width: millimetres.positive('Spalten må ha en bredde.'),
        parts: z.array(z.discriminatedUnion('kind', [textItem, signatureItem], itemKinds)).min(1),
      }),
    )
    .min(2, 'Spalter er minst to. Sett delene rett i feltet når det er én.'),
});

const flow = z.strictObject({
  kind: z.literal('flow'),
  area: boxes.text.shape.area,
  parts: z
    .array(
      z.discriminatedUnion(
        'kind',
        [textItem, signatureItem, columns],
        'I løpende tekst kan det stå felt av slagene text, signature og columns.',
      ),
    )
    .min(1),
});

const letterBox = z.discriminatedUnion(
  'kind',
  [boxes.picture, boxes.image, boxes.text, boxes.signature, boxes.address, flow],
  'Et brev har felt av slagene picture, image, text, signature, address og flow. Velg et av dem.',
);

const size = (millimetresOfA4: number) =>
  z.literal(millimetresOfA4, 'Et brev er A4: 210 mm bredt og 297 mm høyt.');

/** `template.json` of a letter. */
export const letterFile = z.strictObject({
  ...commonParts,
  kind: z.literal('letter', 'Skriv "kind": "letter". Maler for kort hører til i templates/postcards.'),
  format: z.strictObject({
    width: size(210),
    height: size(297),
    bleed: z
      .literal(0, 'En kontorskriver skriver ikke utenfor arket. Sett bleed til 0, eller ta det bort.')
      .default(0),
    safe: millimetres
      .min(10, 'En kontorskriver når ikke ut til kanten. Tekst må stå minst 10 mm innenfor.')
      .max(40),
  }),
  envelopes: z
    .array(z.enum(envelopeNames, `Velg blant konvoluttene ${envelopeNames.join(', ')}.`))
    .min(1, `Si hvilke vinduskonvolutter brevet skal passe i: ${envelopeNames.join(', ')}.`),
  sides: z.strictObject({ front: z.array(letterBox), back: z.array(letterBox).optional() }),
});
export type LetterBox = z.infer<typeof letterBox>;

const inBoth = <Words extends z.ZodType>(words: Words) => z.strictObject({ nb: words, nn: words });

/** `sample.json` of a letter. */
export const letterSample = z.strictObject({
  names: z.array(z.string()).min(1),
  street: z.string(),
  postcode: z.string(),
  place: z.string(),
  mayor: z.string(),
  host: z.strictObject({ name: z.string().min(1), phone: z.string(), email: z.string() }),
  wishes: inBoth(z.array(z.string())),
  hostWords: inBoth(z.string()),
});
