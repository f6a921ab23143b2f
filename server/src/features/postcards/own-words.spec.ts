import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Campaign } from '@savner/contract/campaigns';
import { batchFilter } from '@savner/contract/postcards';
import { type PostcardsApp, startPostcardsApp } from '../../../test/postcards-app.js';
import { CampaignsService } from '../campaigns/index.js';
import { BatchCards } from './batch-cards.js';
import { BatchesService } from './batches.service.js';
import { OwnWordsService } from './own-words.service.js';
import { ReadinessService } from './readiness.service.js';

let room: PostcardsApp;
let campaign: Campaign;
beforeAll(async () => {
  room = await startPostcardsApp();
});
afterAll(() => room.close());
beforeEach(async () => {
  campaign = await room.newCampaign();
});

const filter = batchFilter.parse({ template: 'fjell-a6', language: 'nb', municipalities: ['3427'] });
const tryOn = (words: string, language: 'nb' | 'nn' = 'nb') =>
  room.app.get(OwnWordsService).tryOn(campaign.id, { municipality: '3427', language, words });
const say = async (nb: string) => {
  const municipalities = campaign.municipalities.map(({ number, mayorName, callingFrom, ownWords }) => ({
    number,
    mayorName,
    callingFrom,
    ownWords: number === '3427' ? { nb, nn: null } : ownWords,
  }));
  campaign = await room.app
    .get(CampaignsService)
    .change(campaign.id, { version: campaign.version, municipalities });
};

describe('a municipality’s own words', () => {
  it.each(['nb', 'nn'] as const)('have room on both cards when they are few (%s)', async (language) => {
    expect(await tryOn('Elva går som før, og det er plass til deg.', language)).toEqual([
      { template: 'fjell-a6', title: 'Fjell, A6', problem: null, letters: '' },
      { template: 'vinter-a5', title: 'Vinterkveld, A5', problem: null, letters: '' },
    ]);
  });

  it('are too many for the small card before the large one', async () => {
    const tried = await tryOn('Vi har jobber, hus, skole og gode naboer. '.repeat(9));
    expect(tried.map(({ problem }) => problem)).toEqual(['does_not_fit', null]);
  });

  it('are told which of their letters no font has', async () => {
    const [card] = await tryOn('Velkommen 漢');
    expect(card).toMatchObject({ problem: 'missing_glyph', letters: '漢' });
  });

  it('are refused with a national identity number in them, when they are tried and when they are stored', async () => {
    const words = 'Kari (174866 21850) bor her ennå.';
    const message = 'Her står et fødselsnummer. Ta det bort; det skal ikke på kortet.';
    const refused = (path: string) => ({
      code: 'validation_failed',
      fields: [{ path, code: 'text.national_id', message }],
    });
    const index = campaign.municipalities.findIndex(({ number }) => number === '3427');
    await expect(tryOn(words)).rejects.toMatchObject(refused('words'));
    await expect(say(words)).rejects.toMatchObject(refused(`municipalities.${index}.ownWords.nb`));
  });

  it('stand on the cards of a batch as they were when it was made', async () => {
    room.households.add();
    await say('Elva går som før.');
    const batches = room.app.get(BatchesService);
    const batch = await batches.create({ name: 'Koordinator' }, campaign.id, filter);
    await say('Noe annet.');
    const { cards } = await batches.manifest(campaign.id, batch.id);
    const read = room.app.get(BatchCards).readerOf(await batches.get(campaign.id, batch.id));
    expect(cards.map((card) => read(card).values.ownWords)).toEqual(['Elva går som før.']);
  });

  it('are warned about before printing when they do not fit', async () => {
    await say('Vi har jobber, hus, skole og gode naboer. '.repeat(10));
    const { warnings } = await room.app.get(ReadinessService).preview(campaign.id, filter);
    expect(warnings).toContainEqual({ kind: 'does_not_fit', municipality: 'Tynset', text: 'message' });
  });

  it('are warned about with the letters no font has', async () => {
    await say('Velkommen 漢');
    const { warnings } = await room.app.get(ReadinessService).preview(campaign.id, filter);
    expect(warnings).toContainEqual({
      kind: 'missing_glyph',
      municipality: 'Tynset',
      text: 'message',
      letters: '漢',
    });
  });

  it('come back from the database to the letter, in both languages', async () => {
    const words = { nb: 'Øyvind sa: «Kom & se!»\n100 % \\ {ikke} ‘fasit’ – naa?', nn: 'Båtæl i Gåebrien 🏔' };
    const municipalities = campaign.municipalities.map(({ number, mayorName, callingFrom }) => ({
      number,
      mayorName,
      callingFrom,
      ownWords: number === '3427' ? words : { nb: null, nn: null },
    }));
    const campaigns = room.app.get(CampaignsService);
    await campaigns.change(campaign.id, { version: campaign.version, municipalities });
    const read = (await campaigns.get(campaign.id)).municipalities;
    expect(read.find(({ number }) => number === '3427')?.ownWords).toEqual(words);
    expect(read.find(({ number }) => number === '3430')?.ownWords).toEqual({ nb: null, nn: null });
  });
});
