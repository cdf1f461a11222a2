import { expect, it } from 'vitest';
import { noteBounce } from '../../../core/usecases/note-bounce.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { given, NOW, request, stampAt } from '../../ports/samples.ts';

it('X-2 remembers when the mail was sent that came back, and logs whose, never where to', async () => {
  const { ports, logged } = inMemory();
  const { userId, sections } = await given(ports).member();
  const { email } = sections.profile;
  await noteBounce(ports)({ email, sentAt: NOW }, stampAt());
  expect((await ports.users.read(userId))?.bouncedAt).toBe(NOW);
  expect(logged).toMatchObject([{ code: 'MAIL_BOUNCED', details: { userId } }]);
  expect(JSON.stringify(logged)).not.toContain(email);
});

it('passes over an address that nobody has', async () => {
  const { ports, database, logged } = inMemory();
  await given(ports).member();
  const before = structuredClone(database);
  await noteBounce(ports)({ email: request().profile.email, sentAt: NOW }, stampAt());
  expect(database).toEqual(before);
  expect(logged[0]?.details?.userId).toBeUndefined();
});
