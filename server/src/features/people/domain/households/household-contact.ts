import { type RecordedFact, factsOf, latestFirst } from './household-fact.js';
import type { MergedTip } from './merged-tip.js';
import { type Sourced, fromFact, fromTip, gather } from './sourced.js';

export interface SourcedPhone extends Sourced<string> {
  readonly state: 'ok' | 'dead';
}

/** Every number told, those that may be called first, the preferred one at the very front. */
export function gatherPhones(tips: readonly MergedTip[], facts: readonly RecordedFact[]): SourcedPhone[] {
  const inTips = tips.flatMap((tip) =>
    tip.phone === null ? [] : [{ key: tip.phone, value: tip.phone, source: fromTip(tip) }],
  );
  const byHand = factsOf(facts, 'prefer_phone').map((recorded) => ({
    key: recorded.fact.phone,
    value: recorded.fact.phone,
    source: fromFact(recorded),
  }));
  const phones = gather([...inTips, ...byHand]).map((phone) => ({
    ...phone,
    state: stateOf(phone.value, facts),
  }));
  return [...phones.filter(({ state }) => state === 'ok'), ...phones.filter(({ state }) => state === 'dead')];
}

export function gatherEmails(tips: readonly MergedTip[], facts: readonly RecordedFact[]): Sourced<string>[] {
  const inTips = tips.flatMap((tip) =>
    tip.features.email === null
      ? []
      : [{ key: tip.features.email, value: tip.features.email, source: fromTip(tip) }],
  );
  const byHand = factsOf(facts, 'prefer_email').map((recorded) => ({
    key: recorded.fact.email.toLowerCase(),
    value: recorded.fact.email.toLowerCase(),
    source: fromFact(recorded),
  }));
  return gather([...inTips, ...byHand]);
}

/** Dead for good until somebody says otherwise, by marking it right or by giving it as the number to use. */
function stateOf(phone: string, facts: readonly RecordedFact[]): 'ok' | 'dead' {
  const said = (['phone_dead', 'phone_ok', 'prefer_phone'] as const)
    .flatMap((kind) => factsOf(facts, kind).filter(({ fact }) => fact.phone === phone))
    .sort(latestFirst);
  return said[0]?.fact.kind === 'phone_dead' ? 'dead' : 'ok';
}
