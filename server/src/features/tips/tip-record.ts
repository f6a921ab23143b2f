import type { StoredTip } from './domain/stored-tip.js';
import type { TipRecord } from './tip.js';

/** What other features get to know of a tip: the read values, and the words where there is nothing to read. */
export function toTipRecord(tip: StoredTip): TipRecord {
  const { words, enteredBy: _inside, ...read } = tip;
  return {
    ...read,
    firstNames: words.firstNames,
    lastName: words.lastName,
    formerName: words.formerName,
    nickname: words.nickname,
    street: words.street,
    place: words.place,
    country: words.country,
    relation: words.relation,
    greeting: words.greeting,
    othersInHousehold: words.othersInHousehold,
    tipperName: words.tipperName,
  };
}
