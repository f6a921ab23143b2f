import { useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { LanguageProvider } from '../features/session/language.js';
import { createQueries } from '../lib/api/create-queries.js';
import { ChooseLanguageContext } from './choose-language.js';
import { createRouter } from './router.js';

export function App() {
  const [queries] = useState(createQueries);
  const [router] = useState(createRouter);
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        {(choose) => (
          <ChooseLanguageContext.Provider
            value={(language) => {
              choose(language);
              // Some answers are sentences, in the language the reader had when they were asked for.
              void queries.invalidateQueries();
            }}
          >
            <RouterProvider router={router} />
          </ChooseLanguageContext.Provider>
        )}
      </LanguageProvider>
    </QueryClientProvider>
  );
}
