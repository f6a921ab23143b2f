export const front = {
  title: 'Saknar du nokon?',
  lead: 'Kven skulle du ønskje flytta heim til {region}? Fortel oss det, så ringjer vi dei.',
  leadMunicipality:
    'Kven skulle du ønskje flytta heim til {municipality}? Fortel oss det, så ringjer vi dei.',
  tipButton: 'Tips oss om nokon du saknar',
  tipTime: 'Det tek to minutt, og du treng ikkje seie kven du er.',
  howHeading: 'Slik går det til',
  'how.1.title': 'Du tipsar',
  'how.1.text': 'Eit namn og éin måte å finne dei på er nok. Ei helsing frå deg gjer det mykje hyggelegare.',
  'how.2.title': 'Dei får eit kort i posten',
  'how.2.text': '«Nokon saknar deg.» På kortet står det kven som ringjer, og korleis dei seier nei takk.',
  'how.3.title': 'Vi ringjer',
  'how.3.text': 'Ordføraren og ringjelaget tek ein prat om jobb, bustad, skule og livet her. Ikkje noko mas.',
  counter: '{count} tips har kome inn så langt.',
  municipalitiesHeading: 'Kommunane som saknar nokon',
  closedTitle: 'Ingen kampanje er open no',
  closedText: 'Når kommunane saknar nokon igjen, kan du tipse her. Kom gjerne tilbake.',
} as const;
