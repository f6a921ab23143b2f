import type { Page } from 'playwright-core';
import type { House } from '../harness/house.js';

interface WantedCampaign {
  readonly name: string;
  readonly region: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly municipalities: readonly {
    readonly name: string;
    readonly mayor: string;
    readonly phone: string;
  }[];
}

/** Makes a campaign on the page «Kampanje», as a draft. */
export async function makeCampaign(page: Page, house: House, wanted: WantedCampaign): Promise<void> {
  await page.goto(`${house.origin}/app/kampanje`);
  await page.getByLabel('Kampanjens navn').fill(wanted.name);
  await page.getByLabel('Region').fill(wanted.region);
  await page.getByLabel('Første dag').fill(wanted.startsOn);
  await page.getByLabel('Siste dag').fill(wanted.endsOn);
  const places = page.getByRole('group', { name: 'Kommuner' });
  for (const place of await places.getByRole('checkbox').all()) await place.uncheck();
  for (const { name, mayor, phone } of wanted.municipalities) {
    await places.getByRole('checkbox', { name, exact: true }).check();
    await page.getByLabel(`Ordfører i ${name}`).fill(mayor);
    await page.getByLabel(`${name} ringer fra`).fill(phone);
  }
  await page.getByLabel('Navn', { exact: true }).fill('Prøvekontoret');
  await page.getByLabel('E-post', { exact: true }).fill('kontoret@example.no');
  await page.getByLabel('Telefon', { exact: true }).fill('62 00 00 00');
  await page.getByRole('button', { name: 'Opprett kampanjen' }).click();
  await page.getByRole('button', { name: 'Åpne kampanjen' }).waitFor();
}

/** Opens the campaign that stands on the page. */
export async function openCampaign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Åpne kampanjen' }).click();
  await page.getByRole('button', { name: 'Ja, åpne' }).click();
  await page.getByText('Folk kan tipse, og lagene kan ringe.').waitFor();
}
