import * as z from 'zod/mini';
import { assetKey } from '../asset-key.ts';
import type { AssetRef } from '../asset-kinds.ts';
import { WORK_KINDS } from '../sections/work.ts';

/** What an access-control group calls an asset: two of different kinds may have one key. No key holds a slash. */
export const workName = ({ kind, key }: AssetRef): string => `${kind}/${key}`;

const isWorkName = (name: string): boolean => {
  const [kind, key, ...rest] = name.split('/');
  return WORK_KINDS.some((one) => one === kind) && assetKey.safeParse(key).success && rest.length === 0;
};

export const workNameShape = z
  .string()
  .check(
    z.maxLength(100),
    z.refine(
      isWorkName,
      `must be one of ${WORK_KINDS.join(', ')}, then a slash and the key, such as queue/support`,
    ),
  );

/** Before kinds were told apart, a key meant whatever had it. */
export const namesOfEveryKind = (name: string): readonly string[] =>
  name.includes('/') ? [name] : WORK_KINDS.map((kind) => workName({ kind, key: name }));
