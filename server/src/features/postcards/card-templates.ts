import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { CardTemplate as TemplateMessage } from '@savner/contract/postcards';
import { rootDirectory } from '../../config/config.js';
import { AppError } from '../../platform/errors.js';
import type { FontMetrics } from './domain/fitting.js';
import type { CardTemplate } from './domain/template.js';
import { openFontMetrics } from './rendering/fonts.js';
import { TemplateRefused } from './templates/template-files.js';
import { readTemplate, type TemplateFolders, templateNames } from './templates/template-reader.js';

export const shippedFolders: TemplateFolders = {
  templates: join(rootDirectory, 'templates/postcards'),
  fonts: join(rootDirectory, 'templates/fonts'),
};

export interface OpenTemplate {
  readonly template: CardTemplate;
  readonly metrics: FontMetrics;
  readonly fontsFolder: string;
}

/** The card templates of the installation. Files are read anew each time; fonts stay open while nothing changes. */
@Injectable()
export class CardTemplates {
  readonly #open = new Map<string, OpenTemplate>();

  /** @throws AppError not_found for an unknown name, validation_failed naming file, field and remedy */
  open(name: string): OpenTemplate {
    if (!templateNames(shippedFolders).includes(name)) {
      throw new AppError('not_found', `Kortmalen «${name}» finnes ikke.`);
    }
    const template = readOrRefuse(name);
    const known = this.#open.get(name);
    if (known?.template.version === template.version) return known;
    const fontsFolder = shippedFolders.fonts;
    const opened = { template, fontsFolder, metrics: openFontMetrics(template, fontsFolder) };
    this.#open.set(name, opened);
    return opened;
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

function readOrRefuse(name: string): CardTemplate {
  try {
    return readTemplate(name, shippedFolders);
  } catch (error) {
    if (!(error instanceof TemplateRefused)) throw error;
    const fields = error.problems.map(({ file, field, remedy }) => ({
      path: `${name}/${file}${field === '' ? '' : `#${field}`}`,
      code: 'template',
      message: remedy,
    }));
    throw new AppError('validation_failed', `Kortmalen «${name}» kan ikke brukes. ${error.message}`, fields);
  }
}

function describe(template: CardTemplate): TemplateMessage {
  const { name, title, version, format, texts } = template;
  const languages = (['nb', 'nn'] as const).filter((language) => texts[language]);
  return { name, title, version, widthMm: format.width, heightMm: format.height, languages, problem: null };
}
