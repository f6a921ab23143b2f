import type { Browser, Page } from 'playwright-core';
import { letIn, type Visitor, type VisitorOptions } from '../harness/browser.js';
import type { House } from '../harness/house.js';

export interface Person {
  readonly name: string;
  readonly email: string;
}

export const password = 'en lang og god setning om fjell';

/** Opens a one-time link in a window of its own and joins with name and password. */
export async function join(
  browser: Browser,
  link: string,
  person: Person,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const visitor = await letIn(browser, options);
  const { page } = visitor;
  await page.goto(link);
  await page.getByLabel('Navn').fill(person.name);
  await page.getByLabel('E-postadresse').fill(person.email);
  await page.getByLabel('Velg passord').fill(password);
  await page.getByRole('button', { name: 'Bli med' }).click();
  await page.getByRole('button', { name: 'Logg ut' }).waitFor();
  return visitor;
}

/** Comes back another day, by e-mail address and password. */
export async function signIn(
  browser: Browser,
  house: House,
  person: Person,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const visitor = await letIn(browser, options);
  const { page } = visitor;
  await page.goto(`${house.origin}/app/inn`);
  await page.getByLabel('E-postadresse').fill(person.email);
  await page.getByLabel('Passord').fill(password);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: 'Logg ut' }).waitFor();
  return visitor;
}

interface Invitation {
  /** The words beside the boxes, e.g. `Ringe`. */
  readonly tasks: readonly string[];
  readonly municipality?: string;
}

/** Invites somebody on the page «Folk». @returns the one-time link, as it is shown this once */
export async function invite(page: Page, person: Person, invitation: Invitation): Promise<string> {
  await page.getByText('Inviter noen').click();
  await page.getByLabel('Navn', { exact: true }).fill(person.name);
  await page.getByLabel('E-post', { exact: true }).fill(person.email);
  const tasks = page.getByRole('group', { name: 'Hva skal personen gjøre?' });
  // «Ringe» is ticked from the start. By keyboard, since the form may still be unfolding under the pointer.
  await tasks.getByRole('checkbox', { name: 'Ringe', exact: true }).press('Space');
  for (const task of invitation.tasks) {
    await tasks.getByRole('checkbox', { name: task, exact: true }).press('Space');
  }
  if (invitation.municipality !== undefined) {
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Lag invitasjon' }) });
    await form.getByRole('combobox', { name: 'Kommune' }).selectOption({ label: invitation.municipality });
  }
  await page.getByRole('button', { name: 'Lag invitasjon' }).click();
  const shown = page.getByRole('region', { name: `Lenke til ${person.name}` });
  const link = await shown.locator('code').innerText();
  await shown.getByRole('button', { name: 'Jeg har sendt den' }).click();
  return link;
}
