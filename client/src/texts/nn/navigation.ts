export const navigation = {
  notFound: 'Sida finst ikkje',
  notFoundIntro: 'Adressa kan vere skriven feil, eller sida er flytta.',
  toStart: 'Til startsida',
  noCampaign: 'Ingen kampanje er i gang',
  noCampaignIntro: 'Når koordinatoren har oppretta ein kampanje der kommunen din er med, dukkar han opp her.',
  demo: 'Dette er ein demo. Alle namn, nummer og helsingar er oppdikta, og demoen har si eiga klokke.',
  demoLabel: 'Om demoen',
} as const;
