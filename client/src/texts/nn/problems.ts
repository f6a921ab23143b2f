/** Words for every refusal the server may give; the keys are the codes of the contract. */
export const problems = {
  heading: 'Det gjekk ikkje',
  requestId: 'Oppgi denne koden om du ber om hjelp: {requestId}',
  offline:
    'Vi får ikkje kontakt akkurat no. Det du har skrive, står framleis her. Sjekk nettet og prøv igjen.',
  unreadable:
    'Vi fekk eit svar vi ikkje forstår. Last sida på nytt. Hjelper ikkje det, sei frå til koordinatoren.',
  unexpected: 'Noko gjekk gale på denne sida. Last ho på nytt. Det som alt er sendt, er lagra.',
  validation_failed: 'Noko må rettast før vi kan gå vidare.',
  not_signed_in: 'Du er logga ut. Logg inn igjen for å halde fram.',
  wrong_credentials:
    'E-postadressa og passordet høyrer ikkje saman. Prøv igjen, eller be om ei ny innloggingslenkje.',
  forbidden: 'Dette har du ikkje tilgang til. Spør koordinatoren om det er feil.',
  cross_site_request: 'Sida vart opna frå ein annan nettstad. Last ho på nytt og prøv igjen.',
  not_found: 'Dette finst ikkje lenger, eller så er adressa feil.',
  link_used_or_expired: 'Lenkja er brukt eller for gammal. Be den som sende ho, om ei ny.',
  conflict: 'Nokon andre rakk å endre dette først. Last sida på nytt og sjå kva som står der no.',
  already_held: 'Nokon andre på laget ringjer denne husstanden no.',
  you_hold_another: 'Du har ein annan husstand open. Rapporter han først, eller legg han tilbake.',
  lease_lost: 'Du har ikkje lenger denne husstanden. Nokon andre kan ha fått han.',
  undo_too_late: 'Det er for seint å angre: husstanden er gitt vidare til nokon andre.',
  campaign_not_open: 'Kampanjen er ikkje open no.',
  nothing_to_print: 'Det er ingen kort å trykkje med dette utvalet.',
  batch_not_ready: 'Trykkepartiet er ikkje ferdig enno.',
  file_changed_since_preview: 'Fila er endra etter at du såg på ho. Last ho opp og sjå over på nytt.',
  too_large: 'Dette er for stort. Del det opp, eller kort ned teksten.',
  unsupported_media_type: 'Denne filtypen kan vi ikkje lese.',
  too_many_requests: 'Det har gått litt for fort. Vent eit minutt og prøv igjen.',
  internal: 'Noko gjekk gale hos oss. Ingenting er halvvegs lagra. Prøv igjen om litt.',
  not_ready: 'Tenesta startar. Prøv igjen om ein augneblink.',
} as const;
