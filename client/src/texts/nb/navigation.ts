export const navigation = {
  notFound: 'Siden finnes ikke',
  notFoundIntro: 'Adressen kan være skrevet feil, eller siden er flyttet.',
  toStart: 'Til startsiden',
  noCampaign: 'Ingen kampanje er i gang',
  noCampaignIntro: 'Når koordinatoren har opprettet en kampanje der kommunen din er med, dukker den opp her.',
  demo: 'Dette er en demo. Alle navn, numre og hilsener er oppdiktet, og demoen har sin egen klokke.',
  demoLabel: 'Om demoen',
} as const;
