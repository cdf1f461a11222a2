import { expect, it } from 'vitest';
import { hire } from './access/people.ts';
import { openOffice, unique } from './office.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloud = useSharedCloud();

it('C-48 C-49 proposes a login ID from the name, in Latin letters and free in the whole system', async () => {
  const office = await openOffice(cloud());
  const lastName = `Żak ${unique()}`;
  const letters = lastName.replace('Ż', 'z').replace(' ', '').toLowerCase();
  const query = new URLSearchParams({ firstName: 'Łukasz', lastName });
  const path = `/accounts/${office.accountId}/login-id-proposal`;
  const propose = async () => {
    const { status, body } = await office.call('GET', `${path}?${query}`);
    expect([status, body.type]).toEqual([200, undefined]);
    return body.loginId;
  };
  const loginId = await propose();
  expect(loginId).toBe(`lukasz.${letters}`);
  await hire(office, { profile: { firstName: 'Łukasz', lastName, loginId } });
  expect(await propose()).toBe(`l${letters}`);
  expect(await office.call('GET', `${path}?firstName=`)).toMatchObject({
    status: 400,
    body: {
      errors: [
        { pointer: '/query/firstName', detail: 'must not be empty' },
        { pointer: '/query/lastName', detail: 'is required' },
      ],
    },
  });
});
