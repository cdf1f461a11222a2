import { describe, expect, it } from 'vitest';
import type { StreamRecord } from '../../../core/adapters/dynamodb/stream-record.ts';
import { IdentityRefused, MailNotSent } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { invitations } from '../../../functions/changes/invitations.ts';
import { people } from '../../../functions/changes/people.ts';
import { signIns } from '../../../functions/changes/sign-ins.ts';
import { waitingLine } from '../../../functions/changes/waiting-line.ts';
import { openLicensedOffice } from '../usecases/licensed-office.ts';

const change = (
  after: Record<string, unknown> | undefined,
  eventName: StreamRecord['eventName'] = 'MODIFY',
  before?: Record<string, unknown>,
): StreamRecord => ({
  eventName,
  sequenceNumber: '100',
  at: '2026-06-01T09:00:00.000Z',
  ...(before && { before }),
  ...(after && { after }),
});

/** A block of a pool as the table keeps it. */
const block = (accountId: string, more: Record<string, unknown> = {}) => ({
  pk: `ACCOUNT#${accountId}`,
  sk: 'POOL#lmp#0',
  kind: 'lmp',
  block: 0,
  purchased: 3,
  assigned: 2,
  inUse: 0,
  waiting: 1,
  ...more,
});

const inviting = ({ accountId, userId }: { accountId: string; userId: string }) => ({
  pk: `INVITING#${accountId}`,
  sk: userId,
  dueAt: '2026-06-01T09:00:00.000Z',
});

describe('the waiting line, as it follows the changes', () => {
  it('A-23 X-3 is served when a seat is free of what somebody waits for', async () => {
    const { ports, onboard, own, status, accountId } = await openLicensedOffice({ lmp: 0 });
    const run = await onboard();
    const { wants, consume } = waitingLine(ports);
    await own({ lmp: 1 });
    const freed = change(block(accountId));
    expect(wants(freed)).toBe(true);
    await consume(freed);
    expect(await status(run)).toBe('active');
    // Told a second time it comes to the same.
    await consume(freed);
    expect(await status(run)).toBe('active');
  });

  it('is left alone by what frees nothing that anybody waits for', async () => {
    const { ports } = await openLicensedOffice({});
    const { wants } = waitingLine(ports);
    const accountId = newId('account');
    const others = [
      block(accountId, { waiting: 0 }),
      block(accountId, { assigned: 3 }),
      block(accountId, { kind: 'desktop', sk: 'POOL#desktop#1', assigned: 0, inUse: 3 }),
      { ...block(accountId), sk: 'HEAD' },
      inviting({ accountId, userId: newId('user') }),
      undefined,
    ];
    for (const after of others) expect([after, wants(change(after))]).toEqual([after, false]);
  });
});

describe('invitations, as they follow the changes', () => {
  it('A-23 D-9 are sent when one is left to be sent, once', async () => {
    const { ports, onboard, own, serve, outbox } = await openLicensedOffice({ lmp: 0 });
    const run = await onboard();
    await own({ lmp: 1 });
    await serve();
    const { wants, consume } = invitations(ports);
    const due = change(inviting(run), 'INSERT');
    expect(wants(due)).toBe(true);
    await consume(due);
    await consume(due);
    expect(outbox.map(({ userId }) => userId)).toEqual([run.userId]);
  });

  it('are nobody’s business who has taken one upon themselves, or has sent it', async () => {
    const { ports, accountId } = await openLicensedOffice({});
    const { wants } = invitations(ports);
    const item = inviting({ accountId, userId: newId('user') });
    expect(wants(change(item, 'MODIFY'))).toBe(false);
    expect(wants(change(undefined, 'REMOVE'))).toBe(false);
    expect(wants(change(block(accountId), 'INSERT'))).toBe(false);
  });
});

/** A user's head as the table keeps it. */
const head = (user: object, more: Record<string, unknown> = {}) => ({
  pk: `USER#${Object(user).userId}`,
  sk: 'HEAD',
  ...user,
  ...more,
});

