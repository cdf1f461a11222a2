import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CloudAddresses } from '../../local/addresses.ts';
import { type Office, unique } from '../integration/office.ts';
import { useBrowser, type VisitOptions } from './browser.ts';
import { tokensOf } from './tokens.ts';

/** The rooms of an account, as its administrator. */
export const useRoomsOf = (cloud: () => CloudAddresses) => {
  const browser = useBrowser();
  return async ({ accountId, administrator }: Office, path: string, options: VisitOptions = {}) => {
    const { email: username, password } = administrator;
    const storage = await tokensOf(cloud(), { username, password });
    const address = `${cloud().consoleUrl}/accounts/${accountId}${path}`;
    return (await browser.visit(address, { ...options, storage })).page;
  };
};

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Waits for a step to be there. */
export const at = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Goes to a step by the rail. */
export const goTo = (page: Page, step: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: step }).click();

export const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
};

/** Somebody of whom nothing is there yet. */
export const person = () => {
  const lastName = `Okafor ${unique()}`;
  return { lastName, email: `${lastName.replace(' ', '.')}@agents.example`.toLowerCase() };
};

/** Says the kind, and who it is; the login ID is proposed. */
export const introduce = async (page: Page, { lastName, email }: ReturnType<typeof person>) => {
  await page.getByRole('button', { name: /^Agent/ }).click();
  await field(page, 'First name').fill('Nia');
  await field(page, 'Last name').fill(lastName);
  await field(page, 'Email').fill(email);
  await expect.poll(() => field(page, 'Login ID').inputValue()).toMatch(/okafor/);
};
