export const front = {
  title: 'Savner du noen?',
  lead: 'Hvem skulle du ønske flyttet hjem til {region}? Fortell oss det, så ringer vi dem.',
  leadMunicipality:
    'Hvem skulle du ønske flyttet hjem til {municipality}? Fortell oss det, så ringer vi dem.',
  tipButton: 'Tips oss om noen du savner',
  tipTime: 'Det tar to minutter, og du trenger ikke si hvem du er.',
  howHeading: 'Slik går det til',
  'how.1.title': 'Du tipser',
  'how.1.text': 'Et navn og én måte å finne dem på er nok. En hilsen fra deg gjør det mye hyggeligere.',
  'how.2.title': 'De får et kort i posten',
  'how.2.text': '«Noen savner deg.» På kortet står det hvem som ringer, og hvordan de sier nei takk.',
  'how.3.title': 'Vi ringer',
  'how.3.text': 'Ordføreren og ringelaget tar en prat om jobb, bolig, skole og livet her. Ikke noe mas.',
  counter: '{count} tips er kommet inn så langt.',
  municipalitiesHeading: 'Kommunene som savner noen',
  closedTitle: 'Ingen kampanje er åpen nå',
  closedText: 'Når kommunene savner noen igjen, kan du tipse her. Kom gjerne tilbake.',
} as const;
