/** jsdom lacks a few things that browsers have and the components use. */
globalThis.CSS ??= { supports: () => false, escape: (text: string) => text } as unknown as typeof CSS;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
