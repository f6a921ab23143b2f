/**
 * What the visitor has typed, kept in this tab until the tip is sent: a reload, a lost line or the privacy notice
 * costs nothing. `sessionStorage` ends with the tab, so nothing stays on a borrowed phone.
 */
const storageKey = 'tip-draft';
const neverKept = new Set(['key', 'nettsted']);
const keptAfterSending = [
  'municipality',
  'tipperName',
  'tipperPhone',
  'tipperEmail',
  'maySayName',
  'mayContact',
];

export function saveDraft(form: HTMLFormElement): void {
  const typed = [...new FormData(form)].flatMap(([name, value]) =>
    neverKept.has(name) || typeof value !== 'string' || value === '' ? [] : [[name, value] as const],
  );
  write(Object.fromEntries(typed));
}

/** Fills empty fields from the draft; true when it held something about a missed person. */
export function restoreDraft(form: HTMLFormElement): boolean {
  const draft = read();
  for (const [name, value] of Object.entries(draft)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
    else if (isBox(field) && field.value === '') field.value = value;
  }
  return Object.keys(draft).some((name) => !keptAfterSending.includes(name));
}

/** The tip is sent: the missed person is forgotten here, the tipper's own fields wait for «one more». */
export function keepOnlyTipper(): void {
  const draft = read();
  write(Object.fromEntries(Object.entries(draft).filter(([name]) => keptAfterSending.includes(name))));
}

function isBox(field: unknown): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  );
}

function read(): Record<string, string> {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    if (typeof draft !== 'object' || draft === null) return {};
    return Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

/** Storage may be full or forbidden; then there is no draft, and the form works as before. */
function write(draft: Record<string, string>): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(draft));
  } catch {
    // Nothing is lost but the comfort.
  }
}
