export const notice = {
  title: 'Personvern',
  lead: 'Slik behandlar vi opplysningar i «Saknar du nokon».',
  'who.title': 'Kven er ansvarleg?',
  'who.text':
    'Kommunane som er med i kampanjen, er ansvarlege for opplysningane. Kvar kommune har eit personvernombod du kan spørje.',
  'what.title': 'Kva lagrar vi, og kvar har vi det frå?',
  'what.text':
    'Om deg som er sakna: namn, omtrentleg fødselsår, telefon, e-post, adresse, helsingar og kva som kom ut av samtalen. Det kjem frå folk som har tipsa oss, og frå deg sjølv. Om deg som tipsar: berre det du sjølv skriv.',
  'why.title': 'Kvifor, og med kva rett?',
  'why.text':
    'For å sende eitt kort og ringje dei som er sakna, og følgje opp dei som vil det. Det er ei oppgåve i allmenta si interesse for kommunane (personvernforordninga artikkel 6 nr. 1 bokstav e).',
  'see.title': 'Kven får sjå det?',
  'see.text':
    'Dei som ringjer, ser namn og stad for dei kommunen saknar, og nummeret berre til den dei ringjer. Tilflyttarverten ser dei som vil ha hjelp vidare. Koordinatoren ser det som trengst for å styre kampanjen. Trykkeriet får namn og adresse til kortet. Alle har teieplikt, og ingenting går til reklame eller ut av EØS.',
  'long.title': 'Kor lenge?',
  'long.text':
    'Til kampanjen er avslutta og følgd opp. Då blir personopplysningane sletta, og berre tal utan namn blir att. Har du sagt at du ikkje vil bli kontakta, tek vi vare på det, så vi ikkje spør igjen.',
  'rights.title': 'Kva kan du krevje?',
  'rights.text':
    'Du kan når som helst seie nei takk, sjå kva vi har lagra, få det retta eller sletta, og protestere mot at vi bruker det. Bruk koden på kortet, ring eller skriv. Meiner du vi gjer feil, kan du klage til Datatilsynet.',
  'cookies.title': 'Informasjonskapslar',
  'cookies.text':
    'Sida hugsar språket du har valt, og det du er i gang med å skrive, på di eiga eining. Ingenting anna. Ho lastar ingenting frå andre nettstader.',
} as const;
