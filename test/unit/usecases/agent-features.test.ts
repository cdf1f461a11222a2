import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoFreeSeat } from '../../../core/domain/errors.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { previewAgentFeatures } from '../../../core/usecases/switch-agent-features.ts';
import { memberIn } from '../authorization/authorities.ts';
import { type LicensedOffice, openLicensedOffice } from './licensed-office.ts';

const preview = ({ ports, administrator }: LicensedOffice, ref: MemberRef, enabled: boolean) =>
  previewAgentFeatures(ports)(administrator, ref, enabled);

describe('agent features', () => {
  it('B-2 turned off free the calling seat for whoever waits; a repeat does nothing', async () => {
    const at = await openLicensedOffice({ lmp: 2, dialer: 1, voip: 1 });
    const agent = await at.onboard(['lmp', 'dialer', 'voip']);
    const next = await at.onboard(['lmp', 'voip']);
    await at.agentFeatures(agent, false);
    expect(await at.holding(agent)).toMatchObject({
      kinds: ['lmp', 'dialer', 'voip'],
      held: ['lmp'],
      agentFeatures: false,
    });
    expect(await at.status(agent)).toBe('active');
    await at.serve();
    expect(await at.status(next)).toBe('active');
    const once = structuredClone(at.database);
    await at.agentFeatures(agent, false);
    expect(at.database).toEqual(once);
    await at.expectCounted();
  });

  it('B-2 turned on take the calling seat again, or wait for it', async () => {
    const at = await openLicensedOffice({ lmp: 2, voip: 1 });
    const agent = await at.onboard(['lmp', 'voip']);
    await at.agentFeatures(agent, false);
    const other = await at.onboard(['lmp', 'voip']);
    await at.agentFeatures(agent, true);
    expect(await at.holding(agent)).toMatchObject({ held: ['lmp'], waitingFor: ['voip'] });
    await at.agentFeatures(other, false);
    await at.serve();
    expect(await at.holding(agent)).toMatchObject({ held: ['lmp', 'voip'], waitingFor: [] });
    await at.expectCounted();
  });

  it('B-2 turned on are refused with no seat free, if the account wants it so', async () => {
    const at = await openLicensedOffice({ lmp: 2, voip: 1 }, 'reject');
    const agent = await at.onboard(['lmp', 'voip']);
    await at.agentFeatures(agent, false);
    await at.onboard(['lmp', 'voip']);
    expect(await preview(at, agent, true)).toMatchObject({ takes: [], waitsFor: [], missing: ['voip'] });
    await expect(at.agentFeatures(agent, true)).rejects.toThrow(NoFreeSeat);
    expect(await at.holding(agent)).toMatchObject({ held: ['lmp'], agentFeatures: false });
  });

  it('B-2 are one’s own matter, and otherwise that of whoever may suspend', async () => {
    const at = await openLicensedOffice({ lmp: 2, voip: 2 });
    const [agent, other] = [await at.onboard(['lmp', 'voip']), await at.onboard(['lmp', 'voip'])];
    const oneself = { ...at.administrator, ...memberIn('fld_root', { userId: agent.userId }) };
    const { rights } = oneself;
    const powerless = {
      ...oneself,
      rights: { ...rights, isAdministrator: false, permissions: new Set<never>() },
    };
    await at.as(powerless, at.ports).agentFeatures(agent, false);
    expect(await at.holding(agent)).toMatchObject({ agentFeatures: false });
    await expect(at.as(powerless, at.ports).agentFeatures(other, false)).rejects.toThrow();
    await expect(previewAgentFeatures(at.ports)(powerless, other, false)).rejects.toThrow();
  });

  it('X-3 turned on while waiting are waited for as well, and block nobody behind', async () => {
    const at = await openLicensedOffice({ lmp: 0, voip: 0 });
    const first = await at.onboard(['lmp', 'voip']);
    await at.agentFeatures(first, false);
    expect((await at.holding(first)).waitingFor).toEqual(['lmp']);
    await at.agentFeatures(first, true);
    expect((await at.holding(first)).waitingFor).toEqual(['lmp', 'voip']);
    const second = await at.onboard();
    await at.own({ lmp: 1 });
    expect(await at.serve()).toBe(1);
    expect([await at.status(first), await at.status(second)]).toEqual(['deactivated', 'active']);
    await at.expectCounted();
  });

  it('X-3 turned off while waiting may make one fit: then one is served', async () => {
    const at = await openLicensedOffice({ lmp: 1, voip: 0 });
    const first = await at.onboard(['lmp', 'voip']);
    await at.agentFeatures(first, false);
    expect(await at.status(first)).toBe('active');
    expect(await at.holding(first)).toMatchObject({ held: ['lmp'], agentFeatures: false });
    await at.expectCounted();
  });

  it('E-21 turned on while suspended take the seat, which one has when one is restored', async () => {
    const at = await openLicensedOffice({ lmp: 1, voip: 1 });
    const agent = await at.onboard(['lmp', 'voip']);
    await at.agentFeatures(agent, false);
    await at.suspend(agent);
    await at.agentFeatures(agent, true);
    await at.restore(agent);
    expect(await at.holding(agent)).toMatchObject({ held: ['lmp', 'voip'], waitingFor: [] });
    await at.expectCounted();
  });

  it('A-23 of who lost the base license are switched for when they are back', async () => {
    const at = await openLicensedOffice({ lmp: 1, voip: 1 });
    const agent = await at.onboard(['lmp', 'voip']);
    await at.takeBack(agent, 'lmp');
    await at.agentFeatures(agent, false);
    expect(await preview(at, agent, true)).toMatchObject({ takes: [], waitsFor: [], missing: [] });
    await at.reactivate(agent);
    expect((await at.holding(agent)).held).toEqual(['lmp']);
    await at.expectCounted();
  });
});

