import type { PostalAddress } from '@savner/contract/people';

/** «Storgata 9, 2500 Tynset» */
export function addressText({ street, postcode, place, country }: PostalAddress): string {
  const town = [postcode, place].filter((part) => part !== null).join(' ');
  return [street, town, country].filter((part) => part !== null && part !== '').join(', ');
}
