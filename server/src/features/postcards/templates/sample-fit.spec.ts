import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readTried, shippedFolders } from '../card-templates.js';
import { TemplateRefused } from './template-files.js';
import { templateNames } from './template-reader.js';

const long = 'Her er det plass til flere som vil bo, jobbe og gå på skole. '.repeat(12).trim();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-sample-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function copyOf(template: string): void {
  cpSync(join(shippedFolders.templates, template), join(folder, template), { recursive: true });
}

function change(template: string, file: string, from: RegExp, to: string): void {
  const path = join(folder, template, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

function problems(template: string) {
  try {
    readTried(template, { templates: folder, fonts: shippedFolders.fonts });
    return [];
  } catch (error) {
    if (error instanceof TemplateRefused) return error.problems;
    throw error;
  }
}

describe.each(templateNames(shippedFolders))('%s, when it is opened', (template) => {
  beforeEach(() => copyOf(template));
  const refused = (file: string, field: string, remedy: string) => [
    { file, field, remedy: expect.stringContaining(remedy) as unknown },
  ];

  it('has room for its own texts', () => {
    expect(problems(template)).toEqual([]);
  });

  it.each(['nb', 'nn'])('is refused for a message that is too long in %s alone', (language) => {
    const file = `texts.${language}.json`;
    change(template, file, /"text": "Vil du ik[^"]*"/, `"text": "${long}"`);
    expect(problems(template)).toEqual(refused(file, 'privacy', 'Kort ned, eller gjør feltet større'));
  });

  it('is refused for words that stand there only while a fact is missing', () => {
    change(
      template,
      'texts.nn.json',
      /"otherwise": "Ringjelaget i \{municipality\}"/,
      `"otherwise": "${long}"`,
    );
    expect(problems(template)).toEqual(refused('texts.nn.json', 'signature', 'får ikke plass'));
  });

  it('is refused for words that stand there only beneath a signature', () => {
    change(template, 'texts.nb.json', /"Ordføreren i \{municipality\} kommune"/, `"${long}"`);
    expect(problems(template)).toEqual(refused('texts.nb.json', 'signedBy', 'får ikke plass'));
  });

  it('is refused for a sample whose address has no room', () => {
    change(template, 'sample.json', /"Prøvegata 12 B"/, `"${'Prøvegata'.repeat(20)}"`);
    expect(problems(template)).toEqual(refused('sample.json', 'names', 'adressen i prøven får ikke plass'));
  });

  it('is refused for a letter that none of its fonts has', () => {
    change(template, 'texts.nb.json', /Hei!/, 'Hei 漢!');
    expect(problems(template)).toEqual(
      refused('texts.nb.json', 'greeting', 'Ingen av skriftene har tegnet 漢'),
    );
  });

  it('is not tried again while nothing has changed', () => {
    const folders = { templates: folder, fonts: shippedFolders.fonts };
    const first = readTried(template, folders);
    expect(readTried(template, folders, first)).toBe(first);
    change(template, 'texts.nb.json', /Hei!/, 'God dag!');
    expect(readTried(template, folders, first)).not.toBe(first);
  });
});
