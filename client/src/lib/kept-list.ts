/**
 * A list under a name on this device, which outlives the page. Where the device keeps nothing (no room, storage turned
 * off), it is kept as long as the page is open.
 */
export class KeptList<Item> {
  readonly #unkept = new Map<string, readonly Item[]>();

  /** @param prefix tells whose lists these are */
  constructor(private readonly prefix: string) {}

  read(name: string): readonly Item[] {
    const unkept = this.#unkept.get(name);
    if (unkept) return unkept;
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#keyOf(name)) ?? '[]');
      return Array.isArray(kept) ? (kept as Item[]) : [];
    } catch {
      return [];
    }
  }

  write(name: string, items: readonly Item[]): void {
    try {
      if (items.length === 0) localStorage.removeItem(this.#keyOf(name));
      else localStorage.setItem(this.#keyOf(name), JSON.stringify(items));
      this.#unkept.delete(name);
    } catch {
      this.#unkept.set(name, items);
    }
  }

  #keyOf(name: string): string {
    return `${this.prefix} ${name}`;
  }
}
