import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { letIn, openBrowser, type Visitor, type VisitorOptions } from './harness/browser.js';
import { type House, openHouse } from './harness/house.js';
import { makeCampaign, openCampaign } from './steps/campaigning.js';
import { join } from './steps/joining.js';
import { expectInOrder } from './steps/looking.js';

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  const admin = await join(browser, house.adminLink, { name: 'Kari Prøvestad', email: 'kari@example.no' });
  await makeCampaign(admin.page, house, {
    name: 'Prøvekampanjen',
    region: 'Fjellregionen',
    startsOn: '2026-01-05',
    endsOn: '2027-12-31',
    municipalities: [
      { name: 'Tynset', mayor: 'Ragnhild Prøvemoen', phone: '62 00 00 01' },
      { name: 'Røros', mayor: 'Aage Prøvehaugen', phone: '72 00 00 01' },
    ],
  });
  await openCampaign(admin.page);
  await admin.leave();
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const words = {
  nb: {
    language: 'Bokmål',
    front: 'Savner du noen?',
    toForm: 'Tips oss om noen du savner',
    form: 'Fortell oss hvem du savner',
    municipality: 'Hvilken kommune savner dem?',
    firstNames: 'Fornavn',
    phone: 'Telefon (Valgfritt)',
    send: 'Send tipset',
    oneProblem: 'Ett felt må rettes før vi kan ta imot tipset',
    receipt: 'Takk! Tipset er kommet fram.',
    toNotice: 'Personvern',
    notice: 'Slik behandler vi opplysninger',
    card: 'Noen savner deg',
    stop: 'Ikke ring meg',
    stopped: 'Vi ringer deg ikke',
  },
  nn: {
    language: 'Nynorsk',
    front: 'Saknar du nokon?',
    toForm: 'Tips oss om nokon du saknar',
    form: 'Fortel oss kven du saknar',
    municipality: 'Kva kommune saknar dei?',
    firstNames: 'Fornamn',
    phone: 'Telefon (Valfritt)',
    send: 'Send tipset',
    oneProblem: 'Eitt felt må rettast før vi kan ta imot tipset',
    receipt: 'Takk! Tipset er kome fram.',
    toNotice: 'Personvern',
    notice: 'Slik behandlar vi opplysningar',
    card: 'Nokon saknar deg',
    stop: 'Ikkje ring meg',
    stopped: 'Vi ringjer deg ikkje',
  },
} as const;

/** Every two of screen, scripts and language meet once. */
const visits = [
  { screen: 'phone', scripts: 'on', language: 'nb' },
  { screen: 'phone', scripts: 'off', language: 'nn' },
  { screen: 'laptop', scripts: 'off', language: 'nb' },
  { screen: 'laptop', scripts: 'on', language: 'nn' },
] as const;

/** Sent back with what is missing on purpose: the page that says so is answered with 422. */
const sentBack = /\b422\b/;

describe('the public pages', () => {
  it.each(visits)('are for everybody: $screen, scripts $scripts, $language', async (visit) => {
    const say = words[visit.language];
    const visitor = await letIn(browser, { ...visit, expected: sentBack });
    const { page } = visitor;
    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

    await page.goto(house.origin);
    await page.getByRole('link', { name: say.language, exact: true }).click();
    await heading(say.front);
    expect(await page.locator('html').getAttribute('lang')).toBe(visit.language);
    await expectInOrder(visitor);

    await page.getByRole('link', { name: say.toForm }).click();
    await heading(say.form);
    await expectInOrder(visitor);

    await page.getByLabel(say.municipality).selectOption({ label: 'Tynset' });
    await page.getByLabel(say.phone, { exact: true }).fill('900 00 031');
    await page.getByRole('button', { name: say.send }).click();
    await page.getByRole('heading', { name: say.oneProblem }).waitFor();
    expect(await page.getByLabel(say.phone, { exact: true }).inputValue()).toBe('900 00 031');
    await expectInOrder(visitor);

    await page.getByLabel(say.firstNames).fill('Prøve');
    await page.getByRole('button', { name: say.send }).click();
    await heading(say.receipt);
    await expectInOrder(visitor);

    await page.getByRole('link', { name: say.toNotice, exact: true }).click();
    await page.getByText(say.notice).waitFor();
    await expectInOrder(visitor);

    await page.goto(`${house.origin}/k/7K3M9QX27K3M9QX27K3M9QX27K5`);
    await heading(say.card);
    await expectInOrder(visitor);
    await page.getByRole('button', { name: say.stop }).click();
    await heading(say.stopped);
    await expectInOrder(visitor);
    await visitor.leave();
  });

  it.each(['on', 'off'] as const)('take an impatient second try for one tip, scripts %s', async (scripts) => {
    const before = await countTips();
    const visitor = await openForm({ scripts });
    const { page } = visitor;
    await fillIn(page);
    const arrived = holdAnswer(page, async () => {});
    await page.getByRole('button', { name: 'Send tipset' }).focus();
    await page.keyboard.press('Enter');
    await arrived;
    expect(await countTips()).toBe(before + 1);
    await page.unroute('**/tips');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tips/takk*');
    await expectInOrder(visitor);
    await visitor.leave();
    expect(await countTips()).toBe(before + 1);
  });

  it.each(['on', 'off'] as const)(
    'take a form for one tip when the answer was lost and the page is loaded again, scripts %s',
    async (scripts) => {
      const before = await countTips();
      const visitor = await openForm({ scripts, screen: 'phone', expected: /^failed: POST|chrome-error/ });
      const { page } = visitor;
      await fillIn(page);
      const arrived = holdAnswer(page, (route) => route.abort('connectionreset'));
      await page.getByRole('button', { name: 'Send tipset' }).click();
      await arrived;
      await page.waitForURL('chrome-error://**');
      expect(await countTips()).toBe(before + 1);
      await page.unroute('**/tips');
      const [again] = await Promise.all([page.waitForRequest('**/tips'), page.reload()]);
      expect(again.method()).toBe('POST');
      await page.waitForURL('**/tips/takk*');
      await expectInOrder(visitor);
      await visitor.leave();
      expect(await countTips()).toBe(before + 1);
    },
  );
});

/** Lets the form through to the server, but not the answer back. @returns when the server has answered */
async function holdAnswer(page: Page, andThen: (route: Route) => Promise<void>): Promise<void> {
  const hold = async (route: Route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    await andThen(route);
    return answer.status();
  };
  const status = await new Promise<number>((answered, failed) => {
    void page.route('**/tips', (route) => hold(route).then(answered, failed));
  });
  expect(status).toBe(303);
}

async function openForm(options: VisitorOptions): Promise<Visitor> {
  const visitor = await letIn(browser, options);
  await visitor.page.goto(`${house.origin}/tips`);
  return visitor;
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Hvilken kommune savner dem?').selectOption({ label: 'Røros' });
  await page.getByLabel('Fornavn').fill('Prøve');
  await page.getByLabel('Sted', { exact: false }).last().fill('Trondheim');
}

/** As the command line counts them, in the whole region. */
async function countTips(): Promise<number> {
  const table = await house.cli('campaign', 'figures');
  return Number(/^Hele regionen\s+(\d+)/m.exec(table)?.[1]);
}
