import { lookAtPage } from './content.js';
import { ObjectTree, type PdfDictionary, type PdfValue } from './object-tree.js';

/** What a print house would ring about. */
export type Fault =
  | 'no-trim-box'
  | 'bleed-too-small'
  | 'rgb'
  | 'page-group'
  | 'transparency'
  | 'font-not-embedded'
  | 'broken-metadata'
  | 'cmyk-jpeg-inverted'
  | 'picture-too-coarse'
  | 'no-output-intent'
  | 'no-standard'
  | 'encrypted'
  | 'active-content';

const leastDotsPerInch = 300;
/** Points: three millimetres, less what numbers are rounded by. */
const leastBleed = (3 / 25.4) * 72 - 0.02;

/**
 * Looks through a whole print file as a print house's own preflight does.
 * @returns the faults found, each once; empty for a file that can be printed
 */
export function preflight(file: string): Fault[] {
  const tree = new ObjectTree(file);
  const pages = tree.pages();
  const found = new Set<Fault>([
    ...pages.flatMap((page) => boxFaults(tree, page)),
    ...[...tree.all()].flatMap(({ value }) => objectFaults(tree, value)),
    ...metadataFaults(tree),
    ...documentFaults(tree),
    ...contentFaults(tree, pages),
  ]);
  return [...found].sort();
}

function boxFaults(tree: ObjectTree, page: PdfDictionary): Fault[] {
  const faults: Fault[] = page['/Group'] === undefined ? [] : ['page-group'];
  const [left = 0, bottom = 0, right = 0, top = 0] = tree.numbers(page['/TrimBox']);
  if (page['/TrimBox'] === undefined) return [...faults, 'no-trim-box'];
  const bleed = tree.numbers(page['/BleedBox']);
  const media = tree.numbers(page['/MediaBox']);
  const isWholeSheet = [left, bottom, right, top].every((side, at) => side === media[at]);
  const margins = [
    left - (bleed[0] ?? NaN),
    bottom - (bleed[1] ?? NaN),
    (bleed[2] ?? NaN) - right,
    (bleed[3] ?? NaN) - top,
  ];
  const hasBleed = isWholeSheet || margins.every((margin) => margin >= leastBleed);
  return hasBleed ? faults : [...faults, 'bleed-too-small'];
}

function objectFaults(tree: ObjectTree, value: PdfValue): Fault[] {
  if (typeof value !== 'object' || value === null)
    return value === '/DeviceRGB' || value === '/CalRGB' ? ['rgb'] : [];
  if (Array.isArray(value)) {
    const list = value as readonly PdfValue[];
    const isRgbProfile = list[0] === '/ICCBased' && tree.dictionary(list[1])['/N'] === 3;
    return [...(isRgbProfile ? (['rgb'] as const) : []), ...list.flatMap((item) => objectFaults(tree, item))];
  }
  const dictionary = value as PdfDictionary;
  return [
    ...dictionaryFaults(tree, dictionary),
    ...Object.values(dictionary).flatMap((item) => objectFaults(tree, item)),
  ];
}

function dictionaryFaults(tree: ObjectTree, dictionary: PdfDictionary): Fault[] {
  const faults: Fault[] = [];
  const isSeeThrough = ['/ca', '/CA'].some(
    (key) => typeof dictionary[key] === 'number' && dictionary[key] < 1,
  );
  const isBlended = ![undefined, '/Normal', '/Compatible'].includes(dictionary['/BM'] as string | undefined);
  const isMasked = dictionary['/SMask'] !== undefined && dictionary['/SMask'] !== '/None';
  if (isSeeThrough || isBlended || isMasked) faults.push('transparency');
  if (dictionary['/S'] === '/Transparency') faults.push('transparency');
  if (dictionary['/Type'] === '/Font' && !isEmbedded(tree, dictionary)) faults.push('font-not-embedded');
  if (['/JavaScript', '/Launch', '/URI'].some((action) => action === dictionary['/S']))
    faults.push('active-content');
  return faults;
}

function isEmbedded(tree: ObjectTree, font: PdfDictionary): boolean {
  if (font['/Subtype'] === '/Type0')
    return tree.list(font['/DescendantFonts']).every((below) => isEmbedded(tree, tree.dictionary(below)));
  if (font['/Subtype'] === '/Type3') return true;
  const descriptor = tree.dictionary(font['/FontDescriptor']);
  return ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key] !== undefined);
}

/** The packet is well-formed, and says the same title as the document information. */
function metadataFaults(tree: ObjectTree): Fault[] {
  const { data } = tree.resolve(tree.dictionary(tree.trailer['/Root'])['/Metadata']);
  const packet = data?.toString('utf8') ?? '';
  const title = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(packet)?.[1];
  const given = tree.resolve(tree.dictionary(tree.trailer['/Info'])['/Title']).value;
  const isWellFormed = !/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(packet);
  const isSame = title !== undefined && `u:${unescaped(title)}` === given;
  return isWellFormed && isSame ? [] : ['broken-metadata'];
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '');
}

function documentFaults(tree: ObjectTree): Fault[] {
  const root = tree.dictionary(tree.trailer['/Root']);
  const [intent] = tree.list(root['/OutputIntents']).map((each) => tree.dictionary(each));
  const profile = tree.dictionary(intent?.['/DestOutputProfile']);
  const packet = tree.resolve(root['/Metadata']).data?.toString('utf8') ?? '';
  const isPrint = packet.includes('<pdfxid:GTS_PDFXVersion>PDF/X-4<') && intent?.['/S'] === '/GTS_PDFX';
  const isArchive = packet.includes('<pdfaid:part>2<') && intent?.['/S'] === '/GTS_PDFA1';
  const isKnown = tree.list(tree.trailer['/ID']).length === 2 && packet.includes('<xmpMM:DocumentID>');
  const trapped = tree.resolve(tree.dictionary(tree.trailer['/Info'])['/Trapped']).value;
  return [
    ...(profile['/N'] === 4 ? [] : (['no-output-intent'] as const)),
    ...((isPrint || isArchive) && isKnown && trapped === '/False' ? [] : (['no-standard'] as const)),
    ...(tree.trailer['/Encrypt'] === undefined ? [] : (['encrypted'] as const)),
    ...(root['/OpenAction'] === undefined && root['/AA'] === undefined ? [] : (['active-content'] as const)),
  ];
}

function contentFaults(tree: ObjectTree, pages: readonly PdfDictionary[]): Fault[] {
  return pages.flatMap((page) => {
    const { operators, pictures } = lookAtPage(tree, page);
    const faults: Fault[] = operators.has('rg') || operators.has('RG') ? ['rgb'] : [];
    for (const { picture, data, dotsPerInch } of pictures) {
      if (dotsPerInch < leastDotsPerInch - 0.5) faults.push('picture-too-coarse');
      const isCmykJpeg = picture['/Filter'] === '/DCTDecode' && picture['/ColorSpace'] === '/DeviceCMYK';
      if (isCmykJpeg && !hasAdobeMarker(data)) faults.push('cmyk-jpeg-inverted');
    }
    return faults;
  });
}

/** Photoshop writes CMYK the wrong way round and says so in this marker; without it, readers do not agree. */
function hasAdobeMarker(jpeg: Buffer | null): boolean {
  return jpeg?.subarray(0, 4096).includes(Buffer.from([0xff, 0xee])) === true && jpeg.includes('Adobe');
}
