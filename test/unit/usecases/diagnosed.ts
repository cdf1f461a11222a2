import { randomInt } from 'node:crypto';
import { expect } from 'vitest';
import { allRoutes } from '../../../core/contract/routes.ts';
import { firstPolicy, type Policy } from '../../../core/domain/authorization/policy.ts';
import { CAUSES, type CauseCode } from '../../../core/domain/diagnosis.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { type Attempt, diagnoseMember } from '../../../core/usecases/diagnose-member.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { stampAt } from '../../ports/samples.ts';
import { administratorOf } from '../authorization/authorities.ts';
import { policyOf } from '../authorization/policies.ts';
import type { LicensedOffice } from './licensed-office.ts';

export const CALLS = ['lmp', 'voip'] as const;
/** All that email templates sign with; the extension is nobody else's. */
export const whole = () => ({
  profile: { phone: '+14155550123', extension: String(randomInt(10_000_000)) },
  employee: { title: 'Agent', department: 'Sales', mobilePhone: '+14155550124', faxNumber: '+14155550125' },
});

/** Every cause that has been found. */
export const found = new Set<CauseCode>();

/** A diagnosis of which every call that mends something is one that there is, with the ids that are known. */
export const diagnose = async (
  { ports, accountId }: Pick<LicensedOffice, 'ports' | 'accountId'>,
  ref: MemberRef,
  attempt: Attempt = {},
  policy: Policy = firstPolicy(accountId),
) => {
  const diagnosis = await diagnoseMember(ports, 7)(administratorOf(accountId, policy), ref, attempt);
  for (const { code, blocks, remedies } of diagnosis.causes) {
    found.add(code);
    expect(blocks).toBe(CAUSES[code].blocks);
    for (const { operationId, method, path } of remedies) {
      const route = allRoutes.find((one) => one.operationId === operationId);
      // The ids that are known are filled in; what is left to choose is not, such as from whom to take a license.
      const facts = CAUSES[code];
      const toOthers: readonly string[] = 'toOthers' in facts ? facts.toOthers : [];
      const known = { accountId, ...(!toOthers.includes(operationId) && { userId: ref.userId }) };
      const filled = Object.entries(known).reduce(
        (text, [name, id]) => text.replace(`{${name}}`, id),
        route?.path ?? '',
      );
      expect(method).toBe(route?.method);
      expect(path.replace(/run_\w+/, '{runId}')).toBe(filled);
    }
  }
  const blocked = (what: string) => diagnosis.causes.some(({ blocks }) => blocks === what);
  expect(diagnosis.canSignIn).toBe(!blocked('sign-in'));
  expect(diagnosis.canTakeCalls).toBe(!blocked('sign-in') && !blocked('calls'));
  return { ...diagnosis, codes: diagnosis.causes.map(({ code }) => code) };
};

/** An account whose folders give nothing. */
export const bare = (accountId: string): Policy => ({ ...policyOf({}), accountId });

/** Somebody who has chosen a password and lacks nothing. */
export const atWork = async (at: LicensedOffice, kinds: Parameters<LicensedOffice['onboard']>[0] = CALLS) => {
  const run = await at.onboard(kinds, whole());
  await acceptInvitation(at.ports)(run.userId, stampAt());
  return run;
};

export const detailOf = ({ causes }: Awaited<ReturnType<typeof diagnose>>, code: CauseCode) =>
  causes.find((one) => one.code === code)?.detail;
