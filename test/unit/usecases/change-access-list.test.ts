import { describe, expect, it } from 'vitest';
import { ChangedMeanwhile, InvalidRequest, MoreThanHeld } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { changeAccessList } from '../../../core/usecases/change-access-list.ts';
import { explainAccess } from '../../../core/usecases/explain-access.ts';
import { refuseStrangers } from '../../../core/usecases/refuse-strangers.ts';
import { CLOSER, NORTH, openOffice } from './access-office.ts';
import { openCompany, stampBy } from './company.ts';

const office = async () => {
  const at = await openOffice();
  const { ports, authority, accountId, boss, hire } = at;
  const ref = { accountId, kind: 'queue' as const, key: 'support' };
  const write = async (who: { userId: string }, ifMatch: number, subjects: readonly string[]) =>
    changeAccessList(ports)(await authority(who), ref, ifMatch, subjects, stampBy(who));
  const keeper = await hire({ role: 'manager' });
  return { ...at, ref, write, keeper, boss };
};

describe('C-63 who has access to a queue', () => {
  it('is said by an administrator, with the version that it makes', async () => {
    const { write, boss, agent, ref, ports } = await office();
    const list = await write(boss, 0, [agent.userId, CLOSER, NORTH, 'call-agent']);
    expect(list).toEqual({ ...ref, subjects: [agent.userId, CLOSER, NORTH, 'call-agent'], version: 1 });
    expect(await ports.accessLists.read(ref)).toEqual(list);
    await write(boss, 1, []);
    expect(await ports.accessLists.read(ref)).toMatchObject({ subjects: [], version: 2 });
  });

  it('X-11 is said by who has read who has it', async () => {
    const { write, boss, agent } = await office();
    await write(boss, 0, [agent.userId]);
    await expect(write(boss, 0, [])).rejects.toThrow(ChangedMeanwhile);
    const outcomes = await Promise.allSettled([write(boss, 1, []), write(boss, 1, [CLOSER])]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('X-4 is said by nobody else who has none themselves: by name, role or group', async () => {
    const { write, boss, keeper, agent } = await office();
    await expect(write(keeper, 0, [keeper.userId])).rejects.toThrow(MoreThanHeld);
    await write(boss, 0, [agent.userId]);
    await expect(write(keeper, 1, [agent.userId, keeper.userId])).rejects.toThrow(MoreThanHeld);
    await write(boss, 1, ['manager']);
    await expect(write(keeper, 2, ['manager', agent.userId])).resolves.toMatchObject({ version: 3 });
  });

  it('names only who and what is of the account: each other is pointed at', async () => {
    const { write, boss, agent } = await office();
    const elsewhere = await openCompany({}, await openCompany());
    const far = await elsewhere.hire();
    const robot = newId('apiUser');
    const subjects = [agent.userId, far.userId, robot, newId('role'), newId('group'), CLOSER, NORTH];
    const refusal = await write(boss, 0, subjects).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidRequest);
    expect(refusal).toMatchObject({
      faults: [1, 2, 3, 4].map((index) => ({
        pointer: `/subjects/${index}`,
        detail: 'is nobody and nothing of this account',
      })),
    });
  });

  it('is shown with what a member may do, and all of it to an administrator', async () => {
    const { write, boss, agent, ref, ports, authority } = await office();
    await write(boss, 0, ['call-agent']);
    const other = { ...ref, key: 'sales' };
    await changeAccessList(ports)(await authority(boss), other, 0, [CLOSER], stampBy(boss));
    const listsOf = async (who: typeof agent) =>
      (await explainAccess(ports)(await authority(boss), who)).result.lists;
    expect(await listsOf(agent)).toEqual([{ kind: 'queue', key: 'support' }]);
    expect(await listsOf(boss)).toHaveLength(2);
  });
});

describe('lists of subjects', () => {
  it('cost no read when they name no person', async () => {
    const { authority, boss } = await office();
    const strangers = () => Promise.reject(new Error('not needed'));
    const refuse = refuseStrangers({ subjects: { strangers } });
    const acting = await authority(boss);
    await expect(
      refuse(acting, [{ pointer: '/x', subjects: [CLOSER, NORTH, 'agent'] }]),
    ).resolves.toBeUndefined();
    await expect(refuse(acting, [])).resolves.toBeUndefined();
  });
});
