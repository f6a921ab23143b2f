/** The campaign's picture: dawn over the ridges, a lit window, and the path home. Decorative. */
export function Mountains({ className = 'mountains' }: { readonly className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 1200 420"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <linearGradient id="dawn" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="sky-high" />
          <stop offset="1" className="sky-low" />
        </linearGradient>
        <clipPath id="far-ridge">
          <path d={farRidge} />
        </clipPath>
      </defs>
      <rect width="1200" height="420" fill="url(#dawn)" />
      <circle cx="792" cy="176" r="118" className="sun" opacity="0.16" />
      <circle cx="792" cy="176" r="86" className="sun" opacity="0.22" />
      <circle cx="792" cy="176" r="56" className="sun" />
      <path className="ridge-far" d={farRidge} />
      <g clipPath="url(#far-ridge)">
        <path
          className="snow"
          d="M380 60h320v72l-30 4-26-10-28 14-30-12-26 12-30-10-28 14-34-8-40 4-48-6ZM850 90h260v72l-26 4-24-10-26 12-28-10-26 14-28-10-26 12-30-8-46 4ZM60 130h240v58l-30 4-24-8-26 10-26-8-28 10-26-6-80 4Z"
        />
      </g>
      <path
        className="ridge-middle"
        d="M0 306c96-8 160-50 236-78 34-12 60-6 92 14 58 36 118 62 196 54 84-10 140-60 226-66 90-6 150 46 232 58 76 10 142-26 218-36v168H0Z"
      />
      <path
        className="ridge-near"
        d="M0 346c118-30 206-44 318-26 128 20 220 38 346 20 140-20 260-54 402-34 54 8 96 16 134 26v88H0Z"
      />
      <g className="ridge-near">
        <path d="m82 336 14-38 14 38Zm4-18 10-30 10 30Zm30 20 11-30 11 30Zm-58 4 10-28 10 28ZM1006 312l15-40 15 40Zm4-18 11-32 11 32Zm32 22 12-32 12 32Zm-64 0 11-30 11 30Zm108 8 10-28 10 28Z" />
      </g>
      <path
        className="ridge-front"
        d="M0 388c150-40 300-36 452-18 170 20 318 30 470 8 96-14 186-22 278-14v56H0Z"
      />
      <g className="ridge-front">
        <path d="m228 372 16-44 16 44Zm5-22 11-34 11 34Zm-44 28 12-34 12 34ZM1082 372l14-40 14 40Zm4-20 10-30 10 30Zm32 18 11-30 11 30Z" />
      </g>
      <g className="house">
        <path className="ridge-front" d="M604 334h76v46h-76Z" />
        <path className="roof" d="m594 338 48-34 48 34-6 7-42-30-42 30Z" />
        <path className="ridge-front" d="M664 304h10v22h-10Z" />
        <path className="window" d="M616 350h14v14h-14Zm38 0h14v14h-14Z" />
      </g>
      <path
        className="path-home"
        d="M642 380c-10 8-38 10-42 18-4 7 20 10 12 22h-24c4-14-30-14-18-26 12-11 40-8 52-16Z"
      />
    </svg>
  );
}

const farRidge =
  'M0 262c58-22 96-50 150-92 22-17 36-17 58 0 40 31 74 56 122 66 44-38 88-86 140-128 20-16 38-16 58 2 52 46 88 96 150 126 46-20 86-30 130-32 66-4 92-58 146-88 18-10 34-8 50 6 62 54 118 106 196 124v174H0Z';
