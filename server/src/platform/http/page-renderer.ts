import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { PublicPage, PublicPageRenderer } from '@savner/contract/pages';
import { rootDirectory } from '../../config/config.js';

const bundle = join(rootDirectory, 'client/dist/server/public-pages.js');

/** Renders the public pages with the client's own components, from the bundle the client's build leaves behind. */
@Injectable()
export class PageRenderer {
  #renderer: Promise<PublicPageRenderer> | null = null;

  async render(page: PublicPage): Promise<string> {
    this.#renderer ??= loadRenderer();
    return (await this.#renderer).render(page);
  }
}

async function loadRenderer(): Promise<PublicPageRenderer> {
  if (!existsSync(bundle)) throw new Error('The public pages are not built; run npm run build');
  return (await import(pathToFileURL(bundle).href)) as PublicPageRenderer;
}
