import { describe, expect, it } from 'vitest';
import { groupRequest } from '../../../core/contract/group.ts';
import { seesAsset } from '../../../core/domain/authorization/asset-authority.ts';
import { group } from '../../../core/domain/authorization/policy.ts';
import { ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { WORK_KINDS } from '../../../core/domain/sections/work.ts';
import { authorityOf, byHand, memberIn } from './authorities.ts';
import { groupNamed, policyOf } from './policies.ts';

const named = (work: readonly string[]) =>
  groupRequest.safeParse({ name: 'Night', folders: [ROOT_FOLDER], work });

describe('X-4 D-4 the work that an access-control group opens', () => {
  it('is named by kind and key: another kind with the same key stays out of sight', () => {
    const policy = policyOf({ groups: [groupNamed('north', [ROOT_FOLDER], ['queue/support'])] });
    const inIt = memberIn(ROOT_FOLDER, { byHand: byHand({ groups: ['grp_north'] }) });
    const seen = WORK_KINDS.filter((kind) => seesAsset(authorityOf(policy, inIt), { kind, key: 'support' }));
    expect(seen).toEqual(['queue']);
  });

  it.each(['support', 'queue/', '/support', 'queue/a b', 'schedule/day', 'queue/support/x'])(
    'is refused where it is not both: %s',
    (name) => {
      expect(named([name]).error?.issues).toMatchObject([
        { path: ['work', 0], message: expect.stringContaining('such as queue/support') },
      ]);
    },
  );

  it('is of every kind where it was written as a key alone, before kinds were told apart', () => {
    const written = { ...groupNamed('north', [ROOT_FOLDER], ['support', 'campaign/solar']) };
    const { work = [] } = group.parse({ ...written, groupId: 'grp_01arz3ndektsv4rrffq69g5fav' });
    expect(work).toEqual([...WORK_KINDS.map((kind) => `${kind}/support`), 'campaign/solar']);
    expect(named(work).success).toBe(true);
  });
});
