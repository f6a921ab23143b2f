import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { CardTemplate as TemplateMessage } from '@savner/contract/postcards';
import { rootDirectory } from '../../config/config.js';
import { AppError } from '../../platform/errors.js';
import type { FontMetrics } from './domain/fitting.js';
import type { CardTemplate } from './domain/template.js';
import { openFontMetrics } from './rendering/open-metrics.js';
import { coatedProfile, fontsFolder, openTemplate } from './templates/open-template.js';
import { sampleProblems } from './templates/sample-fit.js';
import { TemplateRefused } from './templates/template-files.js';
import { readTemplate, type TemplateFolders, templateNames } from './templates/template-reader.js';

export const shippedFolders: TemplateFolders = {
  templates: join(rootDirectory, 'templates/postcards'),
  fonts: fontsFolder,
};

export interface OpenTemplate {
  readonly template: CardTemplate;
  readonly metrics: FontMetrics;
  readonly fontsFolder: string;
  readonly profile: string;
}

/** The card templates of the installation. Files are read anew each time; fonts stay open while nothing changes. */
@Injectable()
export class CardTemplates {
  /** ICC profile of the print, absolute path. */
  readonly profile = coatedProfile;
  readonly #open = new Map<string, OpenTemplate>();

  /** @throws AppError not_found for an unknown name, validation_failed naming file, field and remedy */
  open(name: string): OpenTemplate {
    const known = this.#open.get(name);
    const read = (wanted: string, folders: TemplateFolders) => readTried(wanted, folders, known);
    const opened = openTemplate(name, { what: 'Kortmalen', folders: shippedFolders, read });
    this.#open.set(name, opened);
    return opened;
  }

  /** Those without mistakes. */
  usable(): CardTemplate[] {
    return this.list().flatMap(({ name, problem }) => (problem === null ? [this.open(name).template] : []));
  }

  list(): TemplateMessage[] {
    return templateNames(shippedFolders).map((name) => {
      try {
        return describe(this.open(name).template);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return {
          name,
          title: name,
          version: '',
          widthMm: 0,
          heightMm: 0,
          languages: [],
          problem: error.message,
        };
      }
    });
  }
}

/**
 * Reads a template and tries its own texts on it.
 * @param known as it was opened before; it is given back while nothing has changed
 * @throws TemplateRefused with file, field and remedy for everything found wrong
 */
export function readTried(name: string, folders: TemplateFolders, known?: OpenTemplate): OpenTemplate {
  const template = readTemplate(name, folders);
  if (known?.template.version === template.version) return known;
  const metrics = openFontMetrics(template, folders.fonts);
  const problems = sampleProblems(template, metrics);
  if (problems.length > 0) throw new TemplateRefused(problems);
  return { template, metrics, fontsFolder: folders.fonts, profile: coatedProfile };
}

function describe(template: CardTemplate): TemplateMessage {
  const { name, title, version, format, texts } = template;
  const languages = (['nb', 'nn'] as const).filter((language) => texts[language]);
  return { name, title, version, widthMm: format.width, heightMm: format.height, languages, problem: null };
}
