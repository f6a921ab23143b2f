import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Nobody waits longer than this for a page. */
const patienceMs = 10_000;

const screens = {
  /** A small old phone. */
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
} as const;

/** Somebody in front of a screen of their own: own cookies, own window. */
export interface Visitor {
  readonly page: Page;
  /** All that went wrong in the browser since the last look: console errors, exceptions, dialogs, refused or failed requests. */
  complaints(): readonly string[];
  /** What axe finds against WCAG 2.2 AA on the page as it stands, one line each. */
  barriers(): Promise<readonly string[]>;
  leave(): Promise<void>;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: quietFlags });
}

export interface VisitorOptions {
  readonly screen?: keyof typeof screens;
  /** Without: as a plain HTML page. */
  readonly scripts?: 'on' | 'off';
  /** Answers that the journey provokes on purpose, such as 401 before somebody signs in. */
  readonly expected?: RegExp;
}

export async function letIn(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    ...surroundings(options.screen),
    javaScriptEnabled: options.scripts !== 'off',
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(takeNumbersToThePhone);
  const page = await context.newPage();
  const heard = listen(page, options);
  return {
    page,
    complaints: () => heard.splice(0),
    barriers: () => (options.scripts === 'off' ? barriersOnCopy(browser, page, options) : barriersOn(page)),
    leave: () => leave(context),
  };
}

/**
 * A phone takes a tapped number out of the browser at once. Chromium on a machine without a dialler asks what to do, in
 * a box that nobody sees and that swallows the next taps.
 */
function takeNumbersToThePhone(): void {
  window.addEventListener('click', (event) => {
    const isNumber = event.target instanceof Element && event.target.closest('a[href^="tel:"]') !== null;
    if (isNumber) event.preventDefault();
  });
}

function surroundings(screen: keyof typeof screens = 'laptop'): BrowserContextOptions {
  return {
    ...screens[screen],
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    acceptDownloads: true,
    // What still moves can be missed by a click.
    reducedMotion: 'reduce',
  };
}

function listen(page: Page, { scripts, expected }: VisitorOptions): string[] {
  const heard: string[] = [];
  const note = (text: string) => {
    if (!expected?.test(text)) heard.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      note(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.type()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => note(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Where scripts are off, the browser itself refuses to fetch them.
    if (scripts === 'off' && request.resourceType() === 'script') return;
    // Leaving a page cuts off what it was still fetching.
    if (why !== 'net::ERR_ABORTED') note(`failed: ${request.method()} ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`answer ${response.status()}: ${response.url()}`);
  });
  return heard;
}

/**
 * Axe is a script itself, and gets nowhere where scripts are off: it looks at a copy of the page as it stands, out of
 * which the page's own scripts have been taken.
 */
async function barriersOnCopy(
  browser: Browser,
  page: Page,
  options: VisitorOptions,
): Promise<readonly string[]> {
  const context = await browser.newContext(surroundings(options.screen));
  try {
    const copy = await context.newPage();
    const body = (await page.content()).replace(/<script\b.*?<\/script>/gs, '');
    await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await copy.goto(page.url());
    return await barriersOn(copy);
  } finally {
    await context.close();
  }
}

async function barriersOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} at ${node.target.join(' ')}`),
  );
}

async function leave(context: BrowserContext): Promise<void> {
  await context.close();
}
