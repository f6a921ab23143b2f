import type { ReactNode } from 'react';
import { Heading, Paragraph } from '@digdir/designsystemet-react';

interface EmptyStateProps {
  readonly title: string;
  /** Says why it is empty and what to do. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** An empty list is not an error: it says why, and what comes next. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <section className="empty-state">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <Paragraph>{children}</Paragraph>
      {actions === undefined ? null : <div className="page__actions">{actions}</div>}
    </section>
  );
}
