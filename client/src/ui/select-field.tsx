import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly id?: string;
  readonly error?: string | undefined;
  readonly size?: 'sm' | 'md';
}

export function SelectField({ label, value, choices, onChange, id, error, size = 'md' }: SelectFieldProps) {
  return (
    <Field data-size={size}>
      <Label>{label}</Label>
      <Select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error === undefined ? undefined : true}
        {...(id === undefined ? {} : { id })}
      >
        {choices.map((choice) => (
          <Select.Option key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Option>
        ))}
      </Select>
      {error === undefined ? null : <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
