import { letterContent, type LetterMaking, type LetterRecord } from './domain/letter.js';
import type { LetterTemplate } from './domain/template.js';
import type { PrintCard } from './rendering/card-pages.js';
import { type PrintProgress, type PrintResult, writePrintFile } from './rendering/print-file.js';
import { coatedProfile, fontsFolder } from './templates/open-template.js';

/** Letters, read as they are needed. */
export interface LetterSource {
  readonly count: number;
  /** @param indices from 0 to `count`; answered in the same order */
  read(indices: readonly number[]): Promise<readonly LetterRecord[]>;
}

export interface LetterOptions extends LetterMaking {
  readonly template: LetterTemplate;
  /** What the file is in, on the whole; a letter in the other form of Norwegian says so. */
  readonly language: 'nb' | 'nn';
  readonly title: string;
}

/**
 * Writes letters in their order, a page or two each, as PDF/A-2b for an office printer. The letters' date is the file's
 * too: the same letters give the same bytes. A letter that does not fit is left out and named in the answer, its id the
 * number from 0 it has in the source.
 * @throws the signal's reason when cancelled; nothing is left behind
 */
export function writeLetters(
  path: string,
  letters: LetterSource,
  options: LetterOptions,
  watch: PrintProgress,
): Promise<PrintResult> {
  const { template, language, title, date } = options;
  const print = async (indices: readonly number[]) => {
    const records = await letters.read(indices);
    return records.map((record, at) => printed(record, String(indices[at]), options));
  };
  return writePrintFile(
    path,
    { count: letters.count, read: print },
    {
      template,
      language,
      title,
      fontsFolder,
      profile: coatedProfile,
      createdAt: new Date(`${date}T00:00:00Z`),
      standard: 'pdfa-2b',
      imposition: null,
      marks: 'no-marks',
    },
    watch,
  );
}

function printed(record: LetterRecord, id: string, options: LetterOptions): PrintCard {
  const { language, ...content } = letterContent(record, options);
  return { id, ...content, ...(language === options.language ? {} : { language }) };
}
