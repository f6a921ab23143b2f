import type { PostalAddress } from '@savner/contract/people';

/** The address as on an envelope, lines divided by line breaks; empty when nothing is known. */
export function addressLines({ street, postcode, place, country }: PostalAddress): string {
  const post = [postcode, place].filter((part) => part !== null && part !== '').join(' ');
  return [street, post, country].filter((line) => line !== null && line !== '').join('\n');
}
