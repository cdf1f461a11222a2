import { settingsReferences, workReferences } from '../../core/domain/references.ts';
import type { Cloud } from '../cloud.ts';
import { furnishAccount, named } from '../furnish-account.ts';
import { makeAccount } from '../make-account.ts';
import type { RosterRow } from './roster.ts';

/** Makes what the roster's people work on. */
export const furnishDemoAccount = (
  { apiUrl }: Cloud,
  account: { accountId: string; accessToken: string },
  rows: readonly RosterRow[],
): Promise<void> => {
  const refs = rows.flatMap(({ sections }) => [...workReferences(sections), ...settingsReferences(sections)]);
  const byName = new Map(refs.map(({ kind, key }) => [`${kind} ${key}`, named({ kind, key })]));
  return furnishAccount({ apiUrl, ...account }, [...byName.values()]);
};

/**
 * The demo's account. Seats for 24 people besides the administrator, so that the last ones of the roster find none
 * and a plan without the kind `fax`, so that the run that asks for it is parked.
 */
export const makeDemoAccount = (cloud: Cloud): ReturnType<typeof makeAccount> =>
  makeAccount(cloud, {
    account: {
      name: 'Harbour Lane',
      language: 'en',
      licensePolicy: 'deactivate',
      plan: 'calls',
      pools: [
        { kind: 'lmp', purchased: 25 },
        { kind: 'dialer', purchased: 20 },
        { kind: 'voip', purchased: 24 },
        { kind: 'email', purchased: 6 },
      ],
    },
    administrator: {
      email: 'ines.harbour@harbour-lane.example.com',
      loginId: 'ines.harbour',
      firstName: 'Inés',
      lastName: 'Harbour',
      language: 'en',
      location: cloud.region,
    },
  });
