import { describe, expect, it } from 'vitest';
import { foldersWithPaths } from '../../../console/src/form/editors/folder-paths.ts';
import {
  draftFrom,
  faultsIn,
  faultsLeft,
  isSaid,
  missingIn,
  newDraft,
  requestOf,
} from '../../../console/src/rooms/add-user/draft.ts';
import { durationIn } from '../../../console/src/rooms/run/duration.ts';
import { settingsTable, settingsView } from '../../../core/contract/settings.ts';

const settings = settingsView.parse(settingsTable());

describe('the form of a new user', () => {
  it('C-6 begins in the folder that was chosen, with the base license and a key of its own', () => {
    const draft = newDraft('fld_night');
    expect(draft.sections).toEqual({ profile: { folderId: 'fld_night' }, licenses: { kinds: ['lmp'] } });
    expect(newDraft().idempotencyKey).not.toBe(draft.idempotencyKey);
    expect(newDraft().sections.profile).toEqual({});
  });

  it('is found again after a reload, whole or not at all', () => {
    const draft = { ...newDraft(), kind: 'agent', step: 'work' } as const;
    expect(draftFrom(JSON.stringify(draft))).toEqual(draft);
    expect(draftFrom(JSON.stringify({ ...draft, kind: 'robot' }))?.kind).toBeUndefined();
    for (const other of [null, '7', '{}', '{"sections":{}}', '{"sections":[],"idempotencyKey":"x"}'])
      expect(draftFrom(other)).toBeUndefined();
  });

  it('A-27 leaves out sections in which nothing was said, so that their steps are skipped', () => {
    const sections = {
      ...newDraft().sections,
      employee: { contactPreferences: {}, externalLinks: [] },
      work: { campaigns: ['solar'] },
    };
    expect(requestOf({ sections }, settings)).toEqual({
      profile: {},
      licenses: { kinds: ['lmp'] },
      permissions: {},
      work: { campaigns: ['solar'] },
    });
    expect([isSaid(false), isSaid(0), isSaid({ a: { b: [] } })]).toEqual([true, true, false]);
  });

  it('B-6 D-7 knows what is required and missing, of a section that may be skipped only once it is begun', () => {
    const titles = (sections: Record<string, unknown>, section: string) =>
      missingIn(settings, sections, section).map(({ title }) => title);
    const profile = { firstName: 'Nia', location: 'us-east-1' };
    expect(titles({ profile }, 'profile')).toEqual(['Last name', 'Email', 'Login ID']);
    expect(titles({}, 'access')).toEqual([]);
    expect(titles({ access: { allowedNetworks: [] } }, 'access')).toEqual([]);
    expect(titles({ licenses: {} }, 'licenses')).toEqual(['License kinds']);
  });

  it('keeps a fault at its field until that is changed', () => {
    const faults = [
      { pointer: '/profile/email', detail: 'is required' },
      { pointer: '/work/queues/1', detail: 'is not there' },
    ];
    const before = { profile: {}, work: { queues: ['support', 'gone'] } };
    expect(faultsIn(faults, 'work')).toEqual([faults[1]]);
    expect(faultsLeft(faults, before, { ...before, profile: { firstName: 'Nia' } })).toEqual(faults);
    expect(faultsLeft(faults, before, { ...before, profile: { email: 'a@b.example' } })).toEqual([faults[1]]);
    expect(faultsLeft(faults, before, { ...before, work: { queues: ['support'] } })).toEqual([faults[0]]);
  });
});

it('C-1 shows folders by the way to them, in the order of the tree', () => {
  const folders = [
    { folderId: 'b', parentId: 'a', name: 'Night' },
    { folderId: 'c', parentId: 'unseen', name: 'East' },
    { folderId: 'a', name: 'Everyone' },
  ];
  expect(foldersWithPaths(folders).map(({ path }) => path)).toEqual(['East', 'Everyone', 'Everyone / Night']);
});

it('X-1 says how long a step took, once it has ended', () => {
  const [start, end] = ['2026-11-22T10:00:00.000Z', '2026-11-22T10:00:02.500Z'];
  expect(durationIn('en', start, undefined)).toBeUndefined();
  expect(durationIn('en', start, end)).toBe('2.5 sec');
  expect(durationIn('es', start, '2026-11-22T10:00:00.040Z')).toBe('40 ms');
  expect(durationIn('en', start, '2026-11-22T10:03:00.000Z')).toBe('3 min');
});
