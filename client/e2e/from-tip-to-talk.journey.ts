import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { letIn, openBrowser, type Visitor } from './harness/browser.js';
import { type House, openHouse } from './harness/house.js';
import { makeCampaign, openCampaign } from './steps/campaigning.js';
import { invite, join, password, signIn } from './steps/joining.js';
import { coloursOf, expectInOrder, reloadUntilSeen, tabTo, wordsOf } from './steps/looking.js';

/** A Monday; the cards are posted the same day, and nobody is called before the Thursday. */
const campaignDay = '2026-02-02T10:00:00+01:00';
/** The Tuesday of the week after, in call hours. */
const ringNight = '2026-02-10T17:05:00+01:00';

const admin = { name: 'Kari Prøvestad', email: 'kari@example.no' };
const coordinator = { name: 'Turid Prøvelien', email: 'turid@example.no' };
const mayor = { name: 'Ragnhild Prøvemoen', email: 'ragnhild@example.no' };
const caller = { name: 'Jon Prøvebakken', email: 'jon@example.no' };

/** The last row wants a municipality that does not take part; rows 2 and 3 may be one person or two. */
const list = `Kommune;Fornavn;Etternavn;Fødselsår;Telefon;Adresse;Postnummer;Poststed
Tynset;Ingrid;Prøvehaug;1968;;Prøvegata 3;0550;Oslo
Tynset;Ingrid;Prøvehaug;1975;900 00 022;;;
Røros;Even;Prøvelid;;900 00 023;Prøveveien 8;5003;Bergen
Røros;Guro;Prøvenes;;900 00 024;Prøveveien 9;5003;Bergen
Hamar;Siri;Prøvedokken;;900 00 025;Prøveveien 4;2317;Hamar
`;

