export const navigation = {
  notFound: 'Sida finst ikkje',
  notFoundIntro: 'Adressa kan vere skriven feil, eller sida er flytta.',
  toStart: 'Til startsida',
  noCampaign: 'Ingen kampanje er i gang',
  noCampaignIntro: 'Når koordinatoren har oppretta ein kampanje der kommunen din er med, dukkar han opp her.',
  demo: 'Dette er ei prøve. Alle namn, nummer og helsingar er oppdikta, og klokka her er prøva si eiga.',
} as const;
