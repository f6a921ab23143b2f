import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../platform/errors.js';
import { fields } from '../domain/matching/levels.js';
import { type MatchModel, shippedModel } from '../domain/matching/model.js';

/** Bits no honest weight comes near. */
const mostBits = 30;

const bits = z.number().min(-mostBits).max(mostBits);

const weights = z.strictObject(
  Object.fromEntries(
    fields.map((field) => [
      field,
      z.strictObject(
        Object.fromEntries(
          Object.keys(shippedModel.weights[field]).map((level) => [
            level,
            level === 'missing' ? z.literal(0) : bits,
          ]),
        ),
      ),
    ]),
  ),
);

const modelFile = z.strictObject({
  format: z.literal(1),
  version: z.string().regex(/^[\w.-]{1,64}$/),
  basedOn: z.string(),
  /** What it was learnt from, for whoever finds the file later. */
  learntFrom: z.strictObject({
    tips: z.number().int(),
    pairs: z.number().int(),
    answers: z.number().int(),
    randomPairs: z.number().int(),
    seed: z.number().int(),
  }),
  prior: z.number().min(-30).max(10),
  agreement: z.number().gt(0).max(1),
  weights,
});

export type LearntFrom = z.infer<typeof modelFile>['learntFrom'];

/** A model under a name of its own: the day, and a print of the weights. */
export function named(model: MatchModel, day: string): MatchModel {
  const { version: _from, ...content } = model;
  const print = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
  return { ...model, version: `own-${day}-${print}` };
}

export function modelFileText(model: MatchModel, learntFrom: LearntFrom): string {
  const { version, ...content } = model;
  return `${JSON.stringify({ format: 1, version, basedOn: shippedModel.version, learntFrom, ...content }, null, 2)}\n`;
}

/** @throws AppError validation_failed, naming every field and what to do */
export function readModelFile(text: string): MatchModel {
  const parsed = modelFile.safeParse(jsonIn(text), { reportInput: true });
  if (!parsed.success) throw wrong(parsed.error.issues.map(problemOf));
  const { version, prior, agreement, weights: checked } = parsed.data;
  // The schema is made from the fields and levels of the shipped model, which the compiler cannot see.
  return { version, prior, agreement, weights: checked as unknown as MatchModel['weights'] };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong([{ path: 'fila', message: 'Dette er ikke JSON.' }]);
  }
}

interface Problem {
  readonly path: string;
  readonly message: string;
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map(String).join('.') || 'fila';
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  return { path, message: isMissing ? 'Mangler.' : messageOf(issue) };
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `Dette kjenner vi ikke: ${issue.keys.join(', ')}.`;
  if (issue.code === 'too_big') return `Kan ikke være over ${String(issue.maximum)}.`;
  if (issue.code === 'too_small')
    return `Må være ${issue.inclusive ? 'minst' : 'over'} ${String(issue.minimum)}.`;
  if (issue.code === 'invalid_value') return `Skal være ${issue.values.map(String).join(' eller ')}.`;
  if (issue.code === 'invalid_format')
    return 'Bare bokstaver, tall, punktum, bindestrek og understrek; høyst 64 tegn.';
  if (issue.code === 'invalid_type' && issue.expected === 'number') return 'Skal være et tall.';
  return 'Skal være av et annet slag.';
}

function wrong(problems: readonly Problem[]): AppError {
  const lines = problems.map(({ path, message }) => `  ${path}: ${message}`);
  return new AppError(
    'validation_failed',
    [
      'Modellfila kan ikke brukes:',
      ...lines,
      'Lag den på nytt med «people estimate --out MODELL.json».',
    ].join('\n'),
    problems.map(({ path, message }) => ({ path, code: 'model.wrong', message })),
  );
}
