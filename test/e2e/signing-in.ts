import type { Page } from 'playwright-core';

/** Types name and password, and submits. */
export const signInOn = async (page: Page, name: string, password: string): Promise<void> => {
  await page.locator('input[name=username]').fill(name);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
};

/** Chooses a password by an invitation’s link, and comes to the profile. */
export const choosePassword = async (page: Page, password: string): Promise<void> => {
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
};

/** An account's card on the home page. */
export const accountCard = (page: Page, accountName: string) =>
  page.getByRole('region', { name: accountName });
