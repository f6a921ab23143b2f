import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { useKeptFocus } from './use-kept-focus.js';

function Box({ isDone }: { readonly isDone: boolean }) {
  const kept = useKeptFocus<HTMLDivElement>();
  return (
    <>
      <button type="button">Elsewhere</button>
      <div data-testid="box" {...kept}>
        {isDone ? 'Done' : <button type="button">Do it</button>}
      </div>
    </>
  );
}

afterEach(cleanup);

describe('focus that is kept', () => {
  it('stays in the box when the button that had it gives way to its result', () => {
    const { rerender } = render(<Box isDone={false} />);
    screen.getByRole('button', { name: 'Do it' }).focus();
    rerender(<Box isDone />);
    expect(document.activeElement).toBe(screen.getByTestId('box'));
  });

  it('is not taken from where somebody has gone by herself, nor where nobody was', () => {
    const { rerender } = render(<Box isDone={false} />);
    screen.getByRole('button', { name: 'Do it' }).focus();
    const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
    elsewhere.focus();
    rerender(<Box isDone />);
    expect(document.activeElement).toBe(elsewhere);
    cleanup();
    const again = render(<Box isDone={false} />);
    again.rerender(<Box isDone />);
    expect(document.activeElement).toBe(document.body);
  });
});
