import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { createAccountAnswer, type createAccountRequest } from '../core/contract/create-account.ts';
import { readConfiguration } from '../lib/config.ts';
import { functionName } from '../lib/names.ts';
import type { CloudAddresses } from './addresses.ts';
import type { Cloud } from './cloud.ts';
import { PROJECT_ROOT } from './project.ts';
import { waitForMail } from './ses/read-mails.ts';
import { acceptInvitation } from './sign-in.ts';

/** Twelve random bytes, and one of each class that the pool's policy may ask for. */
export const newPassword = (): string => `Aa1-${randomBytes(12).toString('base64url')}`;

/**
 * Makes an account as an operator does, and takes its administrator through the invitation, as a person would, to the
 * password given. Gives the ids and the administrator's access token. Throws when the account is refused.
 */
export const makeAccount = async (
  cloud: CloudAddresses & Pick<Cloud, 'invoke'>,
  request: z.input<typeof createAccountRequest>,
  password: string = newPassword(),
): Promise<{ accountId: string; userId: string; accessToken: string }> => {
  const { stage } = readConfiguration(join(PROJECT_ROOT, 'cdk.json')).configuration;
  const answer = createAccountAnswer.parse(await cloud.invoke(functionName(stage, 'createAccount'), request));
  if ('refused' in answer) {
    const faults = answer.refused.faults.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ');
    throw new Error(`the account ${request.account.name} was refused: ${answer.refused.detail} ${faults}`);
  }
  const { accountId, userId } = answer;
  const mail = await waitForMail(cloud.mailboxUrl, request.administrator.email);
  const { accessToken } = await acceptInvitation(cloud, { mail: mail.body.html ?? '', password });
  return { accountId, userId, accessToken };
};
