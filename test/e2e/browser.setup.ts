import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from '../chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens that all files share. */
    browser: string;
  }
}

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that beeps, and somebody who lets a page use it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** Starts the browser before the first test file; gives what stops it after the last. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('There is no Chromium here; CHROMIUM can name one');
  const browser = await chromium.launchServer({ executablePath, headless: true, args: QUIET });
  project.provide('browser', browser.wsEndpoint());
  return () => browser.close();
};
