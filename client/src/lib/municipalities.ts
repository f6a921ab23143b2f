interface Named {
  readonly number: string;
  readonly name: string;
}

/** The municipality's name among these; the number itself when it is not one of them. */
export function municipalityName(municipalities: readonly Named[], number: string): string {
  return municipalities.find((municipality) => municipality.number === number)?.name ?? number;
}

/** These municipalities as the choices of a select field. */
export function municipalityChoices(municipalities: readonly Named[]) {
  return municipalities.map(({ number, name }) => ({ value: number, label: name }));
}
