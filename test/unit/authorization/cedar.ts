import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Context,
  type EntityJson,
  preparsePolicySet,
  statefulIsAuthorized,
  type TypeAndId,
} from '@cedar-policy/cedar-wasm/nodejs';

const RULES = 'oracle.cedar';

const parsed = preparsePolicySet(RULES, {
  staticPolicies: readFileSync(join(import.meta.dirname, RULES), 'utf8'),
});
if (parsed.type === 'failure') throw new Error(JSON.stringify(parsed.errors));

export const entity = (type: string, id: string): TypeAndId => ({ type, id });

/** Puts a question to oracle.cedar. A rule that cannot be worked out is a fault of the rules, not a refusal. */
export const asksCedar = (
  principal: TypeAndId,
  action: string,
  resource: TypeAndId,
  entities: EntityJson[],
  context: Context = {},
): boolean => {
  const answer = statefulIsAuthorized({
    principal,
    action: entity('Action', action),
    resource,
    context,
    entities,
    preparsedPolicySetId: RULES,
  });
  if (answer.type === 'failure' || answer.response.diagnostics.errors.length > 0)
    throw new Error(JSON.stringify(answer));
  return answer.response.decision === 'allow';
};
