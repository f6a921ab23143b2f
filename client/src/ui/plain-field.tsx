import type { ComponentProps, ReactNode } from 'react';

interface PlainFieldProps {
  readonly id: string;
  readonly label: string;
  /** «Må fylles ut» or «Valgfritt»: said in words, beside the label. */
  readonly need?: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly after?: ReactNode;
}

type InputProps = PlainFieldProps & Omit<ComponentProps<'input'>, 'id'>;
type TextareaProps = PlainFieldProps & Omit<ComponentProps<'textarea'>, 'id'>;
type SelectProps = PlainFieldProps & Omit<ComponentProps<'select'>, 'id'>;

/** A labelled box of the public pages: plain HTML in Designsystemet's dress, without its script. */
export function PlainInput({ id, label, need, hint, problem, after, ...input }: InputProps) {
  return (
    <Around {...{ id, label, need, hint, problem, after }}>
      <input id={id} className="ds-input" {...describedBy(id, hint, problem)} {...input} />
    </Around>
  );
}

export function PlainTextarea({ id, label, need, hint, problem, after, ...textarea }: TextareaProps) {
  return (
    <Around {...{ id, label, need, hint, problem, after }}>
      <textarea id={id} className="ds-input" {...describedBy(id, hint, problem)} {...textarea} />
    </Around>
  );
}

export function PlainSelect({ id, label, need, hint, problem, after, ...select }: SelectProps) {
  return (
    <Around {...{ id, label, need, hint, problem, after }}>
      <select id={id} className="ds-input" {...describedBy(id, hint, problem)} {...select} />
    </Around>
  );
}

export function PlainCheckbox({
  id,
  label,
  ...input
}: { id: string; label: string } & ComponentProps<'input'>) {
  return (
    <div className="ds-field plain-check">
      <input id={id} type="checkbox" className="ds-input" {...input} />
      <label className="ds-label" data-weight="regular" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}

function Around({ id, label, need, hint, problem, after, children }: AroundProps) {
  return (
    <div className="ds-field plain-field">
      <label className="ds-label" data-weight="medium" htmlFor={id}>
        {label}
        {need === undefined ? null : <span className="plain-field__need"> ({need})</span>}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} data-field="description">
          {hint}
        </p>
      )}
      {children}
      {after}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className="ds-validation-message" data-color="danger">
          {problem}
        </p>
      )}
    </div>
  );
}

interface AroundProps {
  readonly id: string;
  readonly label: string;
  readonly need: string | undefined;
  readonly hint: string | undefined;
  readonly problem: string | undefined;
  readonly after: ReactNode;
  readonly children: ReactNode;
}

function describedBy(id: string, hint: string | undefined, problem: string | undefined) {
  const ids = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return {
    ...(ids === '' ? {} : { 'aria-describedby': ids }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  };
}
