import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Cards set with Typst from the same layout. It has no QR encoder of its own; the codes are given to it.
 * `JOB OUT FOLDER`, where FOLDER has its compiler, tells its figures as JSON.
 */
const [, , jobFile, out, folder] = process.argv;
const { NodeCompiler } = createRequire(join(folder, 'package.json'))('@myriaddreamin/typst-ts-node-compiler');
const job = JSON.parse(readFileSync(jobFile, 'utf8'));
const before = process.cpuUsage();
const begun = performance.now();
const families = {
  Sans: 'font: "Liberation Sans"',
  'Sans Bold': 'font: "Liberation Sans", weight: "bold"',
  'Serif Italic': 'font: "Liberation Serif", style: "italic"',
  Wide: 'font: "DejaVu Sans"',
};
const main = `
#let job = json("${jobFile.split('/').pop()}")
#let mm = 1mm
#set page(width: (job.width + 2 * job.bleed) * mm, height: (job.height + 2 * job.bleed) * mm, margin: 0pt)
#set text(fill: cmyk(0%, 0%, 0%, 100%), top-edge: "baseline", bottom-edge: "baseline")
#let faces = (${Object.entries(families)
  .map(([name, style]) => `"${name}": it => text(${style}, it)`)
  .join(', ')})
#let run(r) = place(dx: (r.x + job.bleed) * mm, dy: (r.baseline + job.bleed) * mm, text(size: r.size * 1pt, (faces.at(r.font))(r.text)))
#let code(q) = {
  let m = q.side * mm / q.modules
  place(dx: (q.x + job.bleed) * mm, dy: (q.y + job.bleed) * mm, curve(
    fill: cmyk(0%, 0%, 0%, 100%),
    ..for (x, y, w) in q.dark {
      (curve.move((x * m, y * m)), curve.line(((x + w) * m, y * m)), curve.line(((x + w) * m, (y + 1) * m)), curve.line((x * m, (y + 1) * m)), curve.close())
    },
  ))
}
#for card in job.cards {
  page(place(image("${job.picture.split('/').pop()}", width: 100%, height: 100%)))
  page({
    for r in job.shared.at(card.shared) { run(r) }
    for r in card.runs { run(r) }
    code(card.qr)
  })
}
`;
const compiler = NodeCompiler.create({
  workspace: dirname(jobFile),
  fontArgs: [{ fontPaths: [...new Set(Object.values(job.fonts).map(dirname))] }],
});
const pdf = compiler.pdf({ mainFileContent: main });
writeFileSync(out, pdf);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({ seconds, busy: (user + system) / 1e6, kilobytes: process.resourceUsage().maxRSS }),
);
