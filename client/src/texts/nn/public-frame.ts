export const publicFrame = {
  productName: 'Saknar du nokon',
  skipToContent: 'Hopp til innhaldet',
  'language.nb': 'Bokmål',
  'language.nn': 'Nynorsk',
  languageSwitch: 'Språk',
  toFront: 'Til framsida',
  privacy: 'Personvern',
  questions: 'Spørsmål?',
  callContact: 'Ring {phone}',
  writeContact: 'Skriv til {email}',
  footer:
    '«Saknar du nokon» er kampanjen til kommunane sjølve. Sida lastar ingenting frå andre, og følgjer deg ikkje.',
} as const;
