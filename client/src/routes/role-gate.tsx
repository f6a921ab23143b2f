import type { ReactNode } from 'react';
import { useSignedIn } from './signed-in.js';
import { NotFoundPage } from './not-found-page.js';
import type { AppPage } from './pages.js';

/** Lets in those whose work the page is; for others it does not exist. */
export function RoleGate({ page, children }: { readonly page: AppPage; readonly children: ReactNode }) {
  const { user } = useSignedIn();
  return page.roles.some((role) => user.roles.includes(role)) ? children : <NotFoundPage />;
}
