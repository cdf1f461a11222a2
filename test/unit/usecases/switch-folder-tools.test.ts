import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import { rightsOf } from '../../../core/domain/authorization/rights.ts';
import { InvalidRequest } from '../../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { switchFolderTools } from '../../../core/usecases/switch-folder-tools.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { givenPolicy } from '../../ports/policy-samples.ts';
import { given, stampAt } from '../../ports/samples.ts';
import { byHand, memberIn } from '../authorization/authorities.ts';

/** An account with one folder below the root. */
const office = async () => {
  const world = inMemory();
  const { ports, database } = world;
  const accountId = await given(ports).account();
  const { id: night } = await givenPolicy(ports).folder(accountId);
  const turn = (folderId: string, isGiven: boolean) =>
    switchFolderTools(ports)({ accountId, folderId, isGiven }, stampAt());
  const hasTools = async (folderId: string, role?: 'administrator' | 'manager') => {
    const policy = compilePolicy(await ports.policies.read(accountId));
    const by = byHand(role === undefined ? {} : { role });
    return rightsOf(policy, memberIn(folderId, { byHand: by })).permissions.has('use-folder-tools');
  };
  return { ports, database, accountId, night, turn, hasTools };
};

const ROOT = { folderId: ROOT_FOLDER, name: 'Everyone' };
const NIGHT = { name: 'Night shift' };

describe('support and folder tools', () => {
  it('C-34 C-36 takes folder tools from everybody who has them by the folder, and gives them back', async () => {
    const { turn, hasTools, night } = await office();
    expect(await hasTools(night)).toBe(true);
    expect(await turn(ROOT_FOLDER, false)).toEqual({ givenBy: [] });
    expect(await hasTools(night)).toBe(false);
    expect(await hasTools(night, 'manager')).toBe(false);
    // A grant or a role of one's own is no matter of the folder.
    expect(await hasTools(night, 'administrator')).toBe(true);
    expect(await turn(ROOT_FOLDER, true)).toEqual({ givenBy: [ROOT] });
    expect(await hasTools(night)).toBe(true);
  });

  it('C-36 lets single folders keep what the root gives no more', async () => {
    const { turn, hasTools, night } = await office();
    expect(await turn(night, true)).toMatchObject({ givenBy: [ROOT, NIGHT] });
    await turn(ROOT_FOLDER, false);
    expect(await hasTools(night)).toBe(true);
    expect(await hasTools(ROOT_FOLDER)).toBe(false);
  });

  it('C-15 says from where they come still, when a folder above gives them', async () => {
    const { turn, hasTools, night } = await office();
    await turn(night, true);
    expect(await turn(night, false)).toEqual({ givenBy: [ROOT] });
    expect(await hasTools(night)).toBe(true);
  });

  it('leaves everything else of the folder as it is, and does nothing when it is repeated', async () => {
    const { ports, accountId, turn, database } = await office();
    const before = (await ports.policies.read(accountId)).folders[ROOT_FOLDER];
    await turn(ROOT_FOLDER, false);
    const after = await ports.policies.read(accountId);
    expect(after.folders[ROOT_FOLDER]).toEqual({ ...before, permissions: [], version: after.version });
    const stored = structuredClone(database);
    await turn(ROOT_FOLDER, false);
    expect(database).toEqual(stored);
  });

  it('refuses an account and a folder that are not there', async () => {
    const { ports, accountId, turn } = await office();
    for (const isGiven of [true, false]) {
      const refusal = await turn(newId('folder'), isGiven).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(InvalidRequest);
      expect(refusal).toMatchObject({ faults: [{ pointer: '/folderId' }] });
    }
    const elsewhere = { accountId: newId('account'), folderId: ROOT_FOLDER, isGiven: false };
    await expect(switchFolderTools(ports)(elsewhere, stampAt())).rejects.toMatchObject({
      faults: [{ pointer: '/accountId' }],
    });
    expect((await ports.policies.read(accountId)).version).toBe(1);
  });
});
