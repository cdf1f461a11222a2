import { beforeAll, expect } from 'vitest';
import type { AssetKind } from '../../../core/domain/asset-kinds.ts';
import { newAsset } from '../../ports/asset-samples.ts';
import { type Office, openOffice, unique } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';

/** An office of the test's own in the shared cloud, and how assets are made there. */
export const useAssetOffice = () => {
  const cloud = useSharedCloud();
  let office: Office | undefined;
  beforeAll(async () => {
    office = await openOffice(cloud());
  });
  const here = (): Office => office ?? expect.fail('The office is not open yet.');

  /** A path inside the account. */
  const at = (rest: string) => `/accounts/${here().accountId}/${rest}`;

  /** What a request says of something new. */
  const bodyOf = (kind: AssetKind, key: string, more: Record<string, unknown> = {}) => {
    const ref = { accountId: here().accountId, kind, key };
    const {
      accountId: _,
      kind: __,
      archived: ___,
      version: ____,
      createdAt: _____,
      ...body
    } = newAsset(ref, more);
    return body;
  };

  /** Makes one, and answers its key. */
  const make = async (
    kind: AssetKind,
    more: Record<string, unknown> = {},
    call = here().call,
  ): Promise<string> => {
    const key = `${kind}-${unique()}`;
    const answer = await call('POST', at(`assets/${kind}`), bodyOf(kind, key, more));
    expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
    return key;
  };
  const call: Office['call'] = (...asked) => here().call(...asked);
  return { cloud, office: here, call, at, bodyOf, make };
};
