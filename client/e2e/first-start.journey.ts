import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { letIn, openBrowser } from './harness/browser.js';
import { type House, openHouse } from './harness/house.js';

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

describe('the first start', () => {
  it('prints a link by which somebody becomes the administrator', async () => {
    const visitor = await letIn(browser);
    await visitor.page.goto(house.adminLink);
    await visitor.page.getByLabel('Navn').fill('Kari Prøvestad');
    await visitor.page.getByLabel(/e-post/i).fill('kari@example.no');
    await visitor.page
      .getByLabel(/passord/i)
      .first()
      .fill('en lang og god setning om fjell');
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.getByRole('button').last().click();
    await visitor.page.waitForURL((url) => !url.pathname.includes('lenke'));
    await visitor.page.getByRole('main').waitFor();
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.complaints()).toEqual([]);
    await visitor.leave();
  });

  it('asks everybody else to sign in', async () => {
    const visitor = await letIn(browser, { screen: 'phone' });
    await visitor.page.goto(`${house.origin}/app`);
    await visitor.page.waitForURL('**/app/inn*');
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.complaints()).toEqual([]);
    await visitor.leave();
  });
});
