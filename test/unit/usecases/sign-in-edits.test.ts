import { describe, expect, it } from 'vitest';
import { Busy } from '../../../core/domain/errors.ts';
import { editMember } from '../../../core/usecases/edit-member.ts';
import type { Identity } from '../../../core/usecases/ports.ts';
import { newSession } from '../../ports/session-samples.ts';
import { openOffice } from './access-office.ts';
import { stampBy } from './company.ts';

/** An agent with a session, and how others change who they are. */
const office = async () => {
  const { ports, database, boss, agent, authority, logged } = await openOffice();
  const session = newSession(agent, { kinds: [] });
  await ports.sessions.start(session, stampBy(agent));
  const edit = async (profile: Record<string, string>, by = boss, identity: Partial<Identity> = {}) =>
    editMember({ ...ports, identity: { ...ports.identity, ...identity } })(
      await authority(by),
      { accountId: agent.accountId, userId: agent.userId },
      undefined,
      { profile },
      stampBy(by),
    );
  const left = async () => ({
    signedOutAt: (await ports.users.read(agent.userId))?.signedOutAt,
    signOuts: database.signIns.get(agent.userId)?.signOuts,
    sessions: (await ports.sessions.read(session)) === undefined ? 0 : 1,
  });
  return { boss, agent, edit, left, logged };
};

const OUT = { signedOutAt: stampBy({ userId: '' }).at, signOuts: 1, sessions: 0 };

describe('C-49 D-35 whoever signs in otherwise from now on', () => {
  it.each([{ email: 'zoe@example.com' }, { loginId: 'zoe' }])(
    'is signed out at once, and their sessions give back their seats: %o',
    async (profile) => {
      const { edit, left } = await office();
      await edit(profile);
      expect(await left()).toEqual(OUT);
    },
  );

  it('is not for another name, nor when nothing changes', async () => {
    const { edit, left, agent } = await office();
    await edit({ firstName: 'Zoë', loginId: agent.sections.profile.loginId });
    expect(await left()).toEqual({ signedOutAt: undefined, signOuts: undefined, sessions: 1 });
  });

  it('is let in by nothing from before though the sign-in service is away: the edit has happened', async () => {
    const { edit, left, boss, logged } = await office();
    const signOut = () => Promise.reject(new Busy());
    await edit({ email: 'zoe@example.com' }, boss, { signOut });
    expect(await left()).toEqual({ ...OUT, signOuts: undefined });
    expect(logged.at(-1)).toMatchObject({ code: 'SIGN_OUT_LEFT', details: { reason: 'busy' } });
  });
});
