import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { createQueries } from '../src/lib/api/create-queries.js';

/** Puts a piece of a page where it lives: below the store of answers and an address. */
export function renderPage(page: ReactNode, address = '/') {
  return render(
    <QueryClientProvider client={createQueries()}>
      <MemoryRouter initialEntries={[address]}>{page}</MemoryRouter>
    </QueryClientProvider>,
  );
}
