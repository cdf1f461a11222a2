import { describe, expect, it } from 'vitest';
import { UserExists } from '../../../core/domain/errors.ts';
import { knowPerson } from '../../../core/usecases/know-person.ts';
import { startOnboarding } from '../../../core/usecases/start-onboarding.ts';
import { given, request } from '../../ports/samples.ts';
import { administratorOf } from '../authorization/authorities.ts';
import { openCompany, stampBy } from './company.ts';
import { openAgency } from './offer-agency.ts';

describe('D-32 who has an email', () => {
  it('is told in their own account, and in another of the same agency', async () => {
    const { ports, home, there, ana, email } = await openAgency();
    const { userId, sections } = ana;
    const known = {
      userId,
      firstName: 'Ana',
      lastName: 'Ruiz',
      email,
      loginId: sections.profile.loginId,
      language: 'en',
      memberships: [{ accountId: home.accountId, accountName: 'Home', role: 'call-manager' }],
    };
    expect(await knowPerson(ports)(home.accountId, email)).toEqual(known);
    expect(await knowPerson(ports)(there.accountId, email)).toEqual(known);
  });

  it('is not told outside: not even that they are somewhere', async () => {
    const at = await openAgency();
    const stranger = await openCompany({}, at);
    expect(await knowPerson(at.ports)(stranger.accountId, at.email)).toBeUndefined();
    const far = await stranger.hire();
    expect(await knowPerson(at.ports)(at.home.accountId, far.sections.profile.email)).toBeUndefined();
    const other = await openCompany({}, at);
    expect(await knowPerson(at.ports)(other.accountId, far.sections.profile.email)).toBeUndefined();
  });

  it('is told with the accounts that one may know of, and no others', async () => {
    const at = await openAgency();
    const stranger = await openCompany({ name: 'Secret' }, at);
    const user = await at.ports.users.read(at.ana.userId);
    if (user === undefined) throw new Error('There is no such user.');
    const accountIds = [at.home.accountId, stranger.accountId];
    at.database.users.set(user.userId, { ...user, accountIds });
    const seen = await knowPerson(at.ports)(at.home.accountId, at.email);
    expect(seen?.memberships.map(({ accountName }) => accountName)).toEqual(['Home']);
    const inSecret = await knowPerson(at.ports)(stranger.accountId, at.email);
    expect(inSecret?.memberships.map(({ accountName }) => accountName)).toEqual(['Secret']);
  });

  it('is nobody while they are on their way in, and nobody of an email that is free', async () => {
    const { ports, home } = await openAgency();
    const run = await given(ports).run(home.accountId);
    expect(await knowPerson(ports)(home.accountId, run.sections.profile.email)).toBeUndefined();
    expect(await knowPerson(ports)(home.accountId, 'free@example.com')).toBeUndefined();
  });

  it('D-31 comes with the refusal of an onboarding, to who may know', async () => {
    const { ports, home, there, ana, email } = await openAgency();
    const asked = () => request({ profile: { email: ` ${email.toUpperCase()} ` } });
    const refusalIn = (accountId: string) =>
      startOnboarding(ports)(administratorOf(accountId), asked(), stampBy(ana)).catch(
        (error: unknown) => error,
      );
    const [inside, sibling] = [await refusalIn(home.accountId), await refusalIn(there.accountId)];
    for (const refusal of [inside, sibling]) {
      expect(refusal).toBeInstanceOf(UserExists);
      expect(refusal).toMatchObject({
        message: 'A user with this email address already exists.',
        faults: [{ pointer: '/profile/email' }],
        person: { userId: ana.userId },
      });
    }
    const stranger = await given(ports).account();
    expect(await refusalIn(stranger)).toMatchObject({ code: 'user-exists', person: undefined });
  });
});
