import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { accessRequest } from '../../../core/contract/member-access.ts';
import { ofMemberAndKind } from '../../../core/contract/member-licenses.ts';
import { type DomainError, type Fault, InvalidRequest } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { locationFaults } from '../../../core/domain/location.ts';
import { memberPatch } from '../../../core/domain/member-patch.ts';
import { access } from '../../../core/domain/sections/access.ts';
import { sections } from '../../../core/domain/sections/index.ts';
import { licenses } from '../../../core/domain/sections/licenses.ts';
import { permissions } from '../../../core/domain/sections/permissions.ts';
import { read } from '../../../core/http/faults.ts';
import { editMember } from '../../../core/usecases/edit-member.ts';
import { refuseOnboarding } from '../../../core/usecases/refuse-onboarding.ts';
import { fieldValues } from '../../sections/field-values.ts';
import { furnish, worldFor } from '../../sections/furnish.ts';
import { openOffice } from './access-office.ts';
import { stampBy } from './company.ts';

const LOCATION = 'us-east-1';
const EDITED = ['profile', 'employee', 'messaging', 'dialing', 'work'] as const;

type Request = Record<string, Record<string, unknown>>;

const thrown = async (done: Promise<unknown>): Promise<readonly Fault[]> => {
  try {
    await done;
    return [];
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    return (error as DomainError).faults;
  }
};

const sorted = (faults: readonly Fault[]) =>
  faults.map(({ pointer, detail }) => `${pointer} ${detail}`).sort();

/** An account with all that field values name, and how a run and an edit answer to the same sections. */
const office = async () => {
  const at = await openOffice();
  const { ports, boss, agent, accountId, hire } = at;
  const stamp = stampBy(boss);
  await furnish(ports, accountId, stamp);
  const newWorld = () => {
    // The sweeper has been here: what nobody uses of the round before has given its place back.
    for (const [key, { usedBy }] of at.database.files)
      if (usedBy === undefined) at.database.files.delete(key);
    return worldFor(ports, { accountId, manager: agent.userId, location: LOCATION }, stamp);
  };
  const world = await newWorld();
  const authority = await at.authority(boss);
  const check = locationFaults([LOCATION]);

  const ofRun = async (asked: Request): Promise<readonly Fault[]> => {
    const whole = {
      licenses: { kinds: ['lmp'] },
      permissions: { role: 'call-agent' },
      ...asked,
      profile: {
        email: `${newId('user')}@example.com`,
        loginId: `new.${newId('user').slice(4)}`,
        firstName: 'New',
        lastName: 'Person',
        location: LOCATION,
        ...asked.profile,
      },
    };
    const { value, faults } = read(sections, whole, '');
    const all = [...faults, ...check(whole)];
    if (value === undefined || all.length > 0) return all;
    return thrown(refuseOnboarding(ports)(authority, value, ''));
  };

  const ofEdit = async (asked: Request): Promise<readonly Fault[]> => {
    const member = await hire();
    const { value, faults: ofSchema } = read(memberPatch, asked, '/sections');
    const all = [...ofSchema, ...check({ sections: asked })];
    if (value === undefined || all.length > 0) return all;
    const faults = await thrown(editMember(ports)(authority, member, undefined, value, stamp));
    // What is unique is for the next one again.
    const { email, loginId } = member.sections.profile;
    await editMember(ports)(
      authority,
      member,
      undefined,
      { profile: { email, loginId, extension: null } },
      stamp,
    );
    return faults;
  };
  return { ...at, world, newWorld, ofRun, ofEdit };
};

/** A schema without what says that it may be left out. */
const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodMiniOptional ||
  schema instanceof z.ZodMiniNullable ||
  schema instanceof z.ZodMiniDefault
    ? bare(schema._zod.def.innerType)
    : schema;

const withoutPrefix = (faults: readonly Fault[]): readonly Fault[] =>
  faults.map(({ pointer, detail }) => ({ pointer: pointer.replace(/^\/sections/, ''), detail }));

describe('C-12 a section of the onboarding request and the edit of the same section', () => {
  it('have one rule set: the same faults, in the same words, at the same places', async () => {
    const { world, newWorld, ofRun, ofEdit } = await office();
    const values = Object.entries(fieldValues(world));
    // By their number, since what they name is made anew each time.
    const choice = fc.record(
      Object.fromEntries(
        values.map(([pointer, { good, bad }]) => [
          pointer,
          fc.option(fc.nat({ max: good.length + bad.length - 1 }), { nil: undefined, freq: 3 }),
        ]),
      ),
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(choice, fc.constantFrom(...EDITED), async (chosen, section) => {
        const fresh = fieldValues(await newWorld());
        const fields = Object.entries(fresh).flatMap(([pointer, { good, bad }]) => {
          const [, of, field] = pointer.split('/');
          const index = chosen[pointer];
          const value = index === undefined ? undefined : [...good, ...bad][index];
          return of === section && field !== undefined && value ? [[field, value.given]] : [];
        });
        const asked = { [section]: Object.fromEntries(fields) };
        const ofRunAlone = sorted(await ofRun(asked));
        expect(sorted(withoutPrefix(await ofEdit(asked)))).toEqual(ofRunAlone);
      }),
      { numRuns: 300 },
    );
  });

  it.each(EDITED)('refuse each bad value of %s alike, with a pointer and a text', async (section) => {
    const { world, ofRun, ofEdit } = await office();
    for (const [pointer, { bad, good }] of Object.entries(fieldValues(world))) {
      const [, of, field = ''] = pointer.split('/');
      if (of !== section) continue;
      expect(good.length, pointer).toBeGreaterThan(0);
      for (const { given, at = '', says } of bad) {
        const asked = { [section]: { [field]: given } };
        const [ofRunAlone, ofEditAlone] = [await ofRun(asked), withoutPrefix(await ofEdit(asked))];
        expect(sorted(ofEditAlone), pointer).toEqual(sorted(ofRunAlone));
        expect(ofRunAlone, `${pointer} ${JSON.stringify(given)}`).toContainEqual({
          pointer: `${pointer}${at}`,
          detail: expect.stringMatching(says),
        });
      }
    }
  });

  it.each([
    'role',
    'dataViewLevel',
    'sitePermissionLevel',
    'grants',
    'pages',
    'groups',
    'affiliateProfile',
  ] as const)('A-4 take %s by the very same schema, where a member’s access is changed', (field) => {
    expect(bare(accessRequest.shape[field])).toBe(bare(permissions.shape[field]));
  });

  it('A-7 A-2 take networks and licenses alike, each by calls of their own', () => {
    expect(bare(accessRequest.shape.allowedNetworks)).toBe(bare(access.shape.allowedNetworks));
    expect(ofMemberAndKind.shape.kind.def.entries).toEqual(licenses.shape.kinds.def.element.def.entries);
  });
});
