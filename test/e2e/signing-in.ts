import type { Page } from 'playwright-core';

/** What the fields of the sign-in page are called; the first says what it does not take (C-46). */
export const NAME = 'Email or login ID, not your name';
export const PASSWORD_FIELD = 'Password';

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
