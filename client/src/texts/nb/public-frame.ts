export const publicFrame = {
  productName: 'Savner du noen',
  skipToContent: 'Hopp til innholdet',
  'language.nb': 'Bokmål',
  'language.nn': 'Nynorsk',
  languageSwitch: 'Språk',
  toFront: 'Til forsiden',
  privacy: 'Personvern',
  questions: 'Spørsmål?',
  callContact: 'Ring {phone}',
  writeContact: 'Skriv til {email}',
  footer:
    '«Savner du noen» er kommunenes egen kampanje. Siden laster ingenting fra andre, og følger deg ikke.',
} as const;
