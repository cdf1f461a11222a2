import { beforeAll } from 'vitest';
import { createAccountAnswer } from '../../core/contract/create-account.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { RunView } from '../../local/demo/api.ts';
import { connect } from '../../local/demo/api.ts';
import { waitForMail } from '../../local/ses/read-mails.ts';
import { acceptInvitation, findInvitationLink } from '../../local/sign-in.ts';

const ADMINISTRATOR = { email: 'ada@harbour.example', loginId: 'ada.harbour', password: 'Calm-Harbour-1846' };

const createAccount = async (cloud: Cloud): Promise<{ accountId: string; accessToken: string }> => {
  const name = cloud.functionNames.find((candidate) => candidate.endsWith('-create-account')) ?? '';
  const { email, loginId, password } = ADMINISTRATOR;
  const answer = createAccountAnswer.parse(
    await cloud.invoke(name, {
      account: { name: 'Harbour Calls', pools: [{ kind: 'lmp', purchased: 10 }] },
      administrator: { email, loginId, firstName: 'Ada', lastName: 'Harbour', location: cloud.region },
    }),
  );
  if ('refused' in answer) throw new Error(`the account was refused: ${answer.refused.detail}`);
  const mail = (await waitForMail(cloud.mailboxUrl, email)).body.html ?? '';
  const { accessToken } = await acceptInvitation(cloud, { mail, password });
  return { accountId: answer.accountId, accessToken };
};

/** An account, and a way to have its administrator invite someone through the API. */
export const useInvitations = (cloud: () => Cloud) => {
  let account: Awaited<ReturnType<typeof createAccount>> | undefined;
  beforeAll(async () => {
    account = await createAccount(cloud());
  }, 60_000);

  /** Onboards a call agent of this name; gives the link of the invitation, as the mail has it. */
  return async (firstName: string, language = 'en') => {
    if (account === undefined) throw new Error('the account is there inside tests only');
    const email = `${firstName.toLowerCase()}@agents.example`;
    const loginId = `${firstName.toLowerCase()}.lopez`;
    const run: RunView = await connect(cloud().apiUrl, account.accessToken).startOnboarding(
      account.accountId,
      {
        profile: {
          email,
          loginId,
          firstName,
          lastName: 'López',
          language,
          location: cloud().region,
          sendInvitation: true,
        },
        licenses: { kinds: ['lmp'] },
        permissions: {
          role: 'call-agent',
          dataViewLevel: 'own',
          sitePermissionLevel: 'user',
          grants: ['set-caller-id'],
        },
      },
    );
    const mail = await waitForMail(cloud().mailboxUrl, email);
    return { email, loginId, userId: run.userId, link: findInvitationLink(mail.body.html ?? '') };
  };
};
