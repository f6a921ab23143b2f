import type { PublicPage } from '@savner/contract/pages';
import { renderDocument, type PublicAssets } from './document.js';

/** Written in by the server build from the browser build's manifest. */
declare const __PUBLIC_ASSETS__: PublicAssets;

/** The door of the server build: a public page's model in, its whole document out. */
export function render(page: PublicPage): string {
  return renderDocument(page, __PUBLIC_ASSETS__);
}
