import { createBrowserRouter, type RouteObject } from 'react-router';
import { Loading } from '../ui/loading.js';
import { AppFrame } from './app-frame.js';
import { BrokenPage } from './broken-page.js';
import { LinkPage } from './link-page.js';
import { NotFoundPage } from './not-found-page.js';
import { pages } from './pages.js';
import { RoleGate } from './role-gate.js';
import { SignInPage } from './sign-in-page.js';
import { StartPage } from './start-page.js';

/** The addresses of the signed-in app, all below `/app`. */
export const routes: RouteObject[] = [
  { path: 'inn', element: <SignInPage />, errorElement: <BrokenPage /> },
  { path: 'lenke', element: <LinkPage />, errorElement: <BrokenPage /> },
  {
    element: <AppFrame />,
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <Loading />,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          { index: true, element: <StartPage /> },
          ...pages.map((page) => ({
            path: page.path,
            lazy: async () => {
              const Component = await page.load();
              return {
                element: (
                  <RoleGate page={page}>
                    <Component />
                  </RoleGate>
                ),
              };
            },
          })),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

export function createRouter() {
  return createBrowserRouter(routes, { basename: '/app' });
}
