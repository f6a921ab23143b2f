/**
 * Whether a text says that the person who is missed is a child or a pupil now: «går på skole», «hun er 15 år»,
 * «vi går i samme klasse». Past tense and sentences about somebody else (the person's children, a teacher at the
 * school) do not count: most tips mention a school, since that is where people knew each other.
 */
export function saysUnder18(text: string): boolean {
  const sentences = text
    .normalize('NFC')
    .toLowerCase()
    .split(/(?<!\d)\.\s+|[!?;]+\s+|\n+/);
  return sentences.some((sentence) => patterns.some((pattern) => pattern.test(sentence.trim())));
}

const pronoun = '(?:han|hun|ho|hin|hen|du|vi)';
/** Either nobody is named (a note such as «går på skole») or the one who is missed, alone or with the tipper. */
const subject = String.raw`(?:(?:^|[,(:–-]\s*)|(?<!\p{L})(?:og|som|${pronoun})\s+)`;
const adverbs = String.raw`(?:\s+(?:nå|no|nu|enda|ennå|enno|fortsatt|framleis|fremdeles|bare|berre|i lag|sammen|saman))*`;
const school = String.raw`(?:(?:barne|ungdoms|mellom|grunn|små)?sk[ou]l(?:e|en|a)|videregående|vidaregåande|vgs)(?!\p{L})`;
const grade = String.raw`(?:sam[me]e klasse|\d{1,2}\.?\s*(?:klasse|trinn)|\p{L}+e klasse|klass(?:e|en|a) (?:min|mi|vår|hennes|hans))(?!\p{L})`;
const underage = '(?:[1-9]|1[0-7])';

const patterns = [
  String.raw`${subject}går${adverbs}\s+(?:på\s+${school}|i\s+${grade})`,
  String.raw`(?<!\p{L})går\s+${pronoun}${adverbs}\s+(?:på\s+${school}|i\s+${grade})`,
  String.raw`${subject}(?:er|blir|fyller)${adverbs}\s+${underage}\s+år(?!\p{L}|\s+(?:si[ade]|eldre|yngre))`,
  String.raw`${subject}(?:er\s+)?(?:(?:en|ei|ein)\s+)?${underage}[- ]?åring(?!\p{L})`,
  String.raw`${subject}(?:er\s+)?(?:elev på )?(?:ungdoms|barne)sk[ou]le(?:elev|n)?(?!\p{L})(?<=elev|elev på \p{L}+)`,
].map((pattern) => new RegExp(pattern, 'u'));
