import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, onTestFinished } from 'vitest';

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
 * The browser, for the tests of one file. Every page is a new person's; what breaks the content security policy, and every
 * error of a script, fails the test, unless the test takes it from `complaints`.
 */
export const useBrowser = () => {
  let browser: Browser | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(() => browser?.close());
  afterEach(() => expect(complaints.splice(0)).toEqual([]));

  const visit = async (address: string, { storage, ...options }: VisitOptions = {}): Promise<Visit> => {
    if (browser === undefined) throw new Error('the browser is there inside tests only');
    const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...options });
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
