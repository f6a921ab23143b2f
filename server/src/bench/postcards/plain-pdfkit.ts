import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { BenchJob, BenchRun } from './bench-cards.js';

/**
 * Cards as pdfkit's guide would have them drawn: a page at a time with `image`, `text` and `rect`. Waits for each page to
 * be taken, since otherwise all of it would stay in memory. `node plain-pdfkit.js JOB OUT` tells its figures as JSON.
 */
const [, , jobFile = '', out = ''] = process.argv;
const job = JSON.parse(readFileSync(jobFile, 'utf8')) as BenchJob;
const points = (millimetres: number) => (millimetres * 72) / 25.4;
const before = process.cpuUsage();
const begun = performance.now();
const size: [number, number] = [points(job.width + 2 * job.bleed), points(job.height + 2 * job.bleed)];
const pdf = new PDFDocument({ size, margin: 0, autoFirstPage: false });
for (const [name, file] of Object.entries(job.fonts)) pdf.registerFont(name, file);
const file = createWriteStream(out);
pdf.pipe(file);
for (const card of job.cards) {
  pdf.addPage().image(job.picture, 0, 0, { width: size[0], height: size[1] });
  pdf.addPage();
  for (const run of [...(job.shared[card.shared] ?? []), ...card.runs]) draw(run);
  drawCode(card.qr);
  while (pdf.readableLength > 0) await new Promise(setImmediate);
}
pdf.end();
await finished(file);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ seconds, busy: (user + system) / 1e6 }));

function draw(run: BenchRun): void {
  pdf.font(run.font).fontSize(run.size).fillColor([0, 0, 0, 100]);
  pdf.text(run.text, points(run.x + job.bleed), points(run.baseline + job.bleed), {
    lineBreak: false,
    baseline: 'alphabetic',
  });
}

function drawCode({ x, y, side, content }: BenchJob['cards'][number]['qr']): void {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const module = points(side) / (modules.size + 8);
  const [left, top] = [points(x + job.bleed) + 4 * module, points(y + job.bleed) + 4 * module];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pdf.rect(left + column * module, top + row * module, module, module);
  pdf.fill([0, 0, 0, 100]);
}
