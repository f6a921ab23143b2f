import { describe, expect, it } from '@jest/globals';
import { addressList } from './address-list.js';

describe('the address list', () => {
  it('opens in Norwegian Excel: BOM, semicolons, CRLF, and no formulas', () => {
    const card = {
      id: '',
      batchId: '',
      campaignId: '',
      householdId: '',
      municipality: '3427',
      position: 1,
      state: 'in_batch' as const,
      codeHash: '',
      addressLines: ['=HYPERLINK("x")', 'Prøvegata 1; oppgang B', '0575 OSLO'],
      postcode: '0575',
      address: null,
      postedOn: null,
      returnedOn: null,
      returnReason: null,
    };
    expect(Buffer.from(addressList([card])).toString('utf8')).toBe(
      '\ufeffNummer;Mottaker;Linje 2;Linje 3;Linje 4;Linje 5;Postnummer;Kommunenummer;Status\r\n' +
        '1;"\'=HYPERLINK(""x"")";"Prøvegata 1; oppgang B";0575 OSLO;;;0575;3427;Skal trykkes\r\n',
    );
  });
});
