/** The campaign's mark: three ridges that hold a heart, beside its name. */
export function Wordmark({ name }: { readonly name: string }) {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 40 32" width="40" height="32" aria-hidden="true" focusable="false">
        <circle cx="27" cy="9" r="5.5" className="sun" />
        <path
          className="ridge-front"
          d="M1 27 11.5 9.5c1-1.7 2.9-1.7 4 0l5.8 9 2.8-3.7c1.2-1.6 2.7-1.6 3.9 0L39 27c.8 1.2.2 3-1.5 3H2.6C.9 30 .2 28.3 1 27Z"
        />
        <path
          className="heart"
          d="M20 29.5c-3.6-2.5-5.3-4.3-5.3-6.4a2.9 2.9 0 0 1 5.3-1.6 2.9 2.9 0 0 1 5.3 1.6c0 2.1-1.7 3.9-5.3 6.4Z"
        />
      </svg>
      <span>{name}</span>
    </span>
  );
}
