import type { Account } from '../domain/account.ts';
import { kindsOfApps } from '../domain/apps.ts';
import { LicenseNotInPlan, NotFound } from '../domain/errors.ts';
import { poolOf } from '../domain/pool.ts';
import type { Ports, Stamp } from './ports.ts';

/** What is left out stays as it is. */
type AccountChange = { [Name in 'licensePolicy' | 'apps']?: Account[Name] | undefined };

/**
 * Changes how an account handles licenses, and which apps it has installed (A-10, C-44). An app whose license the plan
 * does not have would keep everybody from signing in. Throws `NotFound`, `LicenseNotInPlan`.
 */
export const changeAccount =
  ({ accounts }: Pick<Ports, 'accounts'>) =>
  async (accountId: string, { licensePolicy, apps }: AccountChange, stamp: Stamp): Promise<void> => {
    const found = await accounts.readWithPools(accountId);
    if (found === undefined) throw new NotFound();
    const unknown = kindsOfApps(apps ?? []).filter((kind) => poolOf(found.pools, kind) === undefined);
    if (unknown.length > 0) throw new LicenseNotInPlan(unknown);
    await accounts.change(
      accountId,
      { ...(licensePolicy && { licensePolicy }), ...(apps && { apps }) },
      stamp,
    );
  };
