import { tipFormFields, type TipFormField } from '@savner/contract/pages';

/** A tip's fields as they were written; a missing one means that nothing was written. */
export type RawTip = Readonly<Partial<Record<TipFormField, string>>>;

/**
 * A tip's fields out of a message or a form; ticked boxes become «ja», numbers their digits. What is not a tip's field,
 * or not a single value, is left out.
 */
export function rawTipFrom(message: Readonly<Record<string, unknown>>): RawTip {
  return Object.fromEntries(
    tipFormFields.flatMap((field) => {
      const value = asText(message[field]);
      return value === null ? [] : [[field, value]];
    }),
  );
}

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nei';
  return null;
}

/** Texts of several sentences, where the length limit is about privacy and not about tidiness. */
export const freeTextFields = [
  'relation',
  'greeting',
  'othersInHousehold',
] as const satisfies readonly TipFormField[];

/** Most characters in the other fields; enough for the longest real name, street or address of its kind. */
export const longestFields: Readonly<Record<Exclude<TipFormField, (typeof freeTextFields)[number]>, number>> =
  {
    municipality: 80,
    firstNames: 120,
    lastName: 120,
    formerName: 120,
    nickname: 80,
    birthYear: 20,
    phone: 60,
    email: 254,
    street: 200,
    postcode: 20,
    place: 120,
    country: 80,
    tipperName: 120,
    tipperPhone: 60,
    tipperEmail: 254,
    maySayName: 20,
    mayContact: 20,
  };

/**
 * The text without what cannot be seen or said: control characters, text-direction overrides and zero-width spaces.
 * Line breaks become `\n` in free texts and spaces elsewhere; blanks at the ends go. Every word stays as it was.
 */
export function cleanText(field: TipFormField, text: string): string {
  const lines = text.normalize('NFC').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  const visible = lines.replace(/\t/g, ' ').replace(unseen, '');
  const isFreeText = freeTextFields.some((free) => free === field);
  return (isFreeText ? visible : visible.replace(/\n+/g, ' ')).trim();
}

/** Characters as a person counts them, not the computer's code units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

const unseen = /(?!\n)\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
