import type { ComponentType } from 'react';
import type { Role } from '@savner/contract/accounts';
import type { menuTexts } from './navigation-texts.js';

/** Those who run the campaign from the office. */
const office: readonly Role[] = ['coordinator', 'admin'];

/**
 * Every page of the signed-in app, in the order of the menu. To add one: write `routes/NAME-page.tsx` that exports
 * its component, add a line here, and its name in the menu to texts/nb/menu.ts and texts/nn/menu.ts.
 */
export const pages: readonly AppPage[] = [
  {
    path: 'ring',
    roles: ['caller', 'mayor'],
    menu: 'calling',
    load: async () => (await import('./calling-page.js')).CallingPage,
  },
  {
    path: 'lag',
    roles: ['caller', 'mayor', ...office],
    menu: 'team',
    load: async () => (await import('./team-page.js')).TeamPage,
  },
  {
    path: 'lag/deling',
    roles: ['mayor', ...office],
    menu: null,
    load: async () => (await import('./team-division-page.js')).TeamDivisionPage,
  },
  {
    path: 'lag/folk',
    roles: ['mayor', ...office],
    menu: null,
    load: async () => (await import('./team-members-page.js')).TeamMembersPage,
  },
  {
    path: 'oppfolging',
    roles: ['host', 'mayor', ...office],
    menu: 'followUps',
    load: async () => (await import('./follow-ups-page.js')).FollowUpsPage,
  },
  {
    path: 'tips',
    roles: office,
    menu: 'tips',
    load: async () => (await import('./tips-page.js')).TipsPage,
  },
  {
    path: 'tips/nytt',
    roles: office,
    menu: null,
    load: async () => (await import('./tip-entry-page.js')).TipEntryPage,
  },
  {
    path: 'tips/liste',
    roles: office,
    menu: null,
    load: async () => (await import('./tip-import-page.js')).TipImportPage,
  },
  {
    path: 'tips/:tipId',
    roles: office,
    menu: null,
    load: async () => (await import('./tip-page.js')).TipPage,
  },
  {
    path: 'dubletter',
    roles: office,
    menu: 'duplicates',
    load: async () => (await import('./duplicates-page.js')).DuplicatesPage,
  },
  {
    path: 'dubletter/avgjort',
    roles: office,
    menu: null,
    load: async () => (await import('./decisions-page.js')).DecisionsPage,
  },
  {
    path: 'husstander',
    roles: office,
    menu: 'households',
    load: async () => (await import('./households-page.js')).HouseholdsPage,
  },
  {
    path: 'husstander/:householdId',
    roles: office,
    menu: null,
    load: async () => (await import('./household-page.js')).HouseholdPage,
  },
  {
    path: 'kort',
    roles: office,
    menu: 'postcards',
    load: async () => (await import('./postcards-page.js')).PostcardsPage,
  },
  {
    path: 'kort/retur',
    roles: office,
    menu: null,
    load: async () => (await import('./returned-cards-page.js')).ReturnedCardsPage,
  },
  {
    path: 'ringing',
    roles: office,
    menu: 'calls',
    load: async () => (await import('./calls-page.js')).CallsPage,
  },
  {
    path: 'tall',
    roles: office,
    menu: 'figures',
    load: async () => (await import('./figures-page.js')).FiguresPage,
  },
  {
    path: 'kampanje',
    roles: office,
    menu: 'campaign',
    load: async () => (await import('./campaign-page.js')).CampaignPage,
  },
  {
    path: 'folk',
    roles: office,
    menu: 'access',
    load: async () => (await import('./access-page.js')).AccessPage,
  },
];

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
