import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as z from 'zod';
import { runView } from '../../core/contract/onboarding.ts';
import type { AssetRef } from '../../core/domain/asset-kinds.ts';
import { LICENSE_KIND_NAMES, type LicenseKind, type LicensePolicy } from '../../core/domain/licenses.ts';
import type { CloudAddresses } from '../../local/addresses.ts';
import type { Cloud } from '../../local/cloud.ts';
import { furnishAccount, named } from '../../local/furnish-account.ts';
import { makeAccount, newPassword } from '../../local/make-account.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** An account of its own with a signed-in administrator, and the public API as that person calls it. */
export interface Office {
  accountId: string;
  administrator: { userId: string; email: string; password: string; accessToken: string };
  /** Calls `/v1{path}`; a body that is text is sent as it is. */
  call: Call;
  /** Follows a run until it is no longer running. */
  follow: (runId: string) => Promise<z.output<typeof runView>>;
  /** Makes what `fullRequest` names, or something else that needs no more than a name. */
  furnish: (assets?: readonly AssetRef[]) => Promise<void>;
}

/** What `fullRequest` names. */
const FURNITURE: readonly AssetRef[] = [
  { kind: 'campaign', key: 'solar' },
  { kind: 'initiative', key: 'spring' },
  { kind: 'queue', key: 'support' },
  { kind: 'queue', key: 'billing' },
];

export const callerOf =
  (cloud: Pick<Cloud, 'apiUrl'>, accessToken?: string): Call =>
  async (method, path, body, headers = {}) => {
    const response = await fetch(`${cloud.apiUrl}/v1${path}`, {
      method,
      headers: {
        ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };

/** Text that no other test uses. */
export const unique = (): string => randomBytes(6).toString('hex');

/** As much of a cloud as an office needs. */
export type OfficeCloud = CloudAddresses & Pick<Cloud, 'invoke'>;

export interface OfficeOptions {
  name?: string;
  pools?: Partial<Record<LicenseKind, number>>;
  licensePolicy?: LicensePolicy;
  /** Of the sample configuration; the one without fax, unless told, or seats of that are wanted. */
  plan?: 'standard' | 'calls' | 'starter';
  /** The agency that the account is in; with a name it is made, and its administrator administers it too. */
  agency?: { agencyId: string; name?: string };
  parentAccountId?: string;
}

export const openOffice = async (
  cloud: OfficeCloud,
  {
    pools = { lmp: 50, dialer: 50, voip: 50 },
    plan = pools.fax === undefined ? 'calls' : 'standard',
    licensePolicy = 'deactivate',
    name = 'Sunrise Calls',
    ...place
  }: OfficeOptions = {},
): Promise<Office> => {
  const email = `admin-${unique()}@example.com`;
  const password = newPassword();
  const request = {
    account: {
      ...place,
      name,
      licensePolicy,
      plan,
      pools: LICENSE_KIND_NAMES.flatMap((kind) => {
        const purchased = pools[kind];
        return purchased === undefined ? [] : [{ kind, purchased }];
      }),
    },
    administrator: {
      email,
      loginId: `admin-${unique()}`,
      firstName: 'Ada',
      lastName: 'Admin',
      location: 'us-east-1',
    },
  };
  const { accountId, userId, accessToken } = await makeAccount(cloud, request, password);
  const call = callerOf(cloud, accessToken);
  const follow = async (runId: string) => {
    for (let look = 0; look < 1200; look += 1) {
      const run = runView.parse((await call('GET', `/accounts/${accountId}/onboardings/${runId}`)).body);
      if (run.status !== 'running') return run;
      await sleep(50);
    }
    throw new Error(`The run ${runId} does not end`);
  };
  const furnish = (assets: readonly AssetRef[] = FURNITURE) =>
    furnishAccount({ apiUrl: cloud.apiUrl, accountId, accessToken }, assets.map(named));
  return { accountId, administrator: { userId, email, password, accessToken }, call, follow, furnish };
};

/** The shortest request there is: only what is required. */
export const shortRequest = (more: Record<string, unknown> = {}) => {
  const name = unique();
  return {
    profile: {
      email: `${name}@example.com`,
      loginId: `agent-${name}`,
      firstName: 'Ben',
      lastName: `Baker ${name}`,
      location: 'us-east-1',
    },
    licenses: { kinds: ['lmp'] },
    permissions: { role: 'call-agent' },
    ...more,
  };
};

/** A request with every section. */
export const fullRequest = (more: Record<string, unknown> = {}) => ({
  ...shortRequest(),
  licenses: { kinds: ['lmp', 'dialer'] },
  employee: { title: 'Sales agent', department: 'Outbound', timeZone: 'America/Chicago' },
  messaging: { massEmail: { enabled: true, dailyLimit: 200 }, massFax: { enabled: false } },
  dialing: {
    firstDailyAttempts: 120,
    secondDailyAttempts: 60,
    callRecording: { inboundPercent: 100, outboundPercent: 25 },
  },
  access: { allowedNetworks: ['127.0.0.0/8', '::1/128'] },
  work: { campaigns: ['solar'], dialerInitiatives: ['spring'], queues: ['support', 'billing'] },
  ...more,
});
