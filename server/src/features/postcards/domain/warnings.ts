import type { Language } from '@savner/contract/common';

/** What the cards of a municipality would lack, or the whole batch. */
export type CardWarning =
  /** The address on the cards is known to this machine alone. */
  | { readonly kind: 'unreachable'; readonly host: string }
  | { readonly kind: 'no_mayor' | 'no_number'; readonly municipality: string }
  | { readonly kind: 'does_not_fit'; readonly municipality: string; readonly text: string }
  | {
      readonly kind: 'missing_glyph';
      readonly municipality: string;
      readonly text: string;
      readonly letters: string;
    };

/** A warning in the words the coordinator reads, with what to do about it. */
export function sayWarning(warning: CardWarning, language: Language): string {
  return Object.entries(warning).reduce(
    (sentence, [name, value]) => sentence.replace(`{${name}}`, () => value),
    sentences[language][warning.kind],
  );
}

const sentences: Readonly<Record<Language, Readonly<Record<CardWarning['kind'], string>>>> = {
  nb: {
    unreachable:
      'Kortene får adressen «{host}», som bare virker på denne maskinen. Sett PUBLIC_URL til adressen folk skal bruke, og start på nytt, før dere trykker.',
    no_mayor: '{municipality}: ordførerens navn mangler, så kortet er undertegnet av ringelaget.',
    no_number: '{municipality}: nummeret dere ringer fra mangler, så kortet kan ikke si det.',
    does_not_fit: '{municipality}: teksten «{text}» får ikke plass på kortet. Kort den ned.',
    missing_glyph:
      '{municipality}: vi har ingen skrift med tegnet {letters} i teksten «{text}». Skriv det på en annen måte.',
  },
  nn: {
    unreachable:
      'Korta får adressa «{host}», som berre verkar på denne maskina. Set PUBLIC_URL til adressa folk skal bruke, og start på nytt, før de trykkjer.',
    no_mayor: '{municipality}: namnet på ordføraren manglar, så kortet er underskrive av ringjelaget.',
    no_number: '{municipality}: nummeret de ringjer frå manglar, så kortet kan ikkje seie det.',
    does_not_fit: '{municipality}: teksten «{text}» får ikkje plass på kortet. Kort han ned.',
    missing_glyph:
      '{municipality}: vi har inga skrift med teiknet {letters} i teksten «{text}». Skriv det på ein annan måte.',
  },
};
