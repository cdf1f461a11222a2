import { accessOfferMail } from '../domain/access-offer-mail.ts';
import { compilePolicy } from '../domain/authorization/compiled-policy.ts';
import { roleRefOf } from '../domain/authorization/rights.ts';
import { NotFound } from '../domain/errors.ts';
import { mailLanguage } from '../domain/languages.ts';
import type { OpenRun } from '../domain/run.ts';
import { fullName } from '../domain/sections/profile.ts';
import type { Ports, Stamp } from './ports.ts';
import { later, OFFER_DAYS, OFFER_MILLISECONDS } from './run-deadlines.ts';

type Needs = Pick<Ports, 'runs' | 'accounts' | 'users' | 'policies' | 'mailer' | 'clock'>;

/** The name of the role that the user would have in the account, by hand or by folder. */
const roleName = async ({ policies }: Needs, run: OpenRun): Promise<string> => {
  const policy = compilePolicy(await policies.read(run.accountId));
  const given = { userId: run.userId, folderId: run.folderId, byHand: run.sections.permissions };
  const ref = roleRefOf(policy, given)?.ref;
  return ref === undefined ? '' : (policy.role(ref)?.name ?? ref);
};

/**
 * Tells a user, at their own address, that they are offered access to one more account: all is set up there, and
 * nothing works until they accept. The mail goes first: a process that dies after it sends another, never none.
 */
export const offerAccess =
  (ports: Needs, consoleUrl: string) =>
  async (run: OpenRun, stamp: Stamp): Promise<void> => {
    const [account, user, offerer] = await Promise.all([
      ports.accounts.read(run.accountId),
      ports.users.read(run.userId),
      ports.users.read(run.requestedBy),
    ]);
    if (account === undefined || user === undefined) throw new NotFound();
    const mail = accessOfferMail({
      accountName: account.name,
      offeredBy: offerer === undefined ? account.name : fullName(offerer),
      roleName: await roleName(ports, run),
      language: mailLanguage(user.language),
      firstName: user.firstName,
      consoleUrl,
      validityDays: OFFER_DAYS,
    });
    await ports.mailer.send({ to: user.email, ...mail });
    await ports.runs.offer(run, later(ports.clock, OFFER_MILLISECONDS), stamp);
  };
