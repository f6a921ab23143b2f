/** Looks the postcode up as it is typed and writes the place, unless the visitor has written another. */
export async function fillPlace(form: HTMLFormElement | null): Promise<void> {
  const postcode = boxOf(form, 'postcode');
  const place = boxOf(form, 'place');
  const wanted = postcode?.value.replace(/\s/g, '') ?? '';
  if (place === null || !/^\d{4}$/.test(wanted)) return;
  if (place.value !== '' && place.value !== place.dataset.filled) return;
  const found = await findPlace(wanted);
  if (found === null || postcode?.value.replace(/\s/g, '') !== wanted) return;
  place.value = found;
  place.dataset.filled = found;
  place.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Null when the postcode is unknown, or there is no line: the visitor can write the place. */
async function findPlace(postcode: string): Promise<string | null> {
  try {
    const response = await fetch(`/api/postcodes/${postcode}`);
    if (!response.ok) return null;
    const answer: unknown = await response.json();
    if (typeof answer !== 'object' || answer === null || !('place' in answer)) return null;
    return typeof answer.place === 'string' ? answer.place : null;
  } catch {
    return null;
  }
}

function boxOf(form: HTMLFormElement | null, name: string): HTMLInputElement | null {
  const box = form?.elements.namedItem(name);
  return box instanceof HTMLInputElement ? box : null;
}
