import { describe, expect, it } from 'vitest';
import {
  ChangedMeanwhile,
  ConfirmationRequired,
  InvalidRequest,
  LastAdministrator,
  NotFound,
  WrongMemberStatus,
} from '../../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { changeAccess } from '../../../core/usecases/change-access.ts';
import type { AccessEdit } from '../../../core/usecases/plan-access-change.ts';
import { given, request } from '../../ports/samples.ts';
import { takeUpTo } from '../../ports/state-machine.ts';
import { CLOSER, NORTH, openOffice, SALES } from './access-office.ts';
import { stampBy } from './company.ts';

describe('a change of access', () => {
  it('C-38 E-21 changes what is named, leaves the rest, and takes away what is null', async () => {
    const { change, boss, agent, byHandOf, member, authority } = await openOffice();
    await change(boss, agent, {
      role: CLOSER,
      grants: ['start-im', 'start-im'],
      pages: ['users'],
      dataViewLevel: 'folder',
      sitePermissionLevel: 'manager',
    });
    expect((await byHandOf(agent)).permissions).toEqual({
      role: CLOSER,
      grants: ['start-im'],
      pages: ['users'],
      dataViewLevel: 'folder',
      sitePermissionLevel: 'manager',
      groups: [],
    });
    await change(boss, agent, { role: null, pages: null, sitePermissionLevel: null });
    expect((await byHandOf(agent)).permissions).toEqual({
      grants: ['start-im'],
      dataViewLevel: 'folder',
      groups: [],
    });
    expect((await member(agent)).version).toBe(2);
    expect((await authority(agent)).rights.role).toBe('call-agent');
  });

  it('C-1 C-7 moves somebody to another folder, whose role and permissions they have from then on', async () => {
    const { change, boss, agent, member, authority } = await openOffice();
    await change(boss, agent, { folderId: SALES });
    expect((await member(agent)).folderId).toBe(SALES);
    const { rights } = await authority(agent);
    expect(rights.role).toBe('sales-agent');
    expect([...rights.permissions]).toEqual(['manage-leads']);
  });

  it('D-5 takes into use what it gives, and gives up what it takes away', async () => {
    const { change, boss, agent, usersOf } = await openOffice();
    const name = 'Ana Ruiz';
    await change(boss, agent, { role: 'call-agent', folderId: SALES, groups: [NORTH] });
    expect(await usersOf('folder', SALES)).toEqual([{ userId: agent.userId, name }]);
    expect(await usersOf('group', NORTH)).toHaveLength(1);
    await change(boss, agent, { role: CLOSER, groups: [] });
    expect(await usersOf('role', CLOSER)).toHaveLength(1);
    expect(await usersOf('group', NORTH)).toEqual([]);
    await change(boss, agent, { role: null, folderId: ROOT_FOLDER });
    expect([...(await usersOf('role', CLOSER)), ...(await usersOf('folder', SALES))]).toEqual([]);
  });

  it('X-11 is for who has read what is', async () => {
    const { ports, authority, change, boss, agent } = await openOffice();
    await change(boss, agent, { grants: ['start-im'] });
    const stale = changeAccess(ports)(await authority(boss), agent, 0, { confirm: [] }, stampBy(boss));
    await expect(stale).rejects.toThrow(ChangedMeanwhile);
  });

  it('X-11 of two at once is done once', async () => {
    const { change, boss, agent, member } = await openOffice();
    const outcomes = await Promise.allSettled([
      change(boss, agent, { grants: ['start-im'] }),
      change(boss, agent, { grants: ['use-sip'] }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await member(agent)).version).toBe(1);
  });

  it('is not for somebody who is still being set up, or is not there', async () => {
    const { ports, accountId, change, boss, authority } = await openOffice();
    const run = await given(ports).run(accountId, request());
    await takeUpTo(ports, 'AssignWork', run);
    await expect(change(boss, run, { grants: [] })).rejects.toThrow(WrongMemberStatus);
    const nobody = { accountId, userId: newId('user') };
    const late = changeAccess(ports)(await authority(boss), nobody, 0, { confirm: [] }, stampBy(boss));
    await expect(late).rejects.toThrow(NotFound);
  });

  it.each<[string, AccessEdit, string]>([
    ['a role', { role: newId('role') }, '/role'],
    ['a folder', { folderId: newId('folder') }, '/folderId'],
    ['a group', { groups: [newId('group')] }, '/groups/0'],
    ['a role that goes with something', { role: 'affiliate' }, '/affiliateProfile'],
    ['an agency role in no agency', { agencyRole: 'marketing-manager' }, '/agencyRole'],
    ['groups that the role cannot join', { role: 'manager', groups: [NORTH] }, '/groups'],
  ])('gives nobody %s that cannot be', async (_, edit, pointer) => {
    const { change, boss, agent, database } = await openOffice();
    const before = structuredClone(database);
    const refusal = await change(boss, agent, edit).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidRequest);
    expect(refusal).toMatchObject({ faults: expect.arrayContaining([expect.objectContaining({ pointer })]) });
    expect(database).toEqual(before);
  });
});

