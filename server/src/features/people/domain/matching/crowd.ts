import { mostHolders } from './keys.js';

/** So many holders of a crowded key stand for all of them. */
export const mostHubs = 20;

/** So many holders of a crowded key are followed at all, so that what one key brings together stays bounded. */
export const mostFollowed = 500;

/**
 * The holders of a crowded identity key in the order they are taken in: the first {@link mostHubs} are the hubs each of
 * the others is compared with. First one of everything that is said, by the number of its content, then second copies,
 * and so on: so the hubs differ as much as the holders do, what is chosen depends on what the tips say and not on when
 * they came, and one tip more or less moves one hub at most.
 * @param contentOf the same for two tips that say the same; where tips come from strangers, keyed, so that nobody can
 * word a tip to become a hub
 */
export function inCrowdOrder<Holder>(
  holders: readonly Holder[],
  contentOf: (holder: Holder) => string | number,
): Holder[] {
  const copies = new Map<string | number, number>();
  const placed = holders.map((holder) => {
    const content = contentOf(holder);
    const copy = copies.get(content) ?? 0;
    copies.set(content, copy + 1);
    return { holder, content, copy };
  });
  placed.sort((one, other) => one.copy - other.copy || (one.content < other.content ? -1 : 1));
  return placed.map(({ holder }) => holder);
}

export type Role = 'equal' | 'hub' | 'member' | 'left_out';

/** Whom the holders of an identity key are compared with: all with all, or each with the hubs where they are a crowd. */
export class Crowd<Holder> {
  readonly #roles = new Map<Holder, Role>();
  readonly hubs: readonly Holder[] = [];

  /**
   * @param holders each once, copies in a fixed order
   * @param tips how many the holders are, where one stands for several
   */
  constructor(
    readonly holders: readonly Holder[],
    contentOf: (holder: Holder) => string | number,
    tips = holders.length,
  ) {
    if (tips <= mostHolders.identity) {
      for (const holder of holders) this.#roles.set(holder, 'equal');
      return;
    }
    const followed = inCrowdOrder(holders, contentOf).slice(0, mostFollowed);
    followed.forEach((holder, index) => this.#roles.set(holder, index < mostHubs ? 'hub' : 'member'));
    this.hubs = followed.slice(0, mostHubs);
    this.holders = followed;
  }

  roleOf(holder: Holder): Role {
    return this.#roles.get(holder) ?? 'left_out';
  }

  /** Those a holder is compared with, itself among them perhaps. */
  partnersOf(holder: Holder): readonly Holder[] {
    switch (this.roleOf(holder)) {
      case 'equal':
      case 'hub':
        return this.holders;
      case 'member':
        return this.hubs;
      case 'left_out':
        return [];
    }
  }
}
