import type { Language } from '@savner/contract/common';
import type { LeftOutReason } from './batch-plan.js';

/** What is wrong and what to do about it, in the words the coordinator reads. `letters`: those no font of ours has. */
export function remedyFor(reason: LeftOutReason, letters: string, language: Language = 'nb'): string {
  return remedies[language][reason].replace('{letters}', letters);
}

const nb: Readonly<Record<LeftOutReason, string>> = {
  blocked: 'Husstanden er stoppet og skal ikke ha kort.',
  wrong_person: 'En ringer har sagt at dette er feil person. Finn ut hvem tipset gjelder.',
  possible_duplicate: 'Kan være den samme som en annen. Svar på spørsmålet under «Dubletter» først.',
  no_name: 'Navnet mangler. Skriv navnet slik det skal stå på kortet.',
  no_address: 'Adressen mangler. Finn den, eller åpne husstanden for ringing uten kort.',
  address_returned: 'Kortet kom i retur fra adressen. Finn en ny adresse.',
  incomplete_address: 'Adressen er ikke hel. Fyll ut gate eller postboks og postnummer.',
  unknown_postcode: 'Postnummeret finnes ikke. Sjekk det mot poststedet.',
  service_postcode: 'Postnummeret er et servicepostnummer og tar ikke imot kort. Finn en annen adresse.',
  address_does_not_fit: 'Navnet eller adressen er for lang for adressefeltet. Kort den ned.',
  missing_glyph: 'Vi har ingen skrift med tegnet {letters}. Skriv navnet med bokstaver vi kan trykke.',
  already_in_batch: 'Kortet er med i et parti som ikke er postet ennå.',
  already_posted: 'Kortet er allerede postet.',
};

const nn: Readonly<Record<LeftOutReason, string>> = {
  blocked: 'Husstanden er stoppa og skal ikkje ha kort.',
  wrong_person: 'Ein ringjar har sagt at dette er feil person. Finn ut kven tipset gjeld.',
  possible_duplicate: 'Kan vere den same som ein annan. Svar på spørsmålet under «Dublettar» først.',
  no_name: 'Namnet manglar. Skriv namnet slik det skal stå på kortet.',
  no_address: 'Adressa manglar. Finn henne, eller opne husstanden for ringing utan kort.',
  address_returned: 'Kortet kom i retur frå adressa. Finn ei ny adresse.',
  incomplete_address: 'Adressa er ikkje heil. Fyll ut gate eller postboks og postnummer.',
  unknown_postcode: 'Postnummeret finst ikkje. Sjekk det mot poststaden.',
  service_postcode: 'Postnummeret er eit servicepostnummer og tek ikkje imot kort. Finn ei anna adresse.',
  address_does_not_fit: 'Namnet eller adressa er for lang for adressefeltet. Kort ned.',
  missing_glyph: 'Vi har inga skrift med teiknet {letters}. Skriv namnet med bokstavar vi kan trykkje.',
  already_in_batch: 'Kortet er med i eit parti som ikkje er posta enno.',
  already_posted: 'Kortet er alt posta.',
};

const remedies: Readonly<Record<Language, Readonly<Record<LeftOutReason, string>>>> = { nb, nn };
