import { beforeAll, describe, expect, it } from 'vitest';
import { readMails } from '../../local/ses/read-mails.ts';
import { signIn } from '../../local/sign-in.ts';
import { fieldValues, filled } from '../sections/field-values.ts';
import { conditionally, expectRefused, hire, welcome } from './access/people.ts';
import { furnishOffice, worldOf } from './furnished-office.ts';
import { eventually } from './licenses/seats.ts';
import { type Office, openOffice, shortRequest, unique } from './office.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloud = useSharedCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
  await furnishOffice(office);
});

const SECTIONS = ['profile', 'employee', 'messaging', 'dialing', 'work'] as const;

/** What is read of a section in which each field has its first value. */
const stored = (values: ReturnType<typeof fieldValues>, section: string) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([pointer, { good }]) => {
      const [, of, field = ''] = pointer.split('/');
      const [first] = good;
      return of === section && first ? [[field, 'stored' in first ? first.stored : first.given]] : [];
    }),
  );

const edit = (path: string, sections: object, { call }: Pick<Office, 'call'> = office) =>
  conditionally(call, 'PATCH', path, { sections });

describe('a member', () => {
  it('A-3 A-5 A-6 A-8 B-15 C-3 C-4 C-5 C-51 D-8 D-10 D-11 D-12 D-13 D-14 D-15 D-16 D-26 who is onboarded with everything set is read back so', async () => {
    const values = fieldValues(await worldOf(office));
    const request = shortRequest({
      access: { allowedNetworks: ['127.0.0.0/8', '::1/128'] },
      permissions: { role: 'call-agent', dataViewLevel: 'own', grants: ['set-caller-id'] },
      ...Object.fromEntries(SECTIONS.map((section) => [section, filled(values, section)])),
    });
    const { body } = await office.call('POST', `/accounts/${office.accountId}/onboardings`, request);
    const { status, userId } = await office.follow(body.runId);
    expect(status).toBe('done');
    const path = `/accounts/${office.accountId}/members/${userId}`;
    const { body: member } = await office.call('GET', path);
    for (const section of SECTIONS) expect(member.sections[section]).toMatchObject(stored(values, section));
    expect(Object.keys(member.sections.employee).sort()).toEqual(
      Object.keys(stored(values, 'employee')).sort(),
    );
    expect(member.effective).toMatchObject({ callerId: 'second-line', notifications: { missedCall: true } });
    const { picture } = member.sections.employee;
    const file = await office.call('GET', `${path}/files/${picture}`);
    expect((await fetch(file.body.url)).headers.get('content-type')).toBe('image/png');
  });

  it('C-11 C-12 C-50 C-52 is edited one field at a time, and each is read back', async () => {
    const values = fieldValues(await worldOf(office));
    const { path } = await hire(office);
    for (const [pointer, { good }] of Object.entries(values)) {
      const [, section = '', field = ''] = pointer.split('/');
      for (const value of good) {
        const answer = await edit(path, { [section]: { [field]: value.given } });
        expect([pointer, answer.status, answer.body.errors]).toEqual([pointer, 200, undefined]);
        const wanted = 'stored' in value ? value.stored : value.given;
        expect(answer.body.sections[section]).toMatchObject({ [field]: wanted });
      }
    }
    const { body } = await office.call('GET', path);
    expect(body.email).toBe(body.sections.profile.email);
    expect(body.firstName).toBe('Ana');
  });

  it('is told every fault at once, each with a pointer and in words', async () => {
    const { path } = await hire(office);
    const refused = await edit(path, {
      profile: { firstName: '', email: 'x', shoeSize: 43 },
      dialing: { ifUnavailable: { action: 'forward', forwardTo: '2041' }, firstDailyAttempts: -1 },
    });
    expectRefused(refused, 'invalid-request');
    expect(refused.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/sections/profile/firstName', detail: 'must not be empty' },
        { pointer: '/sections/profile/email', detail: 'must be an email address' },
        { pointer: '/sections/profile/shoeSize', detail: 'is not a field we know' },
        { pointer: '/sections/dialing/firstDailyAttempts', detail: 'must be at least 0' },
        {
          pointer: '/sections/dialing/ifUnavailable/forwardTo',
          detail: expect.stringContaining('an extension or a placeholder cannot be called from outside'),
        },
      ]),
    );
    expectRefused(
      await edit(path, { work: { queues: ['nowhere'] }, employee: { managerUserId: path.slice(-30) } }),
      'invalid-request',
    );
  });

  it('C-12 is edited on what has been read: 428 without it, 412 when it has changed', async () => {
    const { path } = await hire(office);
    const { headers } = await office.call('GET', path);
    const sections = { employee: { title: 'Lead' } };
    expectRefused(await office.call('PATCH', path, { sections }), 'if-match-required');
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    expect((await office.call('PATCH', path, { sections }, ifMatch)).status).toBe(200);
    expectRefused(
      await office.call('PATCH', path, { sections: { employee: { title: 'Agent' } } }, ifMatch),
      'changed-meanwhile',
    );
  });

  it('C-13 C-49 signs in by what was edited, with the same password as before', async () => {
    const person = await welcome(cloud(), office);
    const [email, loginId] = [`moved-${unique()}@example.com`, `moved-${unique()}`];
    expect((await edit(person.path, { profile: { email, loginId, firstName: 'Eve' } })).status).toBe(200);
    // Their sessions are over, and they are told where they were reached until now.
    expectRefused(await person.call('GET', '/me'), 'signed-out');
    const mails = () => readMails(cloud().mailboxUrl);
    await eventually(async () =>
      expect(
        (await mails()).filter(
          ({ subject, destination }) =>
            subject === 'Your sign-in was changed' && destination.to.includes(person.email),
        ),
      ).toHaveLength(1),
    );
    for (const username of [email, loginId])
      await expect(signIn(cloud(), { username, password: person.password })).resolves.toBeDefined();
    await expect(signIn(cloud(), { username: person.email, password: person.password })).rejects.toThrow();
    const other = await hire(office);
    expectRefused(await edit(other.path, { profile: { loginId } }), 'login-id-taken');
    expectRefused(await edit(other.path, { profile: { email } }), 'user-exists');
  });

  it('A-13 A-16 A-17 C-43 edits their own profile at the same place, as far as it is theirs', async () => {
    const person = await welcome(cloud(), office);
    const { body } = await person.call('GET', person.path);
    expect(body.mayChange).toContain('/profile/phone');
    const answer = await edit(person.path, { profile: { phone: '+1 415 555 0123' } }, person);
    expect(answer.body.sections.profile.phone).toBe('+14155550123');
    expectRefused(await edit(person.path, { employee: { title: 'Boss' } }, person), 'not-yours-to-change');
    const other = await hire(office);
    expect((await person.call('PATCH', other.path, {}, { 'if-match': '"0"' })).status).toBe(403);
  });
});
