export const notice = {
  title: 'Personvern',
  lead: 'Slik behandler vi opplysninger i «Savner du noen».',
  'who.title': 'Hvem er ansvarlig?',
  'who.text':
    'Kommunene som er med i kampanjen, er ansvarlige for opplysningene. Hver kommune har et personvernombud du kan spørre.',
  'what.title': 'Hva lagrer vi, og hvor har vi det fra?',
  'what.text':
    'Om deg som er savnet: navn, omtrentlig fødselsår, telefon, e-post, adresse, hilsener og hva som kom ut av samtalen. Det kommer fra folk som har tipset oss, og fra deg selv. Om deg som tipser: bare det du selv skriver.',
  'why.title': 'Hvorfor, og med hvilken rett?',
  'why.text':
    'For å sende ett kort og ringe dem som er savnet, og følge opp dem som vil det. Det er en oppgave i allmennhetens interesse for kommunene (personvernforordningen artikkel 6 nr. 1 bokstav e).',
  'see.title': 'Hvem får se det?',
  'see.text':
    'De som ringer, ser navn og sted for dem kommunen savner, og nummeret bare til den de ringer. Tilflytterverten ser dem som vil ha hjelp videre. Koordinatoren ser det som trengs for å styre kampanjen. Trykkeriet får navn og adresse til kortet. Alle har taushetsplikt, og ingenting går til reklame eller ut av EØS.',
  'long.title': 'Hvor lenge?',
  'long.text':
    'Til kampanjen er avsluttet og fulgt opp. Da slettes personopplysningene, og bare tall uten navn blir igjen. Har du sagt at du ikke vil kontaktes, tar vi vare på det, så vi ikke spør igjen.',
  'rights.title': 'Hva kan du kreve?',
  'rights.text':
    'Du kan når som helst si nei takk, se hva vi har lagret, få det rettet eller slettet, og protestere mot at vi bruker det. Bruk koden på kortet, ring eller skriv. Mener du vi gjør feil, kan du klage til Datatilsynet.',
  'cookies.title': 'Informasjonskapsler',
  'cookies.text':
    'Siden husker språket du har valgt, og det du er i gang med å skrive, på din egen enhet. Ingenting annet. Den laster ingenting fra andre nettsteder.',
} as const;
