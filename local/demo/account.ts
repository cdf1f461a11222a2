import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type CreateAccountRequest, createAccountAnswer } from '../../core/contract/create-account.ts';
import { readConfiguration } from '../../lib/config.ts';
import { functionName } from '../../lib/names.ts';
import type { Cloud } from '../cloud.ts';
import { PROJECT_ROOT } from '../project.ts';
import { waitForMail } from '../ses/read-mails.ts';
import { acceptInvitation } from '../sign-in.ts';

/** Random, and with one of each class that the pool's policy asks for. */
export const newPassword = (): string => `Aa1-${randomBytes(12).toString('base64url')}`;

/**
 * Seats for 24 people besides the administrator, so that the last ones of the roster find none, and none at all
 * of the kind `fax`, so that the run that asks for it is parked.
 */
const REQUEST = {
  account: {
    name: 'Harbour Lane',
    language: 'en',
    licensePolicy: 'deactivate',
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
  },
} satisfies {
  account: CreateAccountRequest['account'];
  administrator: Omit<CreateAccountRequest['administrator'], 'location'>;
};

/**
 * Makes the demo's account as an operator does, and takes its administrator through the invitation, as a person would.
 * Gives the account's id and the administrator's access token.
 */
export const createDemoAccount = async (
  cloud: Cloud,
): Promise<{ accountId: string; accessToken: string }> => {
  const { configuration } = readConfiguration(join(PROJECT_ROOT, 'cdk.json'));
  const { account, administrator } = REQUEST;
  const answer = createAccountAnswer.parse(
    await cloud.invoke(functionName(configuration.stage, 'createAccount'), {
      account,
      administrator: { ...administrator, location: configuration.homeRegion },
    }),
  );
  if ('refused' in answer) throw new Error(`The account was refused: ${answer.refused.detail}`);
  const mail = await waitForMail(cloud.mailboxUrl, administrator.email);
  const { accessToken } = await acceptInvitation(cloud, {
    mail: mail.body.html ?? '',
    password: newPassword(),
  });
  return { accountId: answer.accountId, accessToken };
};
