export const message = {
  '404.title': 'Denne siden finnes ikke',
  '404.text':
    'Adressen eller koden er nok skrevet feil, så ingenting er lagret. Se etter på kortet og skriv den på nytt, skann koden, eller ring oss.',
  '410.title': 'Dette er avsluttet',
  '410.text': 'Siden er ikke lenger i bruk. Kommunen svarer gjerne på spørsmål.',
  '422.title': 'Vi skjønte ikke det som ble sendt',
  '422.text': 'Gå tilbake og prøv en gang til.',
  '429.title': 'Litt for fort',
  '429.text':
    'Det har kommet veldig mange forespørsler. Vent et minutt og prøv igjen. Det du har skrevet, står fortsatt i skjemaet når du går tilbake.',
  '500.title': 'Noe gikk galt hos oss',
  '500.text': 'Ingenting er halvveis lagret. Gå tilbake og prøv igjen om litt.',
  '503.title': 'Vi er straks tilbake',
  '503.text': 'Tjenesten starter på nytt. Prøv igjen om et minutt.',
  requestId: 'Oppgi denne koden hvis du ber om hjelp: {requestId}',
  toFront: 'Til forsiden',
} as const;
