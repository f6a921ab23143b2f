import type { ComponentType } from 'react';
import type { Role } from '@savner/contract/accounts';
import type { menuTexts } from './navigation-texts.js';

/**
 * Every page of the signed-in app, in the order of the menu. To add one: write `routes/NAME-page.tsx` that exports
 * its component, add a line here, and its name in the menu to texts/nb/menu.ts and texts/nn/menu.ts.
 */
export const pages: readonly AppPage[] = [];

export interface AppPage {
  /** Below `/app/`. */
  readonly path: string;
  /** Who may open it; the server decides again for every request. */
  readonly roles: readonly Role[];
  /** Its text in the menu; null keeps it out of the menu. */
  readonly menu: keyof typeof menuTexts.nb | null;
  readonly load: () => Promise<ComponentType>;
}

/** The pages a person with these roles may open. */
export function pagesFor(roles: readonly Role[]): AppPage[] {
  return pages.filter((page) => page.roles.some((role) => roles.includes(role)));
}

/** Where a person's work begins. */
export function startPathFor(roles: readonly Role[]): string {
  if (roles.includes('admin') || roles.includes('coordinator')) return '/';
  if (roles.includes('mayor')) return '/lag';
  if (roles.includes('host')) return '/oppfolging';
  return '/ring';
}
