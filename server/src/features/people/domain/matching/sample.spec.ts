import { describe, expect, it } from '@jest/globals';
import { sampleTips } from '../../../../../test/sample-tips.js';
import { householdTruth, pairFigures, pairsWithin, personTruth } from '../../../../../test/pair-figures.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { Postcodes } from '../../../campaigns/index.js';
import { matchTips } from './match-tips.js';
import { shippedModel } from './model.js';

const postcodes = new Postcodes();
const { tips, truth } = sampleTips();
const knowledge = { lists: loadNameLists(), placeOf: (p: string) => postcodes.placeOf(p) };
const started = performance.now();
const match = matchTips(tips, knowledge, { model: shippedModel, automaticFrom: 0.95 });
const milliseconds = performance.now() - started;

describe('the sample', () => {
  it('prints', () => {
    const persons = pairFigures(pairsWithin(match.persons), truth, personTruth);
    const automatic = pairFigures(match.edges.filter((e) => e.band === 'automatic').map((e) => [e.a, e.b] as const), truth, personTruth);
    const households = pairFigures(pairsWithin(match.households), truth, householdTruth);
    const q = match.questions.filter((x) => x.kind === 'person');
    console.log({ milliseconds, persons, automatic, households, edges: match.edges.length, questions: q.length, hq: match.questions.length - q.length });
    const show = (id: string) => { const t = tips.find((x) => x.id === id)!; return [id, truth.get(id)!.persons.join('+'), truth.get(id)!.household, t.municipality, t.firstNames, t.lastName, t.formerName, t.nickname, t.birthYear, t.phone, t.email, t.street, t.postcode, t.place, t.country, t.othersInHousehold].map((x) => x ?? '').join('|'); };
    const out: string[] = [];
    const inP = new Map(match.persons.flatMap((g) => g.map((t) => [t, g[0]!] as const)));
    const inH = new Map(match.households.flatMap((g) => g.map((t) => [t, g[0]!] as const)));
    const asked = new Set(match.questions.map((x) => x.kind + [inP.get(x.a), inP.get(x.b)].sort().join()));
    const askedH = new Set(match.questions.map((x) => [inH.get(x.a), inH.get(x.b)].sort().join()));
    for (const a of truth.keys()) for (const b of truth.keys()) if (a < b) {
      const v = personTruth(truth.get(a)!, truth.get(b)!);
      const same = inP.get(a) !== undefined && inP.get(a) === inP.get(b);
      const e = match.edges.find((x) => x.a === a && x.b === b);
      if (v === 'same' && !same) out.push(`MISS ${asked.has('person' + [inP.get(a), inP.get(b)].sort().join()) ? 'asked' : ''} ${e?.bits ?? 'no edge'} ${JSON.stringify(e?.levels)}\n ${show(a)}\n ${show(b)}`);
      if (v === 'different' && same) out.push(`WRONG ${e?.bits} ${JSON.stringify(e?.levels)}\n ${show(a)}\n ${show(b)}`);
      const h = householdTruth(truth.get(a)!, truth.get(b)!);
      const sameH = inH.get(a) === inH.get(b);
      if (h === 'same' && !sameH && v !== 'same') out.push(`HMISS ${askedH.has([inH.get(a), inH.get(b)].sort().join()) ? 'asked' : ''} ${e?.household}\n ${show(a)}\n ${show(b)}`);
      if (h === 'different' && sameH && v !== 'different') out.push(`HWRONG ${e?.household}\n ${show(a)}\n ${show(b)}`);
      if (h === 'different' && sameH && v === 'different' && !same) out.push(`HWRONG ${e?.household}\n ${show(a)}\n ${show(b)}`);
    }
    for (const x of match.questions) { const v = (x.kind==='person'?personTruth:householdTruth)(truth.get(x.a)!, truth.get(x.b)!); out.push(`Q ${x.kind} ${v} ${x.probability.toFixed(2)}\n ${show(x.a)}\n ${show(x.b)}`); }
    require_fs(out.join('\n'));
    expect(persons.f1).toBeGreaterThan(0.5);
  });
});
import { writeFileSync } from 'node:fs';
function require_fs(t: string) { writeFileSync('/tmp/people-sample.txt', t); }
