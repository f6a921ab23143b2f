/** Controls, text-direction overrides and zero-width characters: nobody sees them, and PostgreSQL refuses some. */
const unseen = /(?![\n\r\t])\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** What was sent, without characters that cannot be seen, in texts at any depth. Line breaks and tabs stay. */
export function withoutUnseen(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unseen, '');
  if (Array.isArray(value)) return value.map(withoutUnseen);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, withoutUnseen(own)]));
}
