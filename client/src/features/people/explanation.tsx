import type { ExplanationLine } from '@savner/contract/people';
import { useTexts } from '../../lib/texts/texts.js';
import { matchTexts } from './texts.js';

const bitFormat = new Intl.NumberFormat('nb', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** Why two tips were put together: each line says how strongly it speaks, in words first; a mere reason has no bits. */
export function Explanation({ lines }: { readonly lines: readonly ExplanationLine[] }) {
  const say = useTexts(matchTexts);
  return (
    <ul className="reasons plain-list">
      {lines.map(({ text, bits }) => {
        const side = bits < 0 ? 'against' : 'for';
        return (
          <li key={text} data-speaks={side}>
            <span className="reasons__sign" aria-hidden="true">
              {side === 'for' ? '+' : '−'}
            </span>
            <span>
              {text}
              {bits === 0 ? null : (
                <span className="quiet">
                  {' '}
                  – {say(`speaks.${side}.${strengthOf(bits)}`)} (
                  {say('bits', { bits: bitFormat.format(bits) })})
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Each bit doubles the odds; the words follow what a person would feel. */
function strengthOf(bits: number): 1 | 2 | 3 | 4 {
  const strength = Math.abs(bits);
  if (strength < 1.5) return 1;
  if (strength < 4) return 2;
  if (strength < 8) return 3;
  return 4;
}
