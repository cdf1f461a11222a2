import { type CompiledPolicy, compilePolicy } from '../domain/authorization/compiled-policy.ts';
import { firstPolicy } from '../domain/authorization/policy.ts';
import type { Ports } from './ports.ts';

/** How many accounts' policies a function keeps at hand. */
const MOST_KNOWN = 100;

/**
 * The policies of accounts, kept from one request to the next for as long as their version stands: an account whose
 * policy has not changed costs no read, one whose policy has costs one.
 */
export const knownPolicies = ({ policies }: { policies: Pick<Ports['policies'], 'read'> }) => {
  const known = new Map<string, CompiledPolicy>();
  return async (accountId: string, version: number): Promise<CompiledPolicy> => {
    const kept = known.get(accountId);
    if (kept?.policy.version === version) return kept;
    const policy = version === 0 ? firstPolicy(accountId) : await policies.read(accountId);
    const compiled = compilePolicy(policy);
    known.delete(accountId);
    known.set(accountId, compiled);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    return compiled;
  };
};
