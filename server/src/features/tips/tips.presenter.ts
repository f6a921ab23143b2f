import type { Tip, TipImport } from '@savner/contract/tips';
import type { StoredTip } from './domain/stored-tip.js';

export interface Names {
  municipality(number: string): string;
  user(id: string): string | null;
}

export function presentTip(tip: StoredTip, names: Names): Tip {
  const { words } = tip;
  return {
    id: tip.id,
    municipality: tip.municipality,
    municipalityName: names.municipality(tip.municipality),
    receivedAt: tip.receivedAt.toISOString(),
    source: tip.source,
    enteredBy: tip.enteredBy === null ? null : names.user(tip.enteredBy),
    firstNames: words.firstNames,
    lastName: words.lastName,
    formerName: words.formerName,
    nickname: words.nickname,
    birthYear: tip.birthYear,
    phone: words.phone,
    phoneE164: tip.phone,
    email: tip.email,
    street: words.street,
    postcode: tip.postcode,
    place: words.place,
    country: words.country,
    relation: words.relation,
    greeting: words.greeting,
    othersInHousehold: words.othersInHousehold,
    tipperName: words.tipperName,
    tipperPhone: words.tipperPhone,
    tipperEmail: tip.tipperEmail,
    maySayName: tip.maySayName,
    mayContact: tip.mayContact,
  };
}

export interface DoneImport extends Omit<TipImport, 'importedAt' | 'importedBy'> {
  readonly importedAt: Date;
  readonly importedBy: string | null;
}

export function presentImport(done: DoneImport, names: Pick<Names, 'user'>): TipImport {
  return {
    id: done.id,
    fileName: done.fileName,
    sha256: done.sha256,
    importedAt: done.importedAt.toISOString(),
    importedBy: (done.importedBy === null ? null : names.user(done.importedBy)) ?? 'Kommandolinjen',
    counts: done.counts,
    refusedRows: done.refusedRows,
  };
}
