export const navigation = {
  notFound: 'Siden finnes ikke',
  notFoundIntro: 'Adressen kan være skrevet feil, eller siden er flyttet.',
  toStart: 'Til startsiden',
  noCampaign: 'Ingen kampanje er i gang',
  noCampaignIntro: 'Når koordinatoren har opprettet en kampanje der kommunen din er med, dukker den opp her.',
  demo: 'Dette er en prøve. Alle navn, numre og hilsener er oppdiktet, og klokka her er prøvens egen.',
} as const;
