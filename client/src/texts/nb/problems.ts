/** Words for every refusal the server may give; the keys are the codes of the contract. */
export const problems = {
  heading: 'Det gikk ikke',
  requestId: 'Oppgi denne koden hvis du ber om hjelp: {requestId}',
  offline:
    'Vi får ikke kontakt akkurat nå. Det du har skrevet, står fortsatt her. Sjekk nettet og prøv igjen.',
  unreadable:
    'Vi fikk et svar vi ikke forstår. Last siden på nytt. Hjelper ikke det, si fra til koordinatoren.',
  unexpected: 'Noe gikk galt på denne siden. Last den på nytt. Det som alt er sendt, er lagret.',
  validation_failed: 'Noe må rettes før vi kan gå videre.',
  not_signed_in: 'Du er logget ut. Logg inn igjen for å fortsette.',
  wrong_credentials:
    'E-postadressen og passordet hører ikke sammen. Prøv igjen, eller be om en ny innloggingslenke.',
  forbidden: 'Dette har du ikke tilgang til. Spør koordinatoren hvis det er feil.',
  cross_site_request: 'Siden ble åpnet fra et annet nettsted. Last den på nytt og prøv igjen.',
  not_found: 'Dette finnes ikke lenger, eller så er adressen feil.',
  link_used_or_expired: 'Lenken er brukt eller for gammel. Be den som sendte den, om en ny.',
  conflict: 'Noen andre rakk å endre dette først. Last siden på nytt og se hva som står der nå.',
  already_held: 'Noen andre på laget ringer denne husstanden nå.',
  you_hold_another: 'Du har en annen husstand åpen. Rapporter den først, eller legg den tilbake.',
  lease_lost: 'Du har ikke lenger denne husstanden. Noen andre kan ha fått den.',
  undo_too_late: 'Det er for sent å angre: husstanden er gitt videre til noen andre.',
  campaign_not_open: 'Kampanjen er ikke åpen nå.',
  nothing_to_print: 'Det er ingen kort å trykke med dette utvalget.',
  batch_not_ready: 'Trykkepartiet er ikke ferdig ennå.',
  file_changed_since_preview: 'Filen er endret etter at du så på den. Last den opp og se over på nytt.',
  too_large: 'Dette er for stort. Del det opp, eller forkort teksten.',
  unsupported_media_type: 'Denne filtypen kan vi ikke lese.',
  too_many_requests: 'Det har gått litt for fort. Vent et minutt og prøv igjen.',
  internal: 'Noe gikk galt hos oss. Ingenting er halvveis lagret. Prøv igjen om litt.',
  not_ready: 'Tjenesten starter. Prøv igjen om et øyeblikk.',
} as const;
