interface Step {
  readonly label: string;
  /** Null where the number is hidden. */
  readonly value: number | null;
  /** The number in words, with its share. */
  readonly words: string;
}

interface StepsPlotProps {
  readonly label: string;
  readonly steps: readonly Step[];
}

const barHeight = 18;
const width = 600;

/** Bars below each other, each as long as its number; words and numbers stand as text, so nothing rests on colour. */
export function StepsPlot({ label, steps }: StepsPlotProps) {
  const largest = Math.max(1, ...steps.map((step) => step.value ?? 0));
  return (
    <figure className="steps-plot">
      <ol className="plain-list">
        {steps.map((step, at) => (
          <li key={step.label}>
            <span className="steps-plot__label">{step.label}</span>
            <svg
              viewBox={`0 0 ${width} ${barHeight}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect width={width} height={barHeight} className="steps-plot__track" rx="4" />
              <rect
                width={Math.max(
                  step.value === null || step.value === 0 ? 0 : 3,
                  ((step.value ?? 0) / largest) * width,
                )}
                height={barHeight}
                className={`steps-plot__bar steps-plot__bar--${Math.min(at, 7)}`}
              />
            </svg>
            <span className="steps-plot__words">{step.words}</span>
          </li>
        ))}
      </ol>
      <figcaption className="ds-sr-only">{label}</figcaption>
    </figure>
  );
}
