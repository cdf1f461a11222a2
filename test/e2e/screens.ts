import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../local/project.ts';

const FOLDER = join(PROJECT_ROOT, 'docs', 'screens');

/** Keeps a picture of the page in docs/screens, when `npm run screens` asks for them. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.ROLLCALL_SCREENS === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  // What is still appearing would be half there.
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
};