describe('people, as they follow the changes', () => {
  it('C-49 are followed by what is true now, not by what the change says', async () => {
    const { ports, onboard, database } = await openLicensedOffice({ lmp: 3 });
    const { userId, accountId } = await onboard();
    const user = await ports.users.read(userId);
    if (user === undefined) throw new Error('There is no such user.');
    database.users.set(userId, { ...user, firstName: 'Zoë' });
    const { wants, consume } = people(ports);
    const renamed = change(head(user, { firstName: 'Stale' }), 'MODIFY', head(user));
    expect(wants(renamed)).toBe(true);
    // Told twice it comes to the same.
    await consume(renamed);
    await consume(renamed);
    expect(database.signIns.get(userId)?.firstName).toBe('Zoë');
    expect(await ports.members.read({ accountId, userId })).toMatchObject({ member: { firstName: 'Zoë' } });
  });

  it('are of note when called otherwise, or come into one more account, and not else', async () => {
    const { ports, onboard } = await openLicensedOffice({ lmp: 3 });
    const { userId, accountId } = await onboard();
    const user = await ports.users.read(userId);
    if (user === undefined) throw new Error('There is no such user.');
    const { wants } = people(ports);
    const another = newId('account');
    const wanted = (more: Record<string, unknown>, eventName: StreamRecord['eventName'] = 'MODIFY') =>
      wants(change(head(user, more), eventName, head(user)));
    for (const field of ['firstName', 'lastName', 'email', 'loginId', 'language'])
      expect([field, wanted({ [field]: 'zoe' })]).toEqual([field, true]);
    expect(wanted({ accountIds: [accountId, another] })).toBe(true);
    expect(wanted({ acceptedAt: '2026-06-01T09:00:00.000Z' })).toBe(false);
    expect(wanted({ accountIds: [] })).toBe(false);
    expect(wanted({ firstName: 'Zoë' }, 'INSERT')).toBe(false);
    // What they answer about themselves is nothing to follow, and nor is what becomes of others' items.
    const others = [{ ...head(user), sk: 'EXTRA' }, block(accountId), undefined];
    for (const after of others) expect([after, wants(change(after))]).toEqual([after, false]);
  });
});

describe('sign-ins, as they follow the changes', () => {
  const CONSOLE = 'https://console.example.com';
  const office = async () => {
    const at = await openLicensedOffice({ lmp: 3 });
    const { userId } = await at.onboard();
    const boss = await at.onboard();
    const user = (await at.ports.users.read(userId)) ?? expect.fail();
    const changed = (more: Record<string, unknown>, by: string = boss.userId) =>
      change(head(user, { ...more, changed: { by } }), 'MODIFY', head(user));
    return { ...at, user, changed };
  };

  it('C-49 D-35 are told where the person was reached until then, by whom and of which account', async () => {
    const { ports, mails, user, changed, logged } = await office();
    const { wants, consume } = signIns(ports, CONSOLE);
    const moved = changed({ email: 'zoe@example.com', language: 'es' });
    expect(wants(moved)).toBe(true);
    await consume(moved);
    expect(mails).toMatchObject([{ to: user.email, subject: 'Your sign-in was changed' }]);
    const [{ text } = expect.fail()] = mails;
    for (const part of ['Ana Ruiz, of the account Acme', user.email, 'z…@example.com'])
      expect(text).toContain(part);
    expect(text).not.toContain('zoe@example.com');
    // Operators are told that it was sent, and of whom; not where to.
    expect(logged.at(-1)).toEqual({
      code: 'SIGN_IN_CHANGE_TOLD',
      details: { accountId: user.owningAccountId, userId: user.userId, requestId: '100' },
    });
  });

  it('C-49 say so of a program and of the person themselves', async () => {
    const { ports, mails, user, changed } = await office();
    const { consume } = signIns(ports, CONSOLE);
    await consume(changed({ loginId: 'zoe' }, newId('apiUser')));
    await consume(changed({ loginId: 'zoe' }, user.userId));
    expect(mails.map(({ text }) => text.split('\n\n')[1])).toEqual([
      'A program, of the account Acme, has changed how you sign in.',
      'You have changed how you sign in, in the account Acme.',
    ]);
  });

  it('are of note when the email or the login ID is another, and not else', async () => {
    const { ports, changed } = await office();
    const { wants } = signIns(ports, CONSOLE);
    expect(wants(changed({ loginId: 'zoe' }))).toBe(true);
    for (const more of [
      { firstName: 'Zoë' },
      { language: 'es' },
      { signedOutAt: '2026-06-01T09:00:00.000Z' },
    ])
      expect([more, wants(changed(more))]).toEqual([more, false]);
    expect(wants(change(undefined, 'REMOVE'))).toBe(false);
  });

  it('are tried again when no mail goes out, and left when the address is refused', async () => {
    const { ports, changed, logged } = await office();
    const failing = (error: Error) =>
      signIns({ ...ports, mailer: { send: () => Promise.reject(error) } }, CONSOLE);
    const moved = changed({ email: 'zoe@example.com' });
    await expect(failing(new MailNotSent()).consume(moved)).rejects.toThrow(MailNotSent);
    await failing(new IdentityRefused()).consume(moved);
    expect(logged.at(-1)?.code).toBe('SIGN_IN_CHANGE_NOT_TOLD');
  });
});
