import { addressBlock } from '../domain/address-block.js';
import { campaignValues, type MunicipalityFacts } from '../domain/campaign-values.js';
import type { ImagesOnCard, PrintImage } from '../domain/card-image.js';
import type { FontMetrics } from '../domain/fitting.js';
import { cardLayouts, type LayoutProblem } from '../domain/layout.js';
import type { CardTemplate } from '../domain/template.js';
import type { TemplateProblem } from './template-files.js';

/** As much as campaigns say at most in earnest: the seven of the region, a telephone to ask on. */
const region = 'Fjellregionen';
const names = ['Røros', 'Tynset', 'Tolga', 'Os', 'Alvdal', 'Folldal', 'Rendalen'];
const publicUrl = 'https://savner.example.no';
const code = 'SPEC-VEN0-SPEC-VEN0-SPEC-VEN0-SPX';
const picture: PrintImage = { path: '', widthPx: 2600, heightPx: 1800, alternative: '' };

/**
 * Lays out a template's own texts with its own sample, in every language, with and without what a campaign may lack:
 * what does not fit then fits nobody.
 */
export function sampleProblems(template: CardTemplate, metrics: FontMetrics): TemplateProblem[] {
  const found = (['nb', 'nn'] as const).flatMap((language) => {
    if (!template.texts[language]) return [];
    const layouts = cardLayouts({ template, metrics, language });
    const lines = sampleLines(template);
    const record = {
      addressLines: lines,
      qrContent: publicUrl,
      values: { name: lines[0] ?? '', code },
    };
    return variantsOf(template).flatMap(({ facts, images }) => {
      const municipalities = names.map((name) => ({ ...facts, name }));
      const contact = { name: '', email: '', phone: facts.callingFrom ?? '' };
      const values = campaignValues(
        { region, municipalities, contact },
        { ...facts, name: longestOf(names) },
        { publicUrl, language, images },
      );
      const layout = layouts.whole(values, record);
      return layout.ok ? [] : layout.problems.map((problem) => told(problem, language));
    });
  });
  return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The lines of the sample's address; none when it has no whole one. */
export function sampleLines({ sample }: CardTemplate): readonly string[] {
  const result = addressBlock({ ...sample, country: null }, () => ({
    place: sample.place,
    kind: 'ordinary',
  }));
  return result.ok ? result.block.lines : [];
}

function variantsOf({ sample }: CardTemplate): { facts: MunicipalityFacts; images: ImagesOnCard }[] {
  const known = { number: '', name: '', mayorName: sample.mayor, callingFrom: sample.callingFrom };
  const bare = { ...known, mayorName: null, callingFrom: null };
  const drawn = { photo: null, signature: null };
  const pictured = { photo: picture, signature: picture };
  return [known, bare].flatMap((facts) => [drawn, pictured].map((images) => ({ facts, images })));
}

function longestOf(some: readonly string[]): string {
  return some.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
}

function told({ kind, where, letters }: LayoutProblem, language: 'nb' | 'nn'): TemplateProblem {
  const place =
    where === 'address'
      ? { file: 'sample.json', field: 'names' }
      : { file: `texts.${language}.json`, field: where };
  if (kind === 'missing_glyph') {
    const remedy = `Ingen av skriftene har tegnet ${letters}. Skriv det på en annen måte, eller legg til en skrift som har det.`;
    return { ...place, remedy };
  }
  const what = where === 'address' ? 'Navnet og adressen i prøven' : 'Teksten';
  return {
    ...place,
    remedy: `${what} får ikke plass i feltet, selv i minste størrelse. Kort ned, eller gjør feltet større.`,
  };
}
