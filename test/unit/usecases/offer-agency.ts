import { newId } from '../../../core/domain/ids.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { type AccountsOffer, offerAccounts } from '../../../core/usecases/offer-accounts.ts';
import { idempotency, stampAt } from '../../ports/samples.ts';
import { execute } from '../../ports/state-machine.ts';
import { byHand } from '../authorization/authorities.ts';
import { type Company, openCompany, stampBy } from './company.ts';

export const LMP: { kinds: LicenseKind[] } = { kinds: ['lmp'] };

/** Two accounts of an agency; whoever is offered access works in the first, whoever offers it is in both. */
export const openAgency = async () => {
  const agencyId = newId('agency');
  const world = await openCompany();
  const { ports, database } = world;
  await ports.agencies.create({ agencyId, name: 'Group', createdAt: stampAt().at }, stampAt());
  const home = await openCompany({ agencyId, name: 'Home' }, world);
  const there = await openCompany({ agencyId, name: 'There' }, world);
  const chief = await home.hire({ role: 'administrator' });
  home.giveAgencyRole(chief, 'agency-administrator');
  const ana = await home.hire({ role: 'call-manager' });
  await acceptInvitation(ports)(ana.userId, stampAt());
  const { email } = ana.sections.profile;
  const companies: Record<string, Company> = { [home.accountId]: home, [there.accountId]: there };
  const authorityIn = async (accountId: string, who: { userId: string } = chief) => {
    const company = companies[accountId];
    if (company === undefined) throw new Error('There is no such account.');
    return company.authority(who);
  };
  const offer = (more: Partial<AccountsOffer> = {}, key = idempotency(), who = chief) =>
    offerAccounts(ports, (accountId) => authorityIn(accountId, who))(
      home.accountId,
      {
        email,
        accounts: [
          { accountId: there.accountId, licenses: LMP, permissions: byHand({ role: 'call-agent' }) },
        ],
        ...more,
      },
      stampBy(who),
      key,
    );
  /** Access that is offered, set up and told of. */
  const offered = async () => {
    const [run] = await offer();
    if (run === undefined) throw new Error('Nothing was offered.');
    await execute(ports, run);
    return run;
  };
  const ref = { accountId: there.accountId, userId: ana.userId };
  const statusOf = (run: { accountId: string; runId: string }) =>
    ports.runs.read(run).then((found) => found?.status);
  return { ...world, database, home, there, chief, ana, email, offer, offered, ref, statusOf };
};