const few = fc.nat({ max: 2 });

it('B-2 the preview tells what then happens, whatever is owned, and whoever waits', async () => {
  const situation = fc.record({
    pools: fc.record({ lmp: fc.integer({ min: 1, max: 3 }), dialer: few, voip: few, email: few }),
    policy: fc.constantFrom('deactivate' as const, 'reject' as const),
    others: fc.array(fc.subarray<LicenseKind>(['dialer', 'voip', 'email']), { maxLength: 3 }),
    kinds: fc.subarray<LicenseKind>(['dialer', 'voip', 'email']),
    lost: fc.constantFrom('nothing', 'agent features', 'base license', 'suspended'),
    enabled: fc.boolean(),
    extra: fc.option(fc.constantFrom<LicenseKind>('email', 'voip')),
  });
  await fc.assert(
    fc.asyncProperty(situation, async ({ pools, policy, others, kinds, lost, enabled, extra }) => {
      const at = await openLicensedOffice(pools, policy);
      const agent = await at.onboard(['lmp', ...kinds]);
      if ((await at.status(agent)) === 'onboarding') return;
      if (lost === 'agent features') await at.agentFeatures(agent, false);
      for (const other of others) await at.onboard(['lmp', ...other]);
      if (extra !== null) await at.assign(agent, extra).catch(() => undefined);
      if (lost === 'base license') await at.takeBack(agent, 'lmp');
      if (lost === 'suspended' && (await at.status(agent)) === 'active') await at.suspend(agent);
      await at.serve();
      const [before, said] = [await at.holding(agent), await preview(at, agent, enabled)];
      const refused = await at.agentFeatures(agent, enabled).then(
        () => false,
        () => true,
      );
      const after = await at.holding(agent);
      const gone = (from: readonly LicenseKind[], to: readonly LicenseKind[]) =>
        from.filter((kind) => !to.includes(kind));
      const { frees, takes, waitsFor } = said;
      expect({ refused, frees, takes, waitsFor }).toEqual({
        refused: policy === 'reject' && said.missing.length > 0,
        frees: gone(before.held, after.held),
        takes: gone(after.held, before.held),
        waitsFor: gone(after.waitingFor, before.waitingFor),
      });
      await at.expectCounted();
    }),
    { numRuns: 150 },
  );
});
