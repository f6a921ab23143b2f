import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

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

const screens = {
  /** A small old phone. */
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
} as const;

/** Somebody in front of a screen of their own: own cookies, own window. */
export interface Visitor {
  readonly page: Page;
  /** All that went wrong in the browser since the last look: console errors, exceptions, refused or failed requests. */
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
    ...screens[options.screen ?? 'laptop'],
    javaScriptEnabled: options.scripts !== 'off',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const heard = listen(page, options.expected);
  return {
    page,
    complaints: () => heard.splice(0),
    barriers: () => barriersOn(page),
    leave: () => leave(context),
  };
}

function listen(page: Page, expected: RegExp | undefined): string[] {
  const heard: string[] = [];
  const note = (text: string) => {
    if (!expected?.test(text)) heard.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      note(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => note(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Leaving a page cuts off what it was still fetching.
    if (why !== 'net::ERR_ABORTED') note(`failed: ${request.method()} ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`answer ${response.status()}: ${response.url()}`);
  });
  return heard;
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
