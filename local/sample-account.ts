import type { CreateAccountRequest } from '../core/contract/create-account.ts';
import { newId } from '../core/domain/ids.ts';
import type { Cloud } from './cloud.ts';
import { damaged } from './data-directory.ts';
import { furnishAccount } from './furnish-account.ts';
import { makeAccount, newPassword } from './make-account.ts';
import { Refusal } from './refusal.ts';
import { SAMPLE_FURNITURE } from './sample-furniture.ts';
import { proveSampleAccount } from './sample-proof.ts';
import { keepSampleAccount, readSampleAccount, type SampleAccount } from './sample-state.ts';
import { accept, signIn } from './sign-in.ts';

const orderFor = ({ accountId, admin }: SampleAccount, location: string): CreateAccountRequest => ({
  account: {
    accountId,
    name: 'Sample Calls',
    language: 'en',
    licensePolicy: 'deactivate',
    pools: [
      { kind: 'lmp', purchased: 25 },
      { kind: 'dialer', purchased: 10 },
      { kind: 'voip', purchased: 10 },
      { kind: 'email', purchased: 5 },
      { kind: 'fax', purchased: 2 },
    ],
  },
  administrator: {
    email: admin.email,
    loginId: 'sam.sample',
    firstName: 'Sam',
    lastName: 'Sample',
    language: 'en',
    location,
  },
});

/**
 * Makes the sample account, the way an operator does, and takes its administrator through the invitation to a login.
 * Repeating it after a crash makes nothing twice. One that is there already is proved, since a store that was lost
 * starts again empty. `log` gets a line when its login is no longer the one that was kept.
 */
export const ensureSampleAccount = async (
  cloud: Cloud,
  dataDirectory: string,
  log: (line: string) => void,
): Promise<SampleAccount> => {
  const existing = readSampleAccount(dataDirectory);
  if (existing !== undefined && existing.userPoolId !== cloud.userPoolId) {
    throw new Refusal(
      `${dataDirectory} belongs to another configuration (stage or home region): start with --reset or --data`,
    );
  }
  if (existing?.ready) {
    const proof = await proveSampleAccount(cloud, existing);
    if (proof === 'lost') throw new Refusal(damaged(dataDirectory));
    if (proof === 'changed') log('the sample login was changed and no longer works as told below: use yours');
    return existing;
  }
  const account =
    existing ??
    keepSampleAccount(dataDirectory, {
      accountId: newId('account'),
      userPoolId: cloud.userPoolId,
      admin: { email: 'sam@sample.example', password: newPassword() },
      ready: false,
    });
  const { email, password } = account.admin;
  // Cut off just after the password was set: then the invitation no longer works, and the password does.
  const tokens = existing && (await signIn(cloud, { username: email, password }).catch(() => undefined));
  if (tokens !== undefined) await accept(cloud, tokens);
  const { accessToken } = tokens ?? (await makeAccount(cloud, orderFor(account, cloud.region), password));
  await furnishAccount({ apiUrl: cloud.apiUrl, accountId: account.accountId, accessToken }, SAMPLE_FURNITURE);
  return keepSampleAccount(dataDirectory, { ...account, ready: true });
};
