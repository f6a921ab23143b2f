import { renderToString } from 'react-dom/server';
import type { PublicPage as PublicPageModel } from '@savner/contract/pages';
import { pageTitle } from './page-title.js';
import { PublicPage } from './public-page.js';

/** The files of the browser build that a public page loads; addresses below `/assets/`. */
export interface PublicAssets {
  readonly script: string;
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
}

/**
 * The whole document as text. No inline script and no inline style, so a strict content security policy holds;
 * the model travels as JSON, which no browser runs.
 */
export function renderDocument(page: PublicPageModel, assets: PublicAssets): string {
  const head = (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{pageTitle(page)}</title>
      <meta name="color-scheme" content="light dark" />
      {page.page === 'front' ? null : <meta name="robots" content="noindex" />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    </>
  );
  return [
    `<!doctype html><html lang="${page.language}" data-color-scheme="auto"><head>`,
    renderToString(head),
    ...assets.styles.map((style) => `<link rel="stylesheet" href="${style}">`),
    ...assets.preloads.map((file) => `<link rel="modulepreload" href="${file}">`),
    '</head><body><div id="root">',
    renderToString(<PublicPage page={page} />),
    `</div><script type="application/json" id="page">${harmlessJson(page)}</script>`,
    assets.script === '' ? '' : `<script type="module" src="${assets.script}"></script>`,
    '</body></html>',
  ].join('');
}

/** A `<` inside the JSON could end the script element; written as an escape it cannot. */
function harmlessJson(page: PublicPageModel): string {
  return JSON.stringify(page).replaceAll('<', '\\u003c');
}
