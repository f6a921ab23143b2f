import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Properties for an element: when a button inside it that has the focus gives way to its result, the element takes the
 * focus over, so that the keyboard stays there and the result is read aloud.
 */
export function useKeptFocus<Box extends HTMLElement>() {
  const box = useRef<Box>(null);
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const { current: last } = focused;
    if (last === null || last.isConnected) return;
    focused.current = null;
    if (document.activeElement === null || document.activeElement === document.body) box.current?.focus();
  });
  return {
    ref: box,
    tabIndex: -1,
    onFocus: (event: FocusEvent<Box>) => {
      focused.current = event.target;
    },
    onBlur: (event: FocusEvent<Box>) => {
      // Somebody who moves on by herself is not brought back.
      if (event.relatedTarget !== null) focused.current = null;
    },
  } as const;
}