let house: House;
let browser: Browser;
let office: Visitor;
let leader: Visitor;
let ringer: Visitor;
/** The household that wants to hear about jobs. */
let interested: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse({ at: campaignDay }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

describe('from tip to talk', () => {
  it('the administrator makes a campaign, opens it and brings in a coordinator', async () => {
    const visitor = await join(browser, house.adminLink, admin);
    const { page } = visitor;
    await expectInOrder(visitor);
    await makeCampaign(page, house, {
      name: 'Prøvekampanjen',
      region: 'Fjellregionen',
      startsOn: '2026-02-01',
      endsOn: '2026-06-30',
      municipalities: [
        { name: 'Tynset', mayor: mayor.name, phone: '62 00 00 01' },
        { name: 'Røros', mayor: 'Aage Prøvehaugen', phone: '72 00 00 01' },
      ],
    });
    await expectInOrder(visitor);
    await openCampaign(page);
    await expectInOrder(visitor);
    await page.goto(`${house.origin}/app/folk`);
    const link = await invite(page, coordinator, { tasks: ['Styre kampanjen'] });
    await expectInOrder(visitor);
    await visitor.leave();
    office = await join(browser, link, coordinator);
    await expectInOrder(office);
  });

  it('a resident tips on a phone without scripts', async () => {
    const visitor = await letIn(browser, { screen: 'phone', scripts: 'off' });
    const { page } = visitor;
    await page.goto(`${house.origin}/3427`);
    await page.getByRole('link', { name: 'Tips oss om noen du savner' }).click();
    await page.getByLabel('Hvilken kommune savner dem?').selectOption({ label: 'Tynset' });
    await page.getByLabel('Fornavn').fill('Cathrine');
    await page.getByLabel(/^Etternavn/).fill('Prøvedahl');
    await page.getByLabel(/^Telefon \(/).fill('900 00 011');
    await page.getByLabel(/^Gateadresse/).fill('Prøveveien 1');
    await page.getByLabel(/^Postnummer/).fill('7014');
    await page.getByLabel(/^Sted/).fill('Trondheim');
    await page.getByLabel(/^Hvordan kjenner du dem/).fill('Klassevenn');
    await page.getByLabel(/^En hilsen fra deg/).fill('Koret er ikke det samme uten deg.');
    await page.getByLabel(/^Navnet ditt/).fill('Oddny Prøvehagen');
    await page.getByLabel('Dere kan si at det var jeg som tipset').check();
    await page.getByRole('button', { name: 'Send tipset' }).click();
    await page.getByRole('heading', { name: 'Takk! Tipset er kommet fram.' }).waitFor();
    await expectInOrder(visitor);
    await visitor.leave();
  });

  it('another tips about the same person on a laptop, spelt another way', async () => {
    const visitor = await letIn(browser);
    const { page } = visitor;
    await page.goto(`${house.origin}/tips?kommune=3427`);
    await page.getByLabel('Fornavn').fill('Katrine');
    await page.getByLabel(/^Etternavn/).fill('Prøvedal');
    await page.getByLabel(/^Telefon \(/).fill('+47 90000011');
    await page.getByLabel(/^Postnummer/).fill('7014');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#place')?.value !== '');
    expect(await page.getByLabel(/^Sted/).inputValue()).toMatch(/trondheim/i);
    await expectInOrder(visitor);
    await page.getByRole('button', { name: 'Send tipset' }).click();
    await page.getByRole('heading', { name: 'Takk! Tipset er kommet fram.' }).waitFor();
    await expectInOrder(visitor);
    await visitor.leave();
  });

  it('the office writes in a tip that came by telephone', async () => {
    const { page } = office;
    await go(office, 'tips/nytt', 'Skriv inn et tips');
    await page.getByLabel('Kommune som savner').selectOption({ label: 'Tynset' });
    await page.getByLabel('Fornavn').fill('Kari og Ola');
    await page.getByLabel('Etternavn', { exact: true }).fill('Prøvestuen');
    await page.getByRole('group', { name: 'Slik finner vi dem' }).getByLabel('Telefon').fill('90000012');
    await page.getByLabel('Gate og nummer').fill('Prøvegata 5');
    await page.getByLabel('Postnummer').fill('0550');
    await page.getByLabel('Poststed').fill('Oslo');
    await page.getByRole('button', { name: 'Lagre tipset' }).click();
    await page.getByRole('heading', { name: 'Tipset er lagret' }).waitFor();
    await expectInOrder(office);
  });

  it('a list is taken in after a look at it, without the row that is wrong', async () => {
    const { page } = office;
    await go(office, 'tips/liste', 'Hent inn en liste');
    await page
      .getByLabel('CSV-fil')
      .setInputFiles({ name: 'prøveliste.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await page.getByRole('heading', { name: 'Dette fant vi i prøveliste.csv' }).waitFor();
    expect(await wordsOf(page.locator('.tally > div'))).toEqual([
      'Rader 5',
      'Kan hentes inn 4',
      'Må rettes 1',
      'Finnes fra før 0',
    ]);
    const [wrong, ...more] = await wordsOf(
      page.getByRole('table', { name: 'Rader som må rettes' }).locator('tbody tr'),
    );
    expect(wrong).toMatch(/^Rad 6 Kommune .*kjenner ikke igjen kommunen/);
    expect(more).toEqual([]);
    await expectInOrder(office);
    await page.getByRole('button', { name: 'Hent inn 4 tips' }).click();
    await page.getByRole('heading', { name: '4 tips er hentet inn' }).waitFor();
    await expectInOrder(office);
  });

  it('the coordinator answers what only a person can answer', async () => {
    const { page } = office;
    await go(office, 'dubletter', 'Dubletter');
    const question = page.getByRole('heading', { name: 'Er dette samme person?', level: 2 });
    await reloadUntilSeen(office, question);
    expect(await page.getByRole('region', { name: 'Slik blir det' }).innerText()).toContain(
      'Ingrid Prøvehaug',
    );
    await expectInOrder(office);
    await page.getByRole('button', { name: /^Samme person/ }).click();
    await page.getByRole('heading', { name: 'Ingen dubletter venter på svar' }).waitFor();
    await expectInOrder(office);
  });

  it('and takes it back and answers again by the keys alone, with a reason that the history shows', async () => {
    const { page } = office;
    const nothingLeft = page.getByRole('heading', { name: 'Ingen dubletter venter på svar' });
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'Er dette samme person?', level: 2 }).waitFor();
    await page.keyboard.press('b');
    await page.keyboard.type('Spurte søsteren');
    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await nothingLeft.waitFor();
    await page.getByText('0 igjen · 1 besvart').waitFor();
    await page.getByRole('link', { name: 'Se det som er avgjort' }).click();
    const rows = page.getByRole('table', { name: 'Det som er avgjort' }).locator('tbody tr');
    await rows.nth(1).waitFor();
    const [kept = '', undone = ''] = await wordsOf(rows);
    expect(kept).toMatch(/Prøvehaug = .*Prøvehaug Samme person – Spurte søsteren/);
    expect(undone).toMatch(/Angret av/);
    await expectInOrder(office);
  });

  it('one who has been tipped about is recognised while another tip is typed in, without taking the keyboard', async () => {
    const { page } = office;
    await go(office, 'tips/nytt', 'Skriv inn et tips');
    await page.getByLabel('Fornavn').fill('Cathrine');
    const surname = page.getByLabel('Etternavn', { exact: true });
    await surname.pressSequentially('Prøved');
    await page.getByRole('status').filter({ hasText: '1 mulig treff' }).waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Cathrine Prøvedahl (åpnes i ny fane)' }).waitFor();
    expect(await surname.evaluate((field) => document.activeElement === field)).toBe(true);
    await expectInOrder(office);
  });

  it('the two spellings have become one household with both tips', async () => {
    const { page } = office;
    await go(office, 'husstander', 'Husstander');
    const rows = page.getByRole('table', { name: 'Husstander' }).locator('tbody tr');
    await reloadUntilSeen(office, page.getByText(/^0 til sortering/));
    expect((await wordsOf(rows.getByRole('rowheader'))).sort()).toEqual([
      'Cathrine Prøvedahl',
      'Even Prøvelid',
      'Guro Prøvenes',
      'Ingrid Prøvehaug',
      'Kari og Ola Prøvestuen',
    ]);
    await expectInOrder(office);
    await page.getByRole('link', { name: 'Cathrine Prøvedahl' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cathrine Prøvedahl' }).waitFor();
    expect(await page.locator('.envelope').innerText()).toMatch(/Prøveveien 1\s+7014 Trondheim/i);
    await page.getByText('Oddny Prøvehagen').first().waitFor();
    await expectInOrder(office);
  });

  it('why the two are one is told there, they are parted and put back, and the spot check lists them', async () => {
    const { page } = office;
    const why = page.getByRole('region', { name: 'Hvorfor hører tipsene sammen?' });
    await why.getByText('Slått sammen av programmet').waitFor();
    expect(await why.innerText()).toContain('Samme telefon');
    await why.getByRole('button', { name: /^Ikke samme person/ }).click();
    await why.getByRole('group').getByRole('button', { name: 'Ikke samme person' }).click();
    await why.getByText('Skilt.').waitFor();
    await expectInOrder(office);
    await why.getByRole('button', { name: 'Angre' }).click();
    await why.getByText('Slått sammen av programmet').waitFor();
    await go(office, 'dubletter/avgjort', 'Det som er avgjort');
    await page.getByLabel('Vis').selectOption({ label: 'Slått sammen av programmet' });
    const joined = page.getByRole('table', { name: 'Slått sammen av programmet' });
    await joined.getByText('2 tips').click();
    await joined.getByText('Samme telefon').waitFor();
    await expectInOrder(office);
    await joined.getByRole('rowheader').getByRole('link', { name: 'Cathrine Prøvedahl' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cathrine Prøvedahl' }).waitFor();
  });

  it('another spelling of the name is chosen by hand, and left to the rules again', async () => {
    const { page } = office;
    const known = page.getByRole('region', { name: 'Alt vi vet, og hvor det kommer fra' });
    const envelope = page.locator('.envelope');
    const group = known.locator('div', {
      has: page.getByRole('heading', { name: 'Slik er navnet skrevet' }),
    });
    await group.getByRole('button', { name: /Bruk dette/ }).click();
    await group.getByText(/Valgt av /).waitFor();
    expect(await envelope.innerText()).not.toContain('Cathrine');
    await expectInOrder(office);
    await group.getByRole('button', { name: /Gå tilbake til det automatiske/ }).click();
    await group.getByText(/Valgt av /).waitFor({ state: 'detached' });
    expect(await envelope.innerText()).toContain('Cathrine Prøvedahl');
    await expectInOrder(office);
  });

  it('the cards are made, downloaded and marked as posted', async () => {
    const { page } = office;
    await go(office, 'kort', 'Kort');
    for (const side of ['Forsiden', 'Baksiden']) {
      const picture = page.getByRole('img', { name: new RegExp(`^${side} av prøvekortet`) });
      expect(await coloursOf(picture)).toBeGreaterThan(20);
    }
    await page.getByRole('img', { name: /^Forsiden av prøvekortet.*Noen savner deg/ }).waitFor();
    await expectInOrder(office);
    await page.getByRole('button', { name: 'Lag 5 kort' }).click();
    const file = page.getByRole('link', { name: 'Last ned kortene' });
    await file.waitFor({ timeout: 60_000 });
    await expectInOrder(office);
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    const cards = readFileSync(await download.path());
    expect(cards.subarray(0, 5).toString()).toBe('%PDF-');
    expect(cards.length).toBeGreaterThan(20_000);
    await page.getByRole('button', { name: 'Se på kortene' }).click();
    await page.getByRole('img', { name: /^Baksiden av kort 1\..*0550 OSLO/ }).waitFor();
    await page.getByRole('button', { name: 'Neste' }).press('Enter');
    const second = page.getByRole('img', { name: /^Baksiden av kort 2\..*Prøve/ });
    expect(await coloursOf(second)).toBeGreaterThan(20);
    await expectInOrder(office);
    expect(await page.getByLabel('Når ble kortene levert til posten?').inputValue()).toBe('2026-02-02');
    await page.getByRole('button', { name: 'Før opp som sendt' }).click();
    await page.getByText('Levert til posten 02.02.2026.').waitFor();
    await expectInOrder(office);
    await office.leave();
  });

  it('a week later the coordinator writes down by the keys that a card came back, and takes it back', async () => {
    await house.setTime(ringNight);
    office = await signIn(browser, house, coordinator);
    const { page } = office;
    await go(office, 'kort/retur', 'Kort i retur');
    await page.getByLabel('Skriv koden på kortet, eller navnet').fill('prøvelid');
    await page.keyboard.press('Enter');
    const card = page.getByRole('article', { name: 'Even Prøvelid' });
    await tabTo(page, card.getByRole('button', { name: /^Kom i retur/ }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await expectInOrder(office);
    await tabTo(page, card.getByRole('button', { name: 'Før opp' }));
    await page.keyboard.press('Enter');
    await card.getByText('Kom i retur 10.02.2026: har flyttet.').waitFor();
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectInOrder(office);
    await page.goto(`${house.origin}/app/`);
    await page.getByRole('link', { name: /^1\s*kort har kommet i retur/ }).click();
    await page.getByRole('link', { name: 'Even Prøvelid' }).waitFor();
    await go(office, 'kort/retur?sok=prøvelid', 'Kort i retur');
    await card.getByRole('button', { name: 'Angre' }).click();
    await card.getByText('Angret. Kortet regnes som sendt igjen.').waitFor();
    await expectInOrder(office);
  });

  it('the coordinator invites a mayor and a caller, who join by links that work once', async () => {
    const { page } = office;
    await go(office, 'folk', 'Folk');
    const leadersLink = await invite(page, mayor, {
      tasks: ['Lede ringelaget i kommunen'],
      municipality: 'Tynset',
    });
    await page.reload();
    const callersLink = await invite(page, caller, { tasks: ['Ringe'], municipality: 'Tynset' });
    await expectInOrder(office);
    leader = await join(browser, leadersLink, mayor);
    await expectInOrder(leader);
    ringer = await join(browser, callersLink, caller, { screen: 'phone' });
    await expectInOrder(ringer);

    const stranger = await letIn(browser, { expected: /\b410\b/ });
    await stranger.page.goto(callersLink);
    await stranger.page.getByRole('heading', { name: 'Lenken virker ikke' }).waitFor();
    await expectInOrder(stranger);
    await stranger.leave();
  });

  it('the mayor looks at a division of the list, and then divides it', async () => {
    const { page } = leader;
    await go(leader, 'lag/deling', 'Ringelaget i Tynset');
    await page.getByLabel(`Hvor mange rekker ${mayor.name}?`).fill('0');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Se hvordan det blir' }).click();
    const plan = page.getByRole('table', { name: 'Hvor mange hver får' });
    await plan.waitFor();
    expect(await wordsOf(plan.locator('tbody tr'))).toEqual([
      `${mayor.name} 0 0 0 0`,
      `${caller.name} 10 0 3 0`,
    ]);
    await page.getByText('3 husstander deles. 0 blir igjen i den åpne køen.').waitFor();
    await expectInOrder(leader);
    await page.getByRole('button', { name: 'Del ut slik' }).click();
    await page.getByText('Lista er delt. 3 husstander er fordelt.').waitFor();
    await expectInOrder(leader);
  });

  it('the caller takes on confidentiality, calls and reports on a phone', async () => {
    const { page } = ringer;
    await go(ringer, 'ring', `Hei, ${caller.name}!`);
    await expectInOrder(ringer);
    await page.getByRole('button', { name: 'Jeg har lest det og tar på meg taushetsplikten' }).click();
    await page.getByText('3 husstander venter på en telefon').waitFor();
    await expectInOrder(ringer);
    await page.getByRole('button', { name: 'Neste' }).click();
    await page.getByText('Kortet ble sendt 02.02.2026.').waitFor();
    await expectInOrder(ringer);
    interested = await householdInHand(page);
    await tapNumber(page);
    await choose(page, 'Fikk du kontakt?', 'Ja');
    await choose(page, 'Kunne dere snakke nå?', 'Ja, vi fikk en prat');
    await choose(page, 'Hva kom ut av praten?', 'Interessert i å flytte');
    await page
      .getByRole('group', { name: 'Hva vil de vite mer om?' })
      .getByLabel('Jobb', { exact: true })
      .check();
    await page.getByLabel('Notat').fill('Vil gjerne høre om jobb på verkstedet.');
    await expectInOrder(ringer);
    await page.getByRole('button', { name: 'Send og ring neste' }).click();
    await page.getByText(`Sendt: ${interested}. Tilflytterverten tar kontakt innen`).waitFor();
    await expectInOrder(ringer);
  });

  it('the caller takes a report back that was given too fast', async () => {
    const { page } = ringer;
    const title = await householdInHand(page);
    expect(title).not.toBe(interested);
    await choose(page, 'Fikk du kontakt?', 'Nei');
    await choose(page, 'Hva hendte?', 'Ingen svarte');
    await page.getByRole('button', { name: 'Send og ta pause' }).click();
    await page.getByText(`Sendt: ${title}. Ringes igjen tidligst`).waitFor();
    await expectInOrder(ringer);
    await page.getByRole('button', { name: 'Angre' }).first().click();
    await page.getByText(`Rapporten om ${title} er tatt tilbake.`).waitFor();
    await expectInOrder(ringer);
    await page.getByRole('button', { name: `Åpne ${title} igjen` }).click();
    await page.getByRole('heading', { name: 'Hva skjedde?' }).waitFor();
    expect(await householdInHand(page)).toBe(title);
    await page.getByText('Ikke for meg').click();
    await page.getByRole('button', { name: 'Legg tilbake uten å ringe' }).click();
    await page.getByText('2 husstander venter på en telefon').waitFor();
    await expectInOrder(ringer);
    await ringer.leave();
  });

  it('the whole call can be made with the keyboard alone', async () => {
    const visitor = await letIn(browser);
    const { page } = visitor;
    const press = async (role: 'button' | 'checkbox', name: string) => {
      await tabTo(page, page.getByRole(role, { name, exact: true }));
      await page.keyboard.press(role === 'button' ? 'Enter' : 'Space');
    };
    await page.goto(`${house.origin}/app/ring`);
    await page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor();
    await tabTo(page, page.getByLabel('E-postadresse'));
    await page.keyboard.type(caller.email);
    await tabTo(page, page.getByLabel('Passord'));
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Før vi begynner' }).waitFor();
    await press('button', 'Jeg har lest det og tar på meg taushetsplikten');
    await press('button', 'Neste');
    await page.locator('.call-head').waitFor();
    const title = await householdInHand(page);
    await page.keyboard.press('1');
    await answered(page, 'Fikk du kontakt? Ja');
    await page.keyboard.press('1');
    await answered(page, 'Kunne dere snakke nå? Ja, vi fikk en prat');
    await page.keyboard.press('2');
    await answered(page, 'Hva kom ut av praten? Kanskje senere');
    await press('button', 'Om et år');
    await press('checkbox', 'Bolig');
    await tabTo(page, page.getByLabel('Notat'));
    await page.keyboard.type('Spør igjen når huset er solgt. 1 2 3.');
    expect(await page.getByLabel('Notat').inputValue()).toBe('Spør igjen når huset er solgt. 1 2 3.');
    await expectInOrder(visitor);
    await press('button', 'Send og ta pause');
    await page.getByText(`Sendt: ${title}.`).waitFor();
    await expectInOrder(visitor);
    await visitor.leave();
  });

  it('the mayor finds the interested household under follow-up, and takes contact', async () => {
    const { page } = leader;
    await go(leader, 'oppfolging', 'Oppfølging');
    const card = page.getByRole('article').filter({ hasText: interested });
    await card.getByText('Interessert i å flytte', { exact: true }).waitFor();
    await card.getByText('jobb', { exact: true }).waitFor();
    await card.getByText('Vil gjerne høre om jobb på verkstedet.').waitFor();
    await expectInOrder(leader);
    await card.getByLabel('Hvor langt er dere kommet?').selectOption({ label: 'Kontaktet' });
    await card.getByRole('button', { name: 'Lagre' }).click();
    await card.getByText('Lagret.').waitFor();
    await page.reload();
    const stage = card.getByLabel('Hvor langt er dere kommet?');
    expect(await stage.locator('option:checked').innerText()).toBe('Kontaktet');
    await expectInOrder(leader);
    await leader.leave();
  });

  it('the coordinator sees it all in the figures', async () => {
    const { page } = office;
    await go(office, 'tall', 'Tall');
    await page.getByRole('table', { name: 'Kommunene' }).waitFor();
    expect(await wordsOf(page.getByRole('figure').getByRole('listitem'))).toEqual([
      'Tips 7',
      'Husstander 5',
      'Informert 5 · 100 %',
      'Ringt 2 · 40 %',
      'Nådd 2 · 40 %',
      'Interessert 1 · 20 %',
      'Kontakt med vert 1 · 20 %',
      'Flyttet 0 · 0 %',
    ]);
    expect(await wordsOf(page.getByRole('table', { name: 'Kommunene' }).locator('tbody tr'))).toEqual([
      'Røros 2 2 2 0 0 0 0 0 2 0',
      'Tynset 5 3 3 2 2 1 1 0 1 0',
      'Hele regionen 7 5 5 2 2 1 1 0',
    ]);
    await expectInOrder(office);
    await office.leave();
  });
});

async function go({ page }: Visitor, path: string, heading: string): Promise<void> {
  await page.goto(`${house.origin}/app/${path}`);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

async function choose(page: Page, question: string, words: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByRole('button', { name: words, exact: true }).click();
}

/** From now on the household is kept for the length of a long talk. */
async function tapNumber(page: Page): Promise<void> {
  const kept = page.waitForResponse((response) => response.url().endsWith('/pin'));
  await page.getByRole('link', { name: /^Ring 900 00 0/ }).click();
  expect((await kept).ok()).toBe(true);
}

async function answered(page: Page, words: string): Promise<void> {
  await page.locator('.report__folded').filter({ hasText: words }).waitFor();
}

/** Whom the caller has before them. */
function householdInHand(page: Page): Promise<string> {
  return page.locator('.call-head').getByRole('heading', { level: 2 }).innerText();
}
