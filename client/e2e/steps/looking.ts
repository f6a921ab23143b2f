import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Visitor } from '../harness/browser.js';

const patienceMs = 30_000;
const lookMs = 1_000;
const mostStops = 40;

/** The page as it stands is in order: nothing went wrong on the way to it, and nobody is shut out of it. */
export async function expectInOrder({ page, complaints, barriers }: Visitor): Promise<void> {
  const at = page.url();
  expect({ at, barriers: await barriers(), complaints: complaints() }).toEqual({
    at,
    barriers: [],
    complaints: [],
  });
}

/** Jobs run behind the screens: loads the page again, as people do, until it shows what is wanted. */
export async function reloadUntilSeen({ page }: Visitor, wanted: Locator): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const isSeen = await wanted.waitFor({ timeout: lookMs }).then(
      () => true,
      () => false,
    );
    if (isSeen) return;
    await page.reload();
  }
  throw new Error(`${wanted.toString()} was never seen on ${page.url()}`);
}

/** Goes to a thing by the keyboard alone. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted.toString()} was not reached with ${mostStops} tabs`);
}

/** What a description list, a table's row or a figure says, word by word. */
export async function wordsOf(locator: Locator): Promise<string[]> {
  const texts = await locator.allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** How many colours there are in a picture that has been drawn; an empty sheet has one. */
export async function coloursOf(picture: Locator): Promise<number> {
  await picture.and(picture.page().locator('[aria-busy="false"]')).waitFor();
  return picture.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return new Set(new Uint32Array(new Uint8Array(data).buffer)).size;
  });
}
