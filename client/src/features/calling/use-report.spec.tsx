import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { useReport } from './use-report.js';

function Page() {
  const report = useReport('lease-1');
  return (
    <>
      <button onClick={() => report.give('contact', 'no')}>Nei</button>
      <a href="sms:+4790000011">
        <span>SMS</span>
      </a>
    </>
  );
}

/** Whether the browser would ask before the page is left. */
function asksBeforeLeaving(): boolean {
  return !fireEvent(window, new Event('beforeunload', { cancelable: true }));
}

describe('leaving a report', () => {
  it('is asked about once there are answers in it, but not on the way to the phone', () => {
    render(<Page />);
    expect(asksBeforeLeaving()).toBe(false);
    fireEvent.click(screen.getByText('Nei'));
    expect(asksBeforeLeaving()).toBe(true);
    fireEvent.click(screen.getByText('SMS'));
    expect(asksBeforeLeaving()).toBe(false);
    fireEvent.click(screen.getByText('Nei'));
    expect(asksBeforeLeaving()).toBe(true);
  });
});
