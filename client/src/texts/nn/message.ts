export const message = {
  '404.title': 'Denne sida finst ikkje',
  '404.text':
    'Adressa eller koden er nok skriven feil, så ingenting er lagra. Sjå etter på kortet og skriv på nytt, skann koden, eller ring oss.',
  '410.title': 'Dette er avslutta',
  '410.text': 'Sida er ikkje lenger i bruk. Kommunen svarar gjerne på spørsmål.',
  '422.title': 'Vi skjøna ikkje det som vart sendt',
  '422.text': 'Gå tilbake og prøv ein gong til.',
  '429.title': 'Litt for fort',
  '429.text':
    'Det har kome veldig mange førespurnader. Vent eit minutt og prøv igjen. Det du har skrive, står framleis i skjemaet når du går tilbake.',
  '500.title': 'Noko gjekk gale hos oss',
  '500.text': 'Ingenting er halvvegs lagra. Gå tilbake og prøv igjen om litt.',
  '503.title': 'Vi er straks tilbake',
  '503.text': 'Tenesta startar på nytt. Prøv igjen om eit minutt.',
  requestId: 'Oppgi denne koden om du ber om hjelp: {requestId}',
  toFront: 'Til framsida',
} as const;
