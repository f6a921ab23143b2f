import type { TipRecord } from '../../features/tips/index.js';
import { newId } from '../../platform/ids.js';
import { parsePhone } from '../../platform/phone-numbers.js';
import type { GeneratedTip } from '../matching/tips-generator.js';
import type { Row } from './raw-connection.js';

/** A generated tip as the tips room would have read it. */
export function recordOf({ values }: GeneratedTip, campaignId: string, receivedAt: Date): TipRecord {
  const phone = norwegian(values.phone);
  return {
    id: newId(),
    campaignId,
    municipality: values.municipality,
    receivedAt,
    source: 'import',
    firstNames: written(values.first_names),
    lastName: written(values.last_name),
    formerName: written(values.former_name),
    nickname: written(values.nickname),
    birthYear: values.birth_year === '' ? null : Number(values.birth_year),
    phone,
    email: written(values.email),
    street: written(values.street),
    postcode: written(values.postcode),
    place: written(values.place),
    country: written(values.country),
    relation: null,
    greeting: null,
    othersInHousehold: written(values.others_in_household),
    tipperName: null,
    tipperPhone: null,
    tipperEmail: null,
    maySayName: false,
    mayContact: false,
    isShielded: false,
  };
}

/** The row that the tips room keeps of it. */
export function tipRow(tip: TipRecord): Row {
  const at = tip.receivedAt.toISOString();
  return {
    id: tip.id,
    campaign_id: tip.campaignId,
    idempotency_key: tip.id,
    source: tip.source,
    received_at: at,
    stored_at: at,
    municipality: tip.municipality,
    municipality_text: tip.municipality,
    first_names: tip.firstNames,
    last_name: tip.lastName,
    former_name: tip.formerName,
    nickname: tip.nickname,
    birth_year: tip.birthYear,
    birth_year_text: tip.birthYear === null ? null : String(tip.birthYear),
    phone: tip.phone,
    phone_text: tip.phone,
    email: tip.email,
    street: tip.street,
    postcode: tip.postcode,
    postcode_text: tip.postcode,
    place: tip.place,
    country: tip.country,
    others_in_household: tip.othersInHousehold,
    may_say_name: false,
    may_contact: false,
    is_shielded: tip.isShielded,
    search_text: [tip.firstNames, tip.lastName, tip.place].join(' ').toLowerCase(),
  };
}

function written(text: string): string | null {
  return text === '' ? null : text;
}

/** Almost all of them are seen at a glance. */
function norwegian(text: string): string | null {
  if (text === '') return null;
  const own = /^(?:\+47|0047)?([2-79]\d{7})$/.exec(text.replaceAll(' ', ''))?.[1];
  if (own !== undefined) return `+47${own}`;
  const parsed = parsePhone(text);
  return parsed.ok ? parsed.e164 : null;
}
