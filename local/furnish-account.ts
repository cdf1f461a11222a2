import { problemType } from '../core/contract/problems.ts';
import type { AssetRef } from '../core/domain/asset-kinds.ts';

/** What an account is to have, as a request says it. */
export interface Furniture extends AssetRef {
  name: string;
  [field: string]: unknown;
}

/** Who furnishes an account: somebody who is signed in there. */
interface Furnisher {
  apiUrl: string;
  accountId: string;
  accessToken: string;
}

/** `spring-renewals` as `Spring renewals`. */
const nameFor = (key: string): string => {
  const words = key.replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Something that needs no more than a name. */
export const named = ({ kind, key }: AssetRef): Furniture => ({ kind, key, name: nameFor(key) });

/** Makes campaigns, queues and whatever else an account is to have, through the API. What it has already, stays as it is. */
export const furnishAccount = async (
  { apiUrl, accountId, accessToken }: Furnisher,
  furniture: readonly Furniture[],
): Promise<void> => {
  for (const { kind, ...body } of furniture) {
    const response = await fetch(`${apiUrl}/v1/accounts/${accountId}/assets/${kind}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) continue;
    const answer = await response.text();
    if (!answer.includes(problemType('asset-exists')))
      throw new Error(`the ${kind} ${body.key} was refused: ${answer}`);
  }
};
