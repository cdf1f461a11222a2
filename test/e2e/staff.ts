import type { Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import {
  type Office,
  type OfficeCloud,
  type OfficeOptions,
  openOffice,
  shortRequest,
} from '../integration/office.ts';
import type { SharedCloud } from '../integration/shared-cloud.ts';
import type { useBrowser, VisitOptions } from './browser.ts';
import { tokensOf } from './tokens.ts';

interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Where the API has them. */
  readonly path: string;
}

/**
 * An office for the tests of one file, with somebody for each of them: all added at the same time, by what is said of
 * them besides the shortest request.
 */
export const useStaff = (
  cloud: () => OfficeCloud & SharedCloud,
  browser: ReturnType<typeof useBrowser>,
  wanted: Readonly<Record<string, Record<string, unknown>>>,
  options: OfficeOptions = {},
) => {
  let opened: Office | undefined;
  let storage: Readonly<Record<string, string>> = {};
  const people: Record<string, Person> = {};

  const office = (): Office => {
    if (opened === undefined) throw new Error('the office is there inside tests only');
    return opened;
  };

  beforeAll(async () => {
    opened = await openOffice(cloud(), options);
    const { accountId, administrator, call, follow } = opened;
    storage = await tokensOf(cloud(), { username: administrator.email, password: administrator.password });
    await Promise.all(
      Object.entries(wanted).map(async ([key, more]) => {
        const request = shortRequest(more);
        const { body } = await call('POST', `/accounts/${accountId}/onboardings`, request);
        await follow(body.runId);
        const { firstName, lastName, email } = request.profile;
        const path = `/accounts/${accountId}/members/${body.userId}`;
        people[key] = { userId: body.userId, name: `${firstName} ${lastName}`, email, path };
      }),
    );
  });

  return {
    office,
    person: (key: string): Person => {
      const found = people[key];
      if (found === undefined) throw new Error(`nobody is ${key}`);
      return found;
    },
    /** Opens an address in the account, as its administrator. */
    visit: (path: string, options: VisitOptions = {}) =>
      browser.visit(`${cloud().consoleUrl}/accounts/${office().accountId}${path}`, { ...options, storage }),
  };
};

/** Chooses from a list that opens. */
export const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
