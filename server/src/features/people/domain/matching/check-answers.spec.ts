import { describe, expect, it } from '@jest/globals';
import { checkAnswers } from './check-answers.js';
import type { PairDecision } from './component.js';

function says(a: string, verdict: PairDecision['verdict'], b: string): PairDecision {
  return { kind: 'person', verdict, a, b, isCurrent: true };
}

describe('the answers of one act', () => {
  it('are all stored when nothing speaks against them', () => {
    const answers = [says('a', 'same', 'b'), says('a', 'not_same', 'c'), says('b', 'not_same', 'c')];
    expect(checkAnswers(answers, [], [])).toEqual({ ok: true, fresh: answers });
  });

  it('may not contradict each other', () => {
    const answers = [says('a', 'same', 'b'), says('b', 'same', 'c'), says('a', 'not_same', 'c')];
    expect(checkAnswers(answers, [], [])).toEqual({ ok: false, conflict: 'joined' });
  });

  it('leave out what was given the same answer before', () => {
    const answers = [says('a', 'not_same', 'b'), says('a', 'not_same', 'c')];
    const checked = checkAnswers(answers, [says('b', 'not_same', 'a')], []);
    expect(checked).toEqual({ ok: true, fresh: [says('a', 'not_same', 'c')] });
  });

  it('are refused when all of it is answered already, or the other way', () => {
    expect(checkAnswers([says('a', 'same', 'b')], [says('a', 'same', 'b')], [])).toMatchObject({
      conflict: 'answered',
    });
    expect(checkAnswers([says('a', 'same', 'b')], [says('a', 'not_same', 'b')], [])).toMatchObject({
      conflict: 'answered',
    });
  });

  it('may not tear a record apart: what one of its tips was told apart from, all of it is', () => {
    const standing = [says('a2', 'not_same', 'b')];
    expect(checkAnswers([says('a1', 'same', 'b')], standing, [['a1', 'a2']])).toEqual({
      ok: false,
      conflict: 'parted',
    });
    expect(checkAnswers([says('a1', 'same', 'b')], standing, [['a1'], ['a2']])).toMatchObject({ ok: true });
  });
});
