import { compareNames } from './compare-names.js';
import type { Component } from './component.js';
import type { TipFeatures } from './features.js';
import { fingerprintOf } from './fingerprint.js';
import { judgePair, type Rules } from './judge-pair.js';

/** More different people than this on one telephone, or one e-mail address, are no family. */
const mostInFamily = 8;

type Contact = 'phone' | 'email';

/**
 * The component as it is without telephones and e-mail addresses that many different people share: an office's, a
 * school's. They tell neither who somebody is nor where she lives, and are left out on both sides. Where half or more of
 * those who share it are one person it is that person's, whatever the rest say.
 */
export function withoutSharedContacts(component: Component, rules: Rules): Component {
  const { tips, edges, times } = component;
  if (tips.length <= mostInFamily) return component;
  const shared = {
    phone: sharedByMany(tips, 'phone', times),
    email: sharedByMany(tips, 'email', times),
  };
  if (shared.phone.size + shared.email.size === 0) return component;
  const isShared = (tip: TipFeatures, contact: Contact) =>
    tip[contact] !== null && shared[contact].has(tip[contact]);
  const bared = tips.map((tip) => ({
    ...tip,
    phone: isShared(tip, 'phone') ? null : tip.phone,
    email: isShared(tip, 'email') ? null : tip.email,
  }));
  const before = new Map(tips.map((tip) => [tip.tipId, tip]));
  const after = new Map(bared.map((tip) => [tip.tipId, tip]));
  const rested = (edge: Component['edges'][number]) => {
    const [a, b] = [before.get(edge.a), before.get(edge.b)];
    const isOnShared = (['phone', 'email'] as const).some(
      (contact) => a?.[contact] === b?.[contact] && a !== undefined && isShared(a, contact),
    );
    // Two that say just the same stay one.
    return (
      isOnShared &&
      !(
        edge.band === 'automatic' &&
        a !== undefined &&
        b !== undefined &&
        fingerprintOf(a) === fingerprintOf(b)
      )
    );
  };
  const judged = edges.flatMap((edge) => {
    if (!rested(edge)) return [edge];
    const [a, b] = [after.get(edge.a), after.get(edge.b)];
    return a && b ? (judgePair(a, b, rules) ?? []) : [];
  });
  return { ...component, tips: bared, edges: judged };
}

function sharedByMany(
  tips: readonly TipFeatures[],
  contact: Contact,
  times: Component['times'],
): ReadonlySet<string> {
  const holders = new Map<string, TipFeatures[]>();
  for (const tip of tips) {
    const value = tip[contact];
    if (value === null || tip.kind !== 'person') continue;
    const known = holders.get(value);
    if (known) known.push(tip);
    else holders.set(value, [tip]);
  }
  const found = new Set<string>();
  for (const [value, sharing] of holders)
    if (sharing.length > mostInFamily && areMany(sharing, times)) found.add(value);
  return found;
}

/** Whether tips name more people than a family has, none of whom most of them are about. */
function areMany(tips: readonly TipFeatures[], times: Component['times']): boolean {
  const people: { readonly tip: TipFeatures; tips: number }[] = [];
  let all = 0;
  for (const { tip, count } of byContent(tips, times)) {
    all += count;
    const known = people.find((person) => mayBeOne(person.tip, tip));
    if (known) known.tips += count;
    else if (people.length <= mostInFamily) people.push({ tip, tips: count });
  }
  return people.length > mostInFamily && people.every((person) => 2 * person.tips < all);
}

/** What most tips say first. */
function byContent(
  tips: readonly TipFeatures[],
  times: Component['times'],
): { readonly tip: TipFeatures; readonly count: number }[] {
  const found = new Map<number, { readonly tip: TipFeatures; count: number }>();
  for (const tip of tips) {
    const content = fingerprintOf(tip);
    const known = found.get(content) ?? { tip, count: 0 };
    known.count += times?.get(tip.tipId) ?? 1;
    found.set(content, known);
  }
  return [...found]
    .sort(([one, { count: often }], [other, { count: seldom }]) => seldom - often || one - other)
    .map(([, content]) => content);
}

/** As far as names go. */
function mayBeOne(one: TipFeatures, other: TipFeatures): boolean {
  const { given, surname } = compareNames(one, other);
  const areApart = given === 'different' || given === 'different_known' || given === 'shared_but_differs';
  return !areApart && surname !== 'different';
}
