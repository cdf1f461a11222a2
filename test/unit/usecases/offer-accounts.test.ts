import { describe, expect, it } from 'vitest';
import { AlreadyMember, InvalidRequest, MoreThanHeld, NotInFolder } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { acceptOffer, declineOffer } from '../../../core/usecases/answer-offer.ts';
import { idempotency, stampAt } from '../../ports/samples.ts';
import { execute } from '../../ports/state-machine.ts';
import { byHand } from '../authorization/authorities.ts';
import { openCompany, stampBy } from './company.ts';
import { LMP, openAgency } from './offer-agency.ts';

describe('D-33 D-34 offering access', () => {
  it('is done once under one Idempotency-Key', async () => {
    const { ports, offer, executions } = await openAgency();
    const key = idempotency();
    const [first] = await offer({}, key);
    const [again] = await offer({}, key);
    expect(again?.runId).toBe(first?.runId);
    if (first !== undefined) await execute(ports, first);
    expect((await offer({}, key))[0]?.runId).toBe(first?.runId);
    expect([...executions.keys()].filter((name) => name.startsWith(first?.runId ?? ' '))).toHaveLength(1);
  });

  it('is refused where there is an offer already, or a membership', async () => {
    const { offer, home } = await openAgency();
    await offer();
    await expect(offer()).rejects.toThrow(AlreadyMember);
    const at = await openAgency();
    await at.offered();
    await acceptOffer(at.ports)(at.ref, stampBy(at.ana));
    await expect(at.offer()).rejects.toThrow(AlreadyMember);
    const permissions = byHand({ role: 'call-agent' });
    const own = offer({ accounts: [{ accountId: home.accountId, licenses: LMP, permissions }] });
    await expect(own).rejects.toThrow(AlreadyMember);
  });

  it('can be repeated after it was declined', async () => {
    const { ports, offer, offered, ref, ana } = await openAgency();
    await offered();
    await declineOffer(ports)(ref, stampBy(ana));
    await expect(offer()).resolves.toHaveLength(1);
  });

  it('D-33 gives the same role as in the account named, if it is built in', async () => {
    const { ports, offer, home, there, ref } = await openAgency();
    const same = { sameRoleAs: home.accountId, accounts: [{ accountId: there.accountId, licenses: LMP }] };
    const [run] = await offer(same);
    if (run === undefined) throw new Error('Nothing was offered.');
    await execute(ports, run);
    expect((await ports.standings.read(ref))?.permissions?.role).toBe('call-manager');
  });

  it('needs a role, or the account whose role is meant, which one may know', async () => {
    const { offer, there } = await openAgency();
    const accounts = [{ accountId: there.accountId, licenses: LMP }];
    await expect(offer({ accounts })).rejects.toThrow(InvalidRequest);
    await expect(offer({ accounts, sameRoleAs: there.accountId })).rejects.toThrow(InvalidRequest);
    await expect(offer({ accounts, sameRoleAs: newId('account') })).rejects.toThrow(InvalidRequest);
  });

  it('is for who has signed in, in this account or its agency', async () => {
    const { offer, home } = await openAgency();
    const fresh = await home.hire();
    await expect(offer({ email: fresh.sections.profile.email })).rejects.toThrow(InvalidRequest);
    await expect(offer({ email: 'nobody@example.com' })).rejects.toThrow(InvalidRequest);
    const world = await openAgency();
    const stranger = await openCompany({}, world);
    const far = await stranger.hire();
    await acceptInvitation(world.ports)(far.userId, stampAt());
    await expect(world.offer({ email: far.sections.profile.email })).rejects.toThrow(InvalidRequest);
  });

  it('X-4 C-57 is for who could onboard somebody there with as much', async () => {
    const { ports, offer, home, there, database } = await openAgency();
    const keeper = await home.hire({ role: 'manager' });
    await expect(offer({}, idempotency(), keeper)).rejects.toThrow(NotInFolder);
    const member = await home.member(keeper);
    const key = `${there.accountId}#${keeper.userId}`;
    database.members.set(key, { ...member, accountId: there.accountId });
    const record = database.records.get(`${home.accountId}#${keeper.userId}#permissions`);
    if (record !== undefined) database.records.set(`${key}#permissions`, record);
    await there.setPolicy((policy) => {
      const root = policy.folders.fld_root;
      const lists = { read: [keeper.userId], write: [keeper.userId], store: [keeper.userId] };
      return root === undefined ? policy : { ...policy, folders: { fld_root: { ...root, access: lists } } };
    });
    const permissions = byHand({ role: 'administrator' });
    const accounts = [{ accountId: there.accountId, licenses: LMP, permissions }];
    await expect(offer({ accounts }, idempotency(), keeper)).rejects.toThrow(MoreThanHeld);
    expect(await ports.runs.list(there.accountId, undefined, { limit: 10 })).toMatchObject({ items: [] });
  });

  it('tells every fault of every account, each with its place, and begins nothing', async () => {
    const { ports, offer, there, home } = await openAgency();
    const at = (accountId: string, folderId: string, role: 'call-agent' | 'affiliate') => ({
      accountId,
      folderId,
      licenses: LMP,
      permissions: byHand({ role }),
    });
    const refusal = await offer({
      accounts: [
        at(there.accountId, 'fld_root', 'affiliate'),
        at(home.accountId, newId('folder'), 'call-agent'),
      ],
    }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      faults: [{ pointer: '/accounts/0/permissions/affiliateProfile' }, { pointer: '/accounts/1/folderId' }],
    });
    expect(await ports.runs.list(there.accountId, undefined, { limit: 10 })).toMatchObject({ items: [] });
  });
});