describe('A-7 the networks that somebody may call from', () => {
  it('are set, kept when nothing is said of them, and lifted', async () => {
    const { change, boss, agent, byHandOf } = await openOffice();
    const allowedNetworks = ['198.51.100.0/24'];
    await change(boss, agent, { allowedNetworks });
    expect((await byHandOf(agent)).access).toEqual({ allowedNetworks });
    await change(boss, agent, { grants: ['start-im'] });
    expect((await byHandOf(agent)).access).toEqual({ allowedNetworks });
    await change(boss, agent, { allowedNetworks: null });
    expect((await byHandOf(agent)).access).toBeUndefined();
  });

  it('lock nobody out by their own hand, unless they mean it', async () => {
    const { change, boss, byHandOf } = await openOffice();
    const elsewhere = { allowedNetworks: ['198.51.100.0/24'] };
    const refusal = await change(boss, boss, elsewhere).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConfirmationRequired);
    expect(refusal).toMatchObject({ warnings: [{ code: 'own-lockout' }] });
    expect((await byHandOf(boss)).access).toBeUndefined();
    await change(boss, boss, elsewhere, ['own-lockout']);
    expect((await byHandOf(boss)).access).toEqual(elsewhere);
  });

  it('are no lockout where one calls from, nor of somebody else', async () => {
    const { change, boss, agent } = await openOffice();
    await expect(change(boss, boss, { allowedNetworks: ['203.0.113.0/24'] })).resolves.toBeUndefined();
    await expect(change(boss, agent, { allowedNetworks: ['198.51.100.0/24'] })).resolves.toBeUndefined();
  });
});

describe('E-19 the last page', () => {
  it('is taken away only by who means it', async () => {
    const { change, boss, agent, authority } = await openOffice();
    const bare: AccessEdit = { role: 'page-designer', pages: [] };
    await expect(change(boss, agent, bare)).rejects.toThrow(ConfirmationRequired);
    await expect(change(boss, agent, bare, ['own-lockout', 'agency-reach'])).rejects.toThrow(
      ConfirmationRequired,
    );
    await change(boss, agent, bare, ['no-page']);
    expect((await authority(agent)).rights.pages.size).toBe(0);
    // Nothing is taken away any more.
    await expect(change(boss, agent, { groups: [] })).resolves.toBeUndefined();
  });
});

describe('D-17 administrators', () => {
  it('are counted as they are made and unmade, and never come to none', async () => {
    const { change, boss, agent, administrators } = await openOffice();
    await expect(change(boss, boss, { role: 'manager' })).rejects.toThrow(LastAdministrator);
    await expect(change(boss, boss, { role: null })).rejects.toThrow(LastAdministrator);
    await change(boss, agent, { role: 'administrator' });
    expect(administrators()).toBe(2);
    await change(boss, boss, { role: 'manager' });
    expect(administrators()).toBe(1);
    await expect(change(agent, agent, { role: 'manager' })).rejects.toThrow(LastAdministrator);
  });

  it('two, demoting each other at once, leave one', async () => {
    const { change, boss, agent, administrators } = await openOffice();
    await change(boss, agent, { role: 'administrator' });
    const outcomes = await Promise.allSettled([
      change(boss, agent, { role: null }),
      change(agent, boss, { role: null }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(administrators()).toBe(1);
  });

  it('are not counted while they are suspended', async () => {
    const { change, boss, agent, administrators, member, database, accountId } = await openOffice();
    const found = await member(agent);
    database.members.set(`${accountId}#${agent.userId}`, { ...found, status: 'suspended' });
    await change(boss, agent, { role: 'administrator' });
    expect(administrators()).toBe(1);
    await change(boss, agent, { role: null });
    expect(administrators()).toBe(1);
  });
});
