import { beforeAll, expect } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { waitForMail } from '../../local/ses/read-mails.ts';
import { acceptInvitation, findInvitationLink } from '../../local/sign-in.ts';
import type { OfficeCloud } from '../integration/office.ts';
import { type Office, openOffice, shortRequest } from '../integration/office.ts';

/** The newest mail with this subject. */
export const mailed = async (cloud: OfficeCloud, email: string, subject: string): Promise<string> => {
  await expect.poll(async () => (await waitForMail(cloud.mailboxUrl, email)).subject).toBe(subject);
  return (await waitForMail(cloud.mailboxUrl, email)).body.html ?? '';
};

/**
 * Two accounts of one agency, Harbour Calls and Quay Support, and their administrators: that of Harbour Calls has the
 * agency as well.
 */
export const usePeople = (cloud: () => OfficeCloud) => {
  let offices: { harbour: Office; quay: Office } | undefined;
  beforeAll(async () => {
    const agencyId = newId('agency');
    const harbour = await openOffice(cloud(), {
      name: 'Harbour Calls',
      agency: { agencyId, name: 'Harbour Group' },
    });
    offices = { harbour, quay: await openOffice(cloud(), { name: 'Quay Support', agency: { agencyId } }) };
  }, 120_000);
  const both = () => {
    if (offices === undefined) throw new Error('the accounts are there inside tests only');
    return offices;
  };

  /** Onboards a call agent of this name in Harbour Calls; gives the link of the invitation, as the mail has it. */
  const invite = async (firstName: string, language = 'en') => {
    const { accountId, call } = both().harbour;
    const email = `${firstName.toLowerCase()}@agents.example`;
    const loginId = `${firstName.toLowerCase()}.lopez`;
    const run = await call('POST', `/accounts/${accountId}/onboardings`, {
      ...shortRequest(),
      profile: { email, loginId, firstName, lastName: 'López', language, location: cloud().region },
      permissions: { role: 'call-agent', grants: ['set-caller-id'] },
    });
    expect(run.status).toBe(202);
    const mail = await waitForMail(cloud().mailboxUrl, email);
    const userId: string = run.body.userId;
    return { email, loginId, userId, link: findInvitationLink(mail.body.html ?? '') };
  };

  /** Somebody who has been through their invitation. */
  const somebody = async (firstName: string, password: string, language = 'en') => {
    const { link, ...person } = await invite(firstName, language);
    await acceptInvitation(cloud(), { link, password });
    return person;
  };

  return { invite, somebody, offices: both };
};
