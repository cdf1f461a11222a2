import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFinished } from 'vitest';
import { findChromium } from '../chromium.ts';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that beeps, for whoever lets a page use it.
  '--use-fake-device-for-media-stream',
];

const launch = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('There is no Chromium here; CHROMIUM can name one');
  return chromium.launch({ executablePath, headless: true, args: QUIET });
};

/** A page, and what it asked for: `POST http://…`, in order. */
export interface Visit {
  readonly page: Page;
  readonly requests: readonly string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** What the tab's storage holds as it opens: the tokens of somebody who has signed in (`tokensOf`). */
  readonly storage?: Readonly<Record<string, string>>;
}

/** Once for each tab: what is taken out later stays out. */
const fillStorage = (storage: Readonly<Record<string, string>>): void => {
  if (sessionStorage.getItem('filled') !== null) return;
  for (const [name, value] of Object.entries({ ...storage, filled: 'yes' }))
    sessionStorage.setItem(name, value);
};

/**
 * A browser for the tests of one file. Every page is a new person's; what breaks the content security policy, and every
 * error of a script, fails the test, unless the test takes it from `complaints`.
 */
export const useBrowser = () => {
  let browser: Browser | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  afterEach(() => expect(complaints.splice(0)).toEqual([]));

  const visit = async (address: string, { storage, ...options }: VisitOptions = {}): Promise<Visit> => {
    if (browser === undefined) throw new Error('the browser is there inside tests only');
    const context = await browser.newContext({ locale: 'en-US', ...options });
    onTestFinished(() => context.close());
    if (storage !== undefined) await context.addInitScript(fillStorage, storage);
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(address);
    return { page, requests };
  };
  return { visit, complaints };
};
