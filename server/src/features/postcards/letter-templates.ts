import { join } from 'node:path';
import { rootDirectory } from '../../config/config.js';
import type { LetterTemplate } from './domain/template.js';
import { fontsFolder, openTemplate } from './templates/open-template.js';
import { readLetterTemplate, type TemplateFolders } from './templates/template-reader.js';

const letterFolders: TemplateFolders = {
  templates: join(rootDirectory, 'templates/letters'),
  fonts: fontsFolder,
};

/** @throws AppError not_found for an unknown name, validation_failed naming file, field and remedy */
export function openLetterTemplate(name: string): LetterTemplate {
  return openTemplate(name, { what: 'Brevmalen', folders: letterFolders, read: readLetterTemplate });
}
