import { join } from 'node:path';
import { rootDirectory } from '../../../config/config.js';
import { AppError } from '../../../platform/errors.js';
import { TemplateRefused } from './template-files.js';
import { type TemplateFolders, templateNames } from './template-reader.js';

export const fontsFolder = join(rootDirectory, 'templates/fonts');

/** The printing all colours are meant for: offset on coated paper. */
export const coatedProfile = join(rootDirectory, 'templates/colour/FOGRA39L_coated.icc');

interface Shelf<Template> {
  /** What a template on it is called at the start of a sentence. */
  readonly what: string;
  readonly folders: TemplateFolders;
  readonly read: (name: string, folders: TemplateFolders) => Template;
}

/** @throws AppError not_found for an unknown name, validation_failed naming file, field and remedy */
export function openTemplate<Template>(name: string, { what, folders, read }: Shelf<Template>): Template {
  const names = templateNames(folders);
  if (!names.includes(name))
    throw new AppError('not_found', `${what} «${name}» finnes ikke. Velg blant ${names.join(', ')}.`);
  try {
    return read(name, folders);
  } catch (error) {
    if (!(error instanceof TemplateRefused)) throw error;
    const fields = error.problems.map(({ file, field, remedy }) => ({
      path: `${name}/${file}${field === '' ? '' : `#${field}`}`,
      code: 'template',
      message: remedy,
    }));
    throw new AppError('validation_failed', `${what} «${name}» kan ikke brukes. ${error.message}`, fields);
  }
}
